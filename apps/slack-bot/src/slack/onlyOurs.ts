import type { ReceiverEvent } from "@slack/bolt"
import type { Installation } from "./OurInstallation.ts"
import { foreignTo, isWellFormed } from "./SlackPayload.ts"

/** What a person of another workspace is told, in a shared channel, say. */
const NOT_HERE = "This is only for full members of this workspace. Nothing was done."

type Process = (event: ReceiverEvent) => Promise<void>

/** Passes on what is well formed and for this app in this workspace; from another, only a person's command is answered. */
export const ofOurs =
  (process: Process, ours: () => Installation | undefined, refused: (why: string) => void): Process =>
  async (event) => {
    const { body } = event
    const foreign = foreignTo(body, ours())
    if (foreign === undefined) return process(event)
    refused(foreign)
    if (foreign === "another workspace" && body["command"] !== undefined) {
      await event.ack({ response_type: "ephemeral", text: NOT_HERE })
    }
  }

/** The same of what nobody has looked at yet. */
export const onlyOurs = (
  process: Process,
  ours: () => Installation | undefined,
  refused: (why: string) => void
): Process => {
  const passOn = ofOurs(process, ours, refused)
  return async (event) => (isWellFormed(event.body) ? passOn(event) : refused("malformed"))
}
