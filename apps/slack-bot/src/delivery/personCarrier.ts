import type { PersonId } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { Accounts } from "../people/Accounts.ts"
import { Tellable } from "../people/Tellable.ts"
import { faultOfAccount, type WhyNotTold, whyNotToldBy } from "../people/WhyNotTold.ts"
import { type Carrier, NotCarried } from "./Carrier.ts"

const notAMember = (why: WhyNotTold) =>
  new NotCarried({ act: "users.info", reason: faultOfAccount(why), fault: "permanent" })

/** Slack's way of telling one person: full members alone are told of a case, and what comes of it is learnt of them. */
export const makePersonCarriers = Effect.fnUntraced(function* (slack: Carrier) {
  const accounts = yield* Accounts
  const tellable = yield* Tellable

  return (person: PersonId): Carrier => {
    const whyNotNow = Effect.andThen(accounts.askAnew(person), accounts.whyNoMember(person))
    /** Whether Slack has said lately that it is a full member's account; fails where it says that it is not. */
    const isChecked = Effect.gen(function* () {
      if ((yield* accounts.whyNoMember(person, "last-known")) === undefined) return true
      // Nobody is passed over for what was so minutes ago.
      const why = yield* whyNotNow
      return why === undefined ? true : yield* notAMember(why)
    }).pipe(Effect.catchTag("SlackFailed", () => Effect.succeed(false)))

    const refused = Effect.fnUntraced(function* (failed: NotCarried) {
      if (failed.fault !== "permanent") return yield* failed
      // To somebody who has left, Slack refuses a conversation that is open by other words than a new one.
      const account = yield* Effect.orElseSucceed(whyNotNow, () => undefined)
      const why = account ?? whyNotToldBy(failed.reason)
      if (why === undefined) return yield* failed
      yield* tellable.learn(person, why)
      return yield* new NotCarried({ ...failed, reason: faultOfAccount(why) })
    })

    return {
      ...slack,
      addressOf: Effect.fnUntraced(function* (place, delivered) {
        const checked = yield* Effect.catch(isChecked, refused)
        const address = yield* Effect.catch(slack.addressOf(place, delivered), refused)
        return address === undefined || checked ? address : { ...address, isUnchecked: true }
      }),
      post: (address, name, content) =>
        slack.post(address, name, content).pipe(
          // That an account nobody has checked takes a message says nothing of whose it is.
          Effect.tap(() => (address.isUnchecked === true ? Effect.void : tellable.learn(person, undefined))),
          Effect.catch(refused)
        )
    }
  }
})
