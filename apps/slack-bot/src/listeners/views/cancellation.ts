import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { readCancellation } from "../../views/cancellationView.ts"
import { noticeView } from "../../views/noticeView.ts"
import { readLink } from "../findCase.ts"
import { submissionOf } from "../forms/CaseForm.ts"
import { cancelEpisodeForm, keepEpisodeForm } from "../forms/cancellation.ts"

export const cancelEpisodeSubmitted = submissionOf(
  cancelEpisodeForm,
  Effect.fn("cancelEpisodeSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readCancellation(link, values))
    const casework = yield* Casework
    yield* casework.execute(link.child, command, person)
    return Option.some(
      noticeView(
        `The episode of ${link.child} is cancelled. Say so to those who are still looking for the child because of it.`
      )
    )
  })
)

export const keepEpisodeSubmitted = submissionOf(
  keepEpisodeForm,
  Effect.fn("keepEpisodeSubmitted")(function* ({ metadata, person }) {
    const { child, episodeId } = yield* readLink(metadata)
    const casework = yield* Casework
    yield* casework.execute(child, { _tag: "DeclineCancellation", episodeId }, person)
    return Option.none()
  })
)
