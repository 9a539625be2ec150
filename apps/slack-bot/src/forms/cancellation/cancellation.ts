/** An episode that should not be on the record, and a cancellation that was sent of a child who is back. */

import { type ChildState, type Episode, isOpen, latestEpisode } from "@safe-return/domain/pathway"
import { Effect, Option, Result } from "effect"
import { OutOfDate } from "../../handlers/explain.ts"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm, latestAt } from "../CaseForm.ts"
import { recordingOf } from "../caseSubmission.ts"
import {
  CANCEL_EPISODE_FORM,
  cancelEpisodeButton,
  cancelEpisodeView,
  KEEP_EPISODE_FORM,
  keepEpisodeButton,
  keepEpisodeView,
  readCancellation
} from "./cancellationView.ts"

const isInQuestion = (episode: Episode): boolean => isOpen(episode) && episode.questionedCancellation !== undefined

/** The latest whose cancellation waits for a person; or else the latest that is open. */
const episodeMeant = (state: ChildState) =>
  Option.orElse(latestEpisode({ ...state, episodes: state.episodes.filter(isInQuestion) }), () =>
    latestAt("Missing", "Found", "Returned")(state)
  )

export const cancelEpisodeForm: CaseForm = {
  permission: "cancel-episode",
  episodeMeant,
  records: ({ episode }) => (episode.progress._tag === "Cancelled" ? undefined : "CancelEpisode"),
  open: Effect.fn("cancelEpisodeForm")(function* ({ link, episode }) {
    // Said twice it changes nothing, so the domain would refuse no second time.
    if (episode.progress._tag === "Cancelled") return yield* new OutOfDate()
    return cancelEpisodeView(link, episode)
  })
}

const keepEpisodeForm: CaseForm = {
  permission: "cancel-episode",
  episodeMeant,
  open: Effect.fn("keepEpisodeForm")(function* ({ link, episode }) {
    if (!isInQuestion(episode)) return yield* new OutOfDate()
    return keepEpisodeView(link, episode)
  })
}

const cancelEpisodeSubmitted = recordingOf(
  cancelEpisodeForm,
  ({ link, values }) => readCancellation(link, values),
  ({ link: { child } }) =>
    `The episode of ${child} is cancelled. If anyone is still looking for the child because of it, tell them.`
)

const keepEpisodeSubmitted = recordingOf(keepEpisodeForm, ({ link: { episodeId } }) =>
  Result.succeed({ _tag: "DeclineCancellation", episodeId })
)

export const cancellation: FormSlice = {
  buttons: {
    [cancelEpisodeButton.actionId]: buttonFor(cancelEpisodeForm),
    [keepEpisodeButton.actionId]: buttonFor(keepEpisodeForm)
  },
  submissions: { [CANCEL_EPISODE_FORM]: cancelEpisodeSubmitted, [KEEP_EPISODE_FORM]: keepEpisodeSubmitted }
}
