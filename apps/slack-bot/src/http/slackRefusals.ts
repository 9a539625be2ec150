import { Result } from "effect"
import type { Installation } from "../slack/OurInstallation.ts"
import { foreignTo, readPayload, type SlackPayload } from "../slack/SlackPayload.ts"

interface SlackRefusal {
  /** 400: it cannot be read. 403: it is not for this app in this workspace. */
  readonly status: 400 | 403
  /** Holds nothing of what was sent. */
  readonly why: string
}

/** The payload of a signed request, or why it is not given to Bolt. */
export const slackRefusals =
  (ours: () => Installation | undefined, refused: (why: string) => void) =>
  (contentType: string | undefined, body: string): Result.Result<SlackPayload, SlackRefusal> => {
    const read = readPayload(contentType, body)
    if (Result.isFailure(read)) {
      refused("malformed")
      return Result.fail({ status: 400, why: `Not taken: ${read.failure}.` })
    }
    const foreign = foreignTo(read.success, ours())
    if (foreign === undefined || (foreign === "another workspace" && read.success["command"] !== undefined))
      return Result.succeed(read.success)
    refused(foreign)
    return Result.fail({ status: 403, why: `Not taken: it is for ${foreign}.` })
  }
