import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { readLink } from "../../handlers/findCase.ts"
import { submissionOf } from "../CaseForm.ts"
import { correctFactsForm } from "../correct/correct.ts"
import { readCorrection } from "./correctEpisodeView.ts"

export const correctEpisodeSubmitted = submissionOf(
  correctFactsForm,
  Effect.fn("correctEpisodeSubmitted")(function* ({ metadata, person, values }) {
    const { child, episodeId } = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readCorrection(episodeId, values))
    const casework = yield* Casework
    yield* casework.execute(child, command, person)
    return Option.none()
  })
)
