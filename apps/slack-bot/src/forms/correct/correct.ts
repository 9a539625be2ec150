/** Putting a record right. The first form asks what is wrong; each answer has a form of its own. */

import { Casework, reachOf } from "@safe-return/casework"
import { interviewOf } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { OutOfDate } from "../../handlers/explain.ts"
import { findEpisode, readLink } from "../../handlers/findCase.ts"
import { notSetUp, People } from "../../people/People.ts"
import type { CaseForm } from "../CaseForm.ts"
import { cancelEpisodeForm } from "../cancellation/cancellation.ts"
import { submissionOf } from "../caseSubmission.ts"
import { correctEpisodeView } from "../correctEpisode/correctEpisodeView.ts"
import { correctInterviewView, isCorrectable } from "../correctInterview/correctInterviewView.ts"
import { duplicateView, otherRecords } from "../duplicate/duplicateView.ts"
import { latestAt } from "../episodeAtStage.ts"
import { withdrawFromInterviewForm } from "../interviewUndoing/interviewUndoing.ts"
import { withdrawableOf } from "../interviewUndoing/interviewUndoingView.ts"
import { precheck } from "../precheck.ts"
import { joinedRecords, separateView } from "../separate/separateView.ts"
import { entriesOf, withdrawEntryView } from "../withdrawEntry/withdrawEntryView.ts"
import { wrongChildView } from "../wrongChild/wrongChildView.ts"
import { type CorrectionChoice, correctionChoiceView, readCorrectionChoice } from "./correctView.ts"

const episodeMeant = latestAt("Missing", "Found", "Returned")

export const correctForm: CaseForm = {
  permission: "correct-record",
  episodeMeant,
  open: Effect.fn("correctForm")(function* ({ child, state, episode, person }) {
    const isJoined = episode.progress._tag === "Cancelled" && episode.progress.duplicateOf !== undefined
    // A correction that changes nothing is refused only where none is open; a joined record can be separated.
    if (!isJoined) yield* precheck(state, { _tag: "CorrectEpisode", episodeId: episode.id, reason: "mistyped" })
    const people = yield* People
    const roles = yield* people.rolesOf(person)
    const mayMove = reachOf(roles, "move-or-join-records") === "any"
    const mayCancel = reachOf(roles, "cancel-episode") === "any"
    const choices: ReadonlyArray<CorrectionChoice> = [
      ...(isJoined ? [] : (["facts"] as const)),
      ...(!isJoined && isCorrectable(interviewOf(state, episode.id), episode) ? (["interview"] as const) : []),
      ...(!isJoined && withdrawableOf(state, episode).length > 0 ? (["withdraw"] as const) : []),
      ...(mayMove && !isJoined ? (["wrong-child"] as const) : []),
      ...(mayMove && !isJoined && otherRecords(state, episode).length > 0 ? (["duplicate"] as const) : []),
      ...(!isJoined && entriesOf(episode).length > 0 ? (["entry"] as const) : []),
      ...(mayMove && joinedRecords(state, episode).length > 0 ? (["separate"] as const) : []),
      ...(mayCancel && !isJoined ? (["cancel"] as const) : [])
    ]
    if (choices.length === 0) return yield* notSetUp("move-or-join-records")
    return correctionChoiceView({ child, episodeId: episode.id }, episode, choices)
  })
}

export const correctFactsForm: CaseForm = {
  permission: "correct-record",
  episodeMeant,
  open: ({ child, episode }) => Effect.succeed(correctEpisodeView({ child, episodeId: episode.id }, episode))
}

export const wrongChildForm: CaseForm = {
  permission: "move-or-join-records",
  episodeMeant,
  open: ({ child, episode }) => Effect.succeed(wrongChildView({ child, episodeId: episode.id }, episode))
}

export const withdrawEntryForm: CaseForm = {
  permission: "correct-record",
  episodeMeant,
  open: ({ child, episode }) =>
    entriesOf(episode).length === 0
      ? Effect.fail(new OutOfDate())
      : Effect.succeed(withdrawEntryView({ child, episodeId: episode.id }, episode))
}

export const duplicateForm: CaseForm = {
  permission: "move-or-join-records",
  episodeMeant,
  open: ({ child, state, episode }) => Effect.succeed(duplicateView({ child, episodeId: episode.id }, state, episode))
}

export const separateForm: CaseForm = {
  permission: "move-or-join-records",
  episodeMeant,
  open: ({ child, state, episode }) =>
    joinedRecords(state, episode).length === 0
      ? Effect.fail(new OutOfDate())
      : Effect.succeed(separateView({ child, episodeId: episode.id }, state, episode))
}

export const correctInterviewForm: CaseForm = {
  permission: "correct-record",
  episodeMeant,
  open: ({ child, state, episode }) => {
    const interview = interviewOf(state, episode.id)
    return isCorrectable(interview, episode)
      ? Effect.succeed(correctInterviewView({ child, episodeId: episode.id }, episode, interview))
      : Effect.fail(new OutOfDate())
  }
}

const formFor: Readonly<Record<CorrectionChoice, CaseForm>> = {
  facts: correctFactsForm,
  interview: correctInterviewForm,
  "wrong-child": wrongChildForm,
  duplicate: duplicateForm,
  withdraw: withdrawFromInterviewForm,
  entry: withdrawEntryForm,
  separate: separateForm,
  cancel: cancelEpisodeForm
}

/** What is wrong was chosen: the form for it comes next, on the record as it was shown. */
export const correctionChosen = submissionOf(
  correctForm,
  Effect.fn("correctionChosen")(function* ({ metadata, person, values }) {
    const choice = yield* Effect.fromResult(readCorrectionChoice(values))
    const { child, episodeId } = yield* readLink(metadata)
    const casework = yield* Casework
    const state = yield* casework.get(child)
    const episode = yield* findEpisode(state, episodeId)
    const view = yield* formFor[choice].open({ child, state, episode, person })
    return Option.some({ ...view, private_metadata: metadata })
  })
)
