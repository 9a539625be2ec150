import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { readUnborn } from "../../views/unbornView.ts"
import { findEpisode, readLink } from "../findCase.ts"
import { submissionOf } from "../forms/CaseForm.ts"
import { unbornForm } from "../forms/unborn.ts"

export const unbornSubmitted = submissionOf(
  unbornForm,
  Effect.fn("unbornSubmitted")(function* ({ metadata, person, values }) {
    const { child, episodeId } = yield* readLink(metadata)
    const casework = yield* Casework
    const episode = yield* findEpisode(yield* casework.get(child), episodeId)
    const command = yield* Effect.fromResult(readUnborn(episode, values))
    yield* casework.execute(child, command, person)
    return Option.none()
  })
)
