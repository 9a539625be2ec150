import { Incidents } from "@safe-return/outreach"
import { Duration, Effect } from "effect"

/** Slack sends nothing of the kind by itself: one in an hour is one too many, and none for an hour is the end of it. */
const LASTS = Duration.hours(1)

const remedies: Readonly<Record<string, string>> = {
  "another app":
    "Compare the signing secret and the app-level token in the settings with those of the app that holds the bot token.",
  "another workspace":
    "If the council's workspace is part of an organisation, name it in SAFE_RETURN_SLACK_WORKSPACE. Else a person from another workspace tried to use the bot."
}

/** Something that is signed as Slack's was not taken: nothing of it is kept, and the person was told that it failed. */
export const payloadRefused = Effect.fn("payloadRefused")(function* (why: string) {
  const incidents = yield* Incidents
  yield* incidents.raise({
    kind: "payload-refused",
    place: why,
    what:
      why === "malformed"
        ? "Signed requests of Slack's could not be read, and were refused."
        : `What Slack sends is for ${why}, and was refused.`,
    remedy: remedies[why] ?? "If it goes on, renew the signing secret: someone else may have it.",
    lasts: LASTS
  })
})
