/** Whether Slack says who people are: while it does not, nothing of what they press may be recorded. */

import { Incidents, monotonicMillis } from "@safe-return/outreach"
import { Duration, Effect } from "effect"
import type { SlackFailed } from "./SlackApi.ts"

/** A fault of Slack's that is over by then concerned hardly anybody. */
const TOLERATED = Duration.minutes(2)

const PLACE = "users.info"

const remedyOf = (reason: string): string =>
  reason === "missing_scope"
    ? "Give the app the scope users:read back: install it again from its manifest, and set the new token."
    : "Wait while Slack is away or asks us to; otherwise run safe-return doctor."

export const accountsStanding = Effect.gen(function* () {
  const incidents = yield* Incidents
  let failingSince: number | undefined
  return {
    failed: Effect.fnUntraced(function* ({ reason }: SlackFailed) {
      const now = yield* monotonicMillis
      failingSince ??= now
      if (now - failingSince < Duration.toMillis(TOLERATED)) return
      yield* incidents.raise({
        kind: "slack-away",
        place: PLACE,
        what: `Slack does not say who people are (${reason}): of people it named none lately, nothing that they press is recorded, alerts to them say nothing of a case, and all else to them waits.`,
        remedy: remedyOf(reason),
        duty: {
          sentence:
            "Slack does not say who people are, so that what they press may not be recorded: ring each other about alerts until this is over.",
          inChannel: true
        }
      })
    }),
    answered: Effect.suspend(() => {
      if (failingSince === undefined) return Effect.void
      failingSince = undefined
      return incidents.end("slack-away", "Slack says who people are again: press again what was refused.", PLACE)
    })
  }
})
