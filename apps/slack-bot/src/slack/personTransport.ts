import type { PersonId } from "@safe-return/domain/pathway"
import {
  Accounts,
  faultOfAccount,
  Reachability,
  SendFailed,
  type Transport,
  type UnreachableReason,
  unreachableReasonOf
} from "@safe-return/outreach"
import { Effect } from "effect"

const notAMember = (why: UnreachableReason) =>
  new SendFailed({ act: "users.info", reason: faultOfAccount(why), fault: "permanent" })

/** Slack's way of telling one person: full members alone are told of a case, and what comes of it is learnt of them. */
export const makePersonTransports = Effect.fnUntraced(function* (slack: Transport) {
  const accounts = yield* Accounts
  const tellable = yield* Reachability

  const transportTo = (person: PersonId): Transport => {
    const whyNotNow = Effect.andThen(accounts.invalidate(person), accounts.whyNoMember(person))
    /** Whether Slack has said lately that it is a full member's account; fails where it says that it is not. */
    const isChecked = Effect.gen(function* () {
      if ((yield* accounts.whyNoMember(person, "last-known")) === undefined) return true
      // Nobody is passed over for what was so minutes ago.
      const why = yield* whyNotNow
      return why === undefined ? true : yield* notAMember(why)
    }).pipe(Effect.catchTag("AccountUnknown", () => Effect.succeed(false)))

    const refused = Effect.fnUntraced(function* (failed: SendFailed) {
      if (failed.fault !== "permanent") return yield* failed
      // To a person who has left, Slack refuses a conversation that is open by other words than a new one.
      const account = yield* Effect.orElseSucceed(whyNotNow, () => undefined)
      const why = account ?? unreachableReasonOf(failed.reason)
      if (why === undefined) return yield* failed
      yield* tellable.learn(person, why)
      return yield* new SendFailed({ ...failed, reason: faultOfAccount(why) })
    })

    return {
      ...slack,
      addressOf: Effect.fnUntraced(function* (place, delivered) {
        const checked = yield* Effect.catch(isChecked, refused)
        const address = yield* Effect.catch(slack.addressOf(place, delivered), refused)
        return address === undefined || checked ? address : { ...address, isUnchecked: true }
      }),
      post: (address, name, message, marks) =>
        slack.post(address, name, message, marks).pipe(
          // That an account nobody has checked takes a message says nothing of whose it is.
          Effect.tap(() => (address.isUnchecked === true ? Effect.void : tellable.learn(person, undefined))),
          Effect.catch(refused)
        )
    }
  }

  const transports = new Map<PersonId, Transport>()
  return (person: PersonId): Transport => {
    const transport = transports.get(person) ?? transportTo(person)
    transports.set(person, transport)
    return transport
  }
})
