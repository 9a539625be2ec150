import { Effect } from "effect"
import type { CaseForm, FormSlice } from "../CaseForm.ts"
import { latestAt } from "../CaseForm.ts"
import { recordingOf } from "../caseSubmission.ts"
import { CORRECT_EPISODE_FORM, correctEpisodeView, readCorrection } from "./correctEpisodeView.ts"

export const correctEpisodeForm: CaseForm = {
  permission: "correct-record",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  open: ({ link, episode }) => Effect.succeed(correctEpisodeView(link, episode))
}

const correctEpisodeSubmitted = recordingOf(correctEpisodeForm, ({ link, values }) =>
  readCorrection(link.episodeId, values)
)

export const correctEpisode: FormSlice = {
  submissions: { [CORRECT_EPISODE_FORM]: correctEpisodeSubmitted }
}
