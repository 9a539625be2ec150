import { Result } from "effect"
import type { Installation } from "../slack/OurInstallation.ts"
import { foreignTo, readPayload } from "../slack/SlackPayload.ts"

export interface SlackRefusal {
  /** 400: it cannot be read. 403: it is not for this app in this workspace. */
  readonly status: 400 | 403
  /** Holds nothing of what was sent. */
  readonly why: string
}

/** Why a signed payload is not given to Bolt, which answers one that it cannot read with 500 and logs it. */
export const slackRefusals =
  (ours: () => Installation | undefined, refused: (why: string) => void) =>
  (contentType: string | undefined, body: string): SlackRefusal | undefined => {
    const read = readPayload(contentType, body)
    if (Result.isFailure(read)) {
      refused("malformed")
      return { status: 400, why: `Not taken: ${read.failure}.` }
    }
    const foreign = foreignTo(read.success, ours())
    if (foreign === undefined || (foreign === "another workspace" && read.success["command"] !== undefined))
      return undefined
    refused(foreign)
    return { status: 403, why: `Not taken: it is for ${foreign}.` }
  }
