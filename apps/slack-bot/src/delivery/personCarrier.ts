import type { PersonId } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { Accounts } from "../people/Accounts.ts"
import { Tellable } from "../people/Tellable.ts"
import { faultOfAccount, type WhyNotTold, whyNotToldBy } from "../people/WhyNotTold.ts"
import { type Carrier, NotCarried } from "./Carrier.ts"

const notAMember = (why: WhyNotTold) =>
  new NotCarried({ act: "users.info", reason: faultOfAccount(why), fault: "permanent" })

/** Slack's way of telling one person: full members alone are told, and what comes of it is learnt of whoever it was for. */
export const makePersonCarriers = Effect.fnUntraced(function* (slack: Carrier) {
  const accounts = yield* Accounts
  const tellable = yield* Tellable

  return (person: PersonId): Carrier => {
    const whyNot = Effect.orElseSucceed(accounts.whyNoMember(person), () => undefined)
    const whyNotNow = Effect.andThen(accounts.askAnew(person), whyNot)
    const checked = Effect.gen(function* () {
      // Where Slack cannot say what the account is, what it answers to the message decides.
      if ((yield* whyNot) === undefined) return
      // Nobody is passed over for what was so minutes ago.
      const why = yield* whyNotNow
      if (why !== undefined) return yield* notAMember(why)
    })

    const refused = Effect.fnUntraced(function* (failed: NotCarried) {
      if (failed.fault !== "permanent") return yield* failed
      // To somebody who has left, Slack refuses a conversation that is open by other words than a new one.
      const account = yield* whyNotNow
      const why = account ?? whyNotToldBy(failed.reason)
      if (why === undefined) return yield* failed
      yield* tellable.learn(person, why)
      return yield* new NotCarried({ ...failed, reason: faultOfAccount(why) })
    })

    return {
      ...slack,
      addressOf: (place, delivered) =>
        Effect.catch(Effect.andThen(checked, slack.addressOf(place, delivered)), refused),
      post: (address, name, content) =>
        slack.post(address, name, content).pipe(
          Effect.tap(() => tellable.learn(person, undefined)),
          Effect.catch(refused)
        )
    }
  }
})
