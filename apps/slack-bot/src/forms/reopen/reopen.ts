import { type ChildState, type Episode, latestEpisode } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm } from "../CaseForm.ts"
import { recordingOf } from "../caseSubmission.ts"
import { REOPEN_FORM, readReopening, reopenButton, reopenView } from "./reopenView.ts"

const isCancelled = ({ progress }: Episode): boolean =>
  progress._tag === "Cancelled" && progress.duplicateOf === undefined

const isClosed = ({ closure }: Episode): boolean => closure !== undefined

/** The latest closed, else cancelled, else any: the domain then says why it cannot be reopened. */
const episodeMeant = (state: ChildState) => {
  const latestOf = (isMeant: (episode: Episode) => boolean) =>
    latestEpisode({ ...state, episodes: state.episodes.filter(isMeant) })
  return latestOf(isClosed).pipe(
    Option.orElse(() => latestOf(isCancelled)),
    Option.orElse(() => latestEpisode(state))
  )
}

const reopenForm: CaseForm = {
  permission: "close-episode",
  episodeMeant,
  which: { button: reopenButton, among: ({ episodes }) => episodes.filter((one) => isClosed(one) || isCancelled(one)) },
  isAsNamed: true,
  records: "ReopenEpisode",
  open: ({ link, episode }) => Effect.succeed(reopenView(link, episode))
}

const reopenSubmitted = recordingOf(reopenForm, ({ link, values }) => readReopening(link, values))

export const reopen: FormSlice = {
  buttons: { [reopenButton.actionId]: buttonFor(reopenForm) },
  commands: { "/missing reopen": reopenForm },
  submissions: { [REOPEN_FORM]: reopenSubmitted }
}
