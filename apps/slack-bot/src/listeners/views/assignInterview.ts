import { Effect, Option } from "effect"
import { readAssignment } from "../../views/assignView.ts"
import { assignInterview } from "../assigning.ts"
import { readLink } from "../findCase.ts"
import { assignForm } from "../forms/assign.ts"
import { submissionOf } from "../forms/CaseForm.ts"

export const assignInterviewSubmitted = submissionOf(
  assignForm,
  Effect.fn("assignInterviewSubmitted")(function* ({ metadata, person, values }) {
    const { child, episodeId } = yield* readLink(metadata)
    const assignment = yield* Effect.fromResult(readAssignment(values))
    yield* assignInterview({ child, episodeId, assignment }, person)
    return Option.none()
  })
)
