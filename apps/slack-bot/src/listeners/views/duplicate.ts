import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { readKept } from "../../views/duplicateView.ts"
import { readLink } from "../findCase.ts"
import { submissionOf } from "../forms/CaseForm.ts"
import { duplicateForm } from "../forms/correct.ts"

export const duplicateSubmitted = submissionOf(
  duplicateForm,
  Effect.fn("duplicateSubmitted")(function* ({ metadata, person, values }) {
    const { child, episodeId: duplicateId } = yield* readLink(metadata)
    const episodeId = yield* Effect.fromResult(readKept(values))
    const casework = yield* Casework
    yield* casework.execute(child, { _tag: "MergeDuplicate", duplicateId, episodeId }, person)
    return Option.none()
  })
)
