import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { findEpisode, readLink } from "../../handlers/findCase.ts"
import { submissionOf } from "../CaseForm.ts"
import { withdrawEntryForm } from "../correct/correct.ts"
import { readWithdrawal } from "./withdrawEntryView.ts"

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
