/** What was told contradicts what is recorded, and a person says that what is recorded stands. */

import { type ChildState, type Episode, latestEpisode, reportsInQuestion } from "@safe-return/domain/pathway"
import { Effect, Option, Result } from "effect"
import { OutOfDate } from "../../handlers/explain.ts"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm } from "../CaseForm.ts"
import { recordingOf } from "../caseSubmission.ts"
import { KEEP_RECORDED_FORM, keepRecordedButton, keepRecordedView } from "./keepRecordedView.ts"

const isInQuestion = (episode: Episode): boolean => reportsInQuestion(episode).length > 0

const questioned = (state: ChildState): ReadonlyArray<Episode> => state.episodes.filter(isInQuestion)

const keepRecordedForm: CaseForm = {
  permission: "correct-record",
  episodeMeant: (state) =>
    Option.orElse(latestEpisode({ ...state, episodes: questioned(state) }), () => latestEpisode(state)),
  which: { button: keepRecordedButton, among: questioned },
  records: "DeclineReport",
  open: Effect.fn("keepRecordedForm")(function* ({ link, episode }) {
    if (!isInQuestion(episode)) return yield* new OutOfDate()
    return keepRecordedView(link, episode)
  })
}

const keepRecordedSubmitted = recordingOf(keepRecordedForm, ({ link: { episodeId } }) =>
  Result.succeed({ _tag: "DeclineReport", episodeId })
)

export const keepRecorded: FormSlice = {
  buttons: { [keepRecordedButton.actionId]: buttonFor(keepRecordedForm) },
  submissions: { [KEEP_RECORDED_FORM]: keepRecordedSubmitted }
}
