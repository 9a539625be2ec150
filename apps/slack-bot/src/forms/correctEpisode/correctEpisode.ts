import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { submissionOf } from "../caseSubmission.ts"
import { correctFactsForm } from "../correct/correct.ts"
import { readCorrection } from "./correctEpisodeView.ts"

export const correctEpisodeSubmitted = submissionOf(
  correctFactsForm,
  Effect.fn("correctEpisodeSubmitted")(function* ({ link: { child, episodeId }, person, values, expectedVersion }) {
    const command = yield* Effect.fromResult(readCorrection(episodeId, values))
    const casework = yield* Casework
    yield* casework.execute(child, command, person, expectedVersion)
    return Option.none()
  })
)
