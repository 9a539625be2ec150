import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { readWithdrawal } from "../../views/withdrawEntryView.ts"
import { findEpisode, readLink } from "../findCase.ts"
import { submissionOf } from "../forms/CaseForm.ts"
import { withdrawEntryForm } from "../forms/correct.ts"

export const withdrawEntrySubmitted = submissionOf(
  withdrawEntryForm,
  Effect.fn("withdrawEntrySubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const casework = yield* Casework
    const episode = yield* findEpisode(yield* casework.get(link.child), link.episodeId)
    const command = yield* Effect.fromResult(readWithdrawal(link, episode, values))
    yield* casework.execute(link.child, command, person)
    return Option.none()
  })
)
