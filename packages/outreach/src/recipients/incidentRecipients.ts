import type { People } from "@safe-return/casework"
import { Effect } from "effect"
import { monotonicMillis } from "../clocks/monotonic.ts"
import type { UndeliveredRecipients } from "../owed/undeliveredNews.ts"
import { whoLooksAfter } from "./whoLooksAfter.ts"

/** How long Slack's word is taken, in milliseconds. */
const KEPT = 20_000

/** Who is told of what was not delivered, kept for a while: in an outage, asking each time would be too many calls. */
export const incidentRecipients = (people: People["Service"]) => {
  let known: { readonly at: number; readonly who: UndeliveredRecipients } | undefined
  return {
    who: Effect.gen(function* () {
      const now = yield* monotonicMillis
      if (known !== undefined && now - known.at < KEPT) return known.who
      const who: UndeliveredRecipients = yield* whoLooksAfter(people)
      known = { at: now, who }
      return who
    }),
    /** Slack may know more by now. */
    askAgain: () => {
      known = undefined
    }
  }
}
