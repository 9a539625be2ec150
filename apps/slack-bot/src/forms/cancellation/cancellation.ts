/** An episode that should not be on the record, and a cancellation that was sent of a child who is back. */

import { Casework } from "@safe-return/casework"
import { type ChildState, type Episode, isOpen, latestEpisode } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { OutOfDate } from "../../handlers/explain.ts"
import type { CaseForm } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { latestAt } from "../episodeAtStage.ts"
import { noticeView } from "../noticeView.ts"
import { precheck } from "../precheck.ts"
import { cancelEpisodeView, keepEpisodeView, readCancellation } from "./cancellationView.ts"

const isInQuestion = (episode: Episode): boolean => isOpen(episode) && episode.questionedCancellation !== undefined

/** The latest whose cancellation waits for a person; or else the latest that is open. */
const episodeMeant = (state: ChildState) =>
  Option.orElse(latestEpisode({ ...state, episodes: state.episodes.filter(isInQuestion) }), () =>
    latestAt("Missing", "Found", "Returned")(state)
  )

export const cancelEpisodeForm: CaseForm = {
  permission: "cancel-episode",
  episodeMeant,
  open: Effect.fn("cancelEpisodeForm")(function* ({ child, state, episode }) {
    // Said twice it changes nothing, so the domain would refuse no second time.
    if (episode.progress._tag === "Cancelled") return yield* new OutOfDate()
    yield* precheck(state, { _tag: "CancelEpisode", episodeId: episode.id, reason: "recorded-in-error" })
    return cancelEpisodeView({ child, episodeId: episode.id }, episode)
  })
}

export const keepEpisodeForm: CaseForm = {
  permission: "cancel-episode",
  episodeMeant,
  open: Effect.fn("keepEpisodeForm")(function* ({ child, episode }) {
    if (!isInQuestion(episode)) return yield* new OutOfDate()
    return keepEpisodeView({ child, episodeId: episode.id }, episode)
  })
}

export const cancelEpisodeSubmitted = submissionOf(
  cancelEpisodeForm,
  Effect.fn("cancelEpisodeSubmitted")(function* ({ link, person, values, expectedVersion }) {
    const command = yield* Effect.fromResult(readCancellation(link, values))
    const casework = yield* Casework
    yield* casework.execute(link.child, command, person, expectedVersion)
    return Option.some(
      noticeView(
        `The episode of ${link.child} is cancelled. Say so to those who are still looking for the child because of it.`
      )
    )
  })
)

export const keepEpisodeSubmitted = submissionOf(
  keepEpisodeForm,
  Effect.fn("keepEpisodeSubmitted")(function* ({ link: { child, episodeId }, person, expectedVersion }) {
    const casework = yield* Casework
    yield* casework.execute(child, { _tag: "DeclineCancellation", episodeId }, person, expectedVersion)
    return Option.none()
  })
)
