import { Effect, Option } from "effect"
import { readAssignment } from "../../views/assignView.ts"
import { assignInterview } from "../assigning.ts"
import { readLink } from "../findCase.ts"
import type { SubmissionHandler } from "./SubmissionHandler.ts"

export const assignInterviewSubmitted: SubmissionHandler = {
  permission: "assign-interview",
  handle: Effect.fn("assignInterviewSubmitted")(function* ({ metadata, person, values }) {
    const { child, episodeId } = yield* readLink(metadata)
    const { interviewer, knownAdult } = yield* Effect.fromResult(readAssignment(values))
    yield* assignInterview({ child, episodeId, interviewer, knownAdult, by: person })
    return Option.none()
  })
}
