import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { submissionOf } from "../caseSubmission.ts"
import { duplicateForm } from "../correct/correct.ts"
import { readKept } from "./duplicateView.ts"

export const duplicateSubmitted = submissionOf(
  duplicateForm,
  Effect.fn("duplicateSubmitted")(function* ({
    link: { child, episodeId: duplicateId },
    person,
    values,
    expectedVersion
  }) {
    const episodeId = yield* Effect.fromResult(readKept(values))
    const casework = yield* Casework
    yield* casework.execute(child, { _tag: "MergeDuplicate", duplicateId, episodeId }, person, expectedVersion)
    return Option.none()
  })
)
