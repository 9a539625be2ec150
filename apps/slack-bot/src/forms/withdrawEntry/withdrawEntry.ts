import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { findEpisode } from "../../handlers/findCase.ts"
import { submissionOf } from "../caseSubmission.ts"
import { withdrawEntryForm } from "../correct/correct.ts"
import { readWithdrawal } from "./withdrawEntryView.ts"

export const withdrawEntrySubmitted = submissionOf(
  withdrawEntryForm,
  Effect.fn("withdrawEntrySubmitted")(function* ({ link, person, values, expectedVersion }) {
    const casework = yield* Casework
    const episode = yield* findEpisode(yield* casework.get(link.child), link.episodeId)
    const command = yield* Effect.fromResult(readWithdrawal(link, episode, values))
    yield* casework.execute(link.child, command, person, expectedVersion)
    return Option.none()
  })
)
