import { type ChildState, isOpen, latestEpisode, remainingTasks } from "@safe-return/domain/pathway"
import { Effect, Option, Result } from "effect"
import { buttonFor, type CaseForm } from "../CaseForm.ts"
import { recordingOf } from "../caseSubmission.ts"
import { latestAt } from "../episodeAtStage.ts"
import type { FormSlice } from "../FormSlice.ts"
import { CLOSE_FORM, closeButton, closeView } from "./closeView.ts"

/** The latest that can be closed; or else the latest that is open, so that the refusal lists what is left. */
const episodeMeant = (state: ChildState) => {
  const ready = state.episodes.filter((episode) => isOpen(episode) && remainingTasks(state, episode).length === 0)
  return Option.orElse(latestEpisode({ ...state, episodes: ready }), () =>
    latestAt("Missing", "Found", "Returned")(state)
  )
}

const closeForm: CaseForm = {
  permission: "close-episode",
  episodeMeant,
  records: "CloseEpisode",
  open: ({ link }) => Effect.succeed(closeView(link))
}

const closeSubmitted = recordingOf(closeForm, ({ link: { episodeId } }) =>
  Result.succeed({ _tag: "CloseEpisode", episodeId })
)

export const close: FormSlice = {
  buttons: { [closeButton.actionId]: buttonFor(closeForm) },
  commands: { "/missing close": closeForm },
  submissions: { [CLOSE_FORM]: closeSubmitted }
}
