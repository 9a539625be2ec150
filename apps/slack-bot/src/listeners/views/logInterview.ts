import { Effect, Option } from "effect"
import { readLog } from "../../views/logInterviewView.ts"
import { readLink } from "../findCase.ts"
import { logInterview } from "../logging.ts"
import type { SubmissionHandler } from "./SubmissionHandler.ts"

export const logInterviewSubmitted: SubmissionHandler = {
  permission: "log-interview",
  handle: Effect.fn("logInterviewSubmitted")(function* ({ metadata, person, values }) {
    const { child, episodeId } = yield* readLink(metadata)
    const logged = yield* Effect.fromResult(readLog(values))
    yield* logInterview({ child, episodeId, logged, by: person })
    return Option.none()
  })
}
