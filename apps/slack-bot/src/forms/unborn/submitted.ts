import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { findEpisode, readLink } from "../../handlers/findCase.ts"
import { submissionOf } from "../CaseForm.ts"
import { unbornForm } from "./unborn.ts"
import { readUnborn } from "./unbornView.ts"

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
