import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { readLink } from "../../handlers/findCase.ts"
import { submissionOf } from "../CaseForm.ts"
import { noticeView } from "../noticeView.ts"
import { cancelEpisodeForm, keepEpisodeForm } from "./cancellation.ts"
import { readCancellation } from "./cancellationView.ts"

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
