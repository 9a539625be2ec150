/** A start that Slack refuses: with children on record their alerts go on by the ways that are left. */

import { type Incident, Incidents } from "@safe-return/outreach"
import { Duration, Effect } from "effect"
import type { ChannelNotPrivate } from "../slack/privateChannel.ts"
import type { SlackFailed } from "../slack/SlackApi.ts"
import { isOurAccess } from "../slack/slackFaults.ts"

const TRY_EVERY = Duration.minutes(1)

const remedyOf = (failed: ChannelNotPrivate | SlackFailed): string =>
  isOurAccess(failed.reason)
    ? "Install the app to the workspace again from its manifest, set the new token, and start the bot again."
    : failed._tag === "SlackFailed"
      ? "Run safe-return doctor: it says which setting Slack refuses."
      : "Make that channel private to this workspace and invite the bot, or set another."

const incident = (failed: ChannelNotPrivate | SlackFailed): Incident => ({
  kind: "slack-away",
  place: failed._tag,
  what: `Slack has refused Safe Return since its start: ${failed._tag === "SlackFailed" ? failed.message : `the missing channel ${failed.reason}.`}`,
  remedy: remedyOf(failed),
  duty: {
    sentence:
      "Safe Return cannot alert everybody in Slack: ask the police which children are missing, and ring those who look for them.",
    outsideSlack: "Safe Return cannot alert people in Slack. Ask the police which children are missing."
  }
})

/** Goes on where Slack refuses and children are on record; at a first start it ends and says what to mend. */
export const despiteRefusal = Effect.fnUntraced(function* <R>(
  asked: Effect.Effect<void, ChannelNotPrivate | SlackFailed, R>,
  hasRecords: boolean
) {
  if (!hasRecords) return yield* asked
  const incidents = yield* Incidents
  const again: Effect.Effect<void, never, R> = Effect.suspend(() =>
    Effect.catch(asked, (failed) =>
      incidents.raise(incident(failed)).pipe(Effect.andThen(Effect.sleep(TRY_EVERY)), Effect.andThen(again))
    )
  )
  yield* Effect.catch(asked, (failed) =>
    Effect.andThen(
      incidents.raise(incident(failed)),
      Effect.forkScoped(
        Effect.sleep(TRY_EVERY).pipe(
          Effect.andThen(again),
          Effect.andThen(incidents.end("slack-away", "Slack takes what Safe Return sends again.", failed._tag))
        )
      )
    )
  )
})
