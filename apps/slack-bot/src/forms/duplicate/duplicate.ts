import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { readLink } from "../../handlers/findCase.ts"
import { submissionOf } from "../CaseForm.ts"
import { duplicateForm } from "../correct/correct.ts"
import { readKept } from "./duplicateView.ts"

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
