/** The correction of a record: this form asks what is wrong, and each answer has a form of its own. */

import { Casework, notSetUp } from "@safe-return/casework"
import { type Episode, interviewOf } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { findEpisode, readLink } from "../../handlers/findCase.ts"
import { permissionsOn } from "../../handlers/permissionsOn.ts"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm, meantAt, viewOf } from "../CaseForm.ts"
import { cancelEpisodeForm } from "../cancellation/cancellation.ts"
import { submissionOf } from "../caseSubmission.ts"
import { correctEpisodeForm } from "../correctEpisode/correctEpisode.ts"
import { correctInterviewForm } from "../correctInterview/correctInterview.ts"
import { isCorrectable } from "../correctInterview/correctInterviewView.ts"
import { duplicateForm } from "../duplicate/duplicate.ts"
import { otherRecords } from "../duplicate/duplicateView.ts"
import { separateForm } from "../separate/separate.ts"
import { joinedRecords } from "../separate/separateView.ts"
import { withdrawEntryForm } from "../withdrawEntry/withdrawEntry.ts"
import { entriesOf } from "../withdrawEntry/withdrawEntryView.ts"
import { withdrawFromInterviewForm } from "../withdrawFromInterview/withdrawFromInterview.ts"
import { withdrawableOf } from "../withdrawFromInterview/withdrawFromInterviewView.ts"
import { wrongChildForm } from "../wrongChild/wrongChild.ts"
import {
  CORRECTION_CHOICE_FORM,
  type CorrectionChoice,
  correctButton,
  correctionChoiceView,
  readCorrectionChoice
} from "./correctView.ts"

/** Joined with another record, and so separated rather than corrected. */
const isDuplicate = ({ progress }: Episode): boolean =>
  progress._tag === "Cancelled" && progress.duplicateOf !== undefined

const correctForm: CaseForm = {
  permission: "correct-record",
  ...meantAt(correctButton, "Missing", "Found", "Returned"),
  isAsNamed: true,
  records: ({ episode }) => (isDuplicate(episode) ? undefined : "CorrectEpisode"),
  open: Effect.fn("correctForm")(function* ({ link, state, episode, person, now }) {
    const isJoined = isDuplicate(episode)
    const may = yield* permissionsOn(link.child, episode.id, person)
    const mayMove = may.has("move-or-join-records")
    const isTheirs = !isJoined && may.has("correct-interview")
    const choices: ReadonlyArray<CorrectionChoice> = [
      ...(isJoined ? [] : (["facts"] as const)),
      ...(isTheirs && isCorrectable(interviewOf(state, episode.id), episode) ? (["interview"] as const) : []),
      ...(isTheirs && withdrawableOf(state, episode).length > 0 ? (["withdraw"] as const) : []),
      ...(mayMove && !isJoined ? (["wrong-child"] as const) : []),
      ...(mayMove && !isJoined && otherRecords(state, episode, { now, by: person }).length > 0
        ? (["duplicate"] as const)
        : []),
      ...(!isJoined && entriesOf(episode).length > 0 ? (["entry"] as const) : []),
      ...(mayMove && joinedRecords(state, episode).length > 0 ? (["separate"] as const) : []),
      ...(!isJoined && may.has("cancel-episode") ? (["cancel"] as const) : [])
    ]
    if (choices.length === 0) return yield* notSetUp("move-or-join-records")
    return correctionChoiceView(link, episode, choices, mayMove)
  })
}

const formFor: Readonly<Record<CorrectionChoice, CaseForm>> = {
  facts: correctEpisodeForm,
  interview: correctInterviewForm,
  "wrong-child": wrongChildForm,
  duplicate: duplicateForm,
  withdraw: withdrawFromInterviewForm,
  entry: withdrawEntryForm,
  separate: separateForm,
  cancel: cancelEpisodeForm
}

/** What is wrong was chosen: the form for it comes next, on the record as it was shown. */
const correctionChosen = submissionOf(
  correctForm,
  Effect.fn("correctionChosen")(function* ({ metadata, person, values }) {
    const choice = yield* Effect.fromResult(readCorrectionChoice(values))
    const { child, episodeId } = yield* readLink(metadata)
    const casework = yield* Casework
    const state = yield* casework.get(child)
    const episode = yield* findEpisode(state, episodeId)
    const view = yield* viewOf(formFor[choice], { child, state, episode, person })
    return Option.some({ ...view, private_metadata: metadata })
  })
)

export const correct: FormSlice = {
  buttons: { [correctButton.actionId]: buttonFor(correctForm) },
  commands: { "/missing correct": correctForm },
  submissions: { [CORRECTION_CHOICE_FORM]: correctionChosen }
}
