import type { ReceiverEvent } from "@slack/bolt"
import type { Installation } from "./OurInstallation.ts"
import { foreignTo, isWellFormed } from "./SlackPayload.ts"

/** What a person of another workspace is told, in a shared channel, say. */
const NOT_HERE = "This is only for full members of this workspace. Nothing was done."

/** Passes on what Slack sends to this app in this workspace; from another, only a person's command is answered. */
export const onlyOurs =
  (
    process: (event: ReceiverEvent) => Promise<void>,
    ours: () => Installation | undefined,
    refused: (why: string) => void
  ): ((event: ReceiverEvent) => Promise<void>) =>
  async (event) => {
    const { body } = event
    if (!isWellFormed(body)) return refused("malformed")
    const foreign = foreignTo(body, ours())
    if (foreign === undefined) return process(event)
    refused(foreign)
    if (foreign === "another workspace" && body["command"] !== undefined) {
      await event.ack({ response_type: "ephemeral", text: NOT_HERE })
    }
  }
