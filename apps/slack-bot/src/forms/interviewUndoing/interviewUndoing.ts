/** Taking somebody off an interview, and withdrawing what was recorded of it and did not happen. */

import { Casework } from "@safe-return/casework"
import { type ChildState, type Episode, interviewOf } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { OutOfDate } from "../../handlers/explain.ts"
import { findEpisode } from "../../handlers/findCase.ts"
import type { CaseForm } from "../CaseForm.ts"
import { recordingOf, submissionOf } from "../caseSubmission.ts"
import { latestAt } from "../episodeAtStage.ts"
import { precheck } from "../precheck.ts"
import {
  readUnassigning,
  readWithdrawalFromInterview,
  unassignView,
  withdrawableOf,
  withdrawFromInterviewView
} from "./interviewUndoingView.ts"

const episodeMeant = latestAt("Missing", "Found", "Returned")

const hasInterviewer = (state: ChildState, { id }: Episode): boolean =>
  interviewOf(state, id)?.interviewer !== undefined

export const unassignForm: CaseForm = {
  permission: "assign-interview",
  episodeMeant,
  open: Effect.fn("unassignForm")(function* ({ child, state, episode }) {
    if (!hasInterviewer(state, episode)) return yield* new OutOfDate()
    yield* precheck(state, {
      _tag: "UnassignInterview",
      episodeId: episode.id,
      reason: "assigned-by-mistake"
    })
    return unassignView({ child, episodeId: episode.id }, state, episode)
  })
}

export const withdrawFromInterviewForm: CaseForm = {
  permission: "correct-record",
  episodeMeant,
  open: ({ child, state, episode }) =>
    withdrawableOf(state, episode).length === 0
      ? Effect.fail(new OutOfDate())
      : Effect.succeed(withdrawFromInterviewView({ child, episodeId: episode.id }, state, episode))
}

export const unassignSubmitted = recordingOf(unassignForm, ({ link, values }) => readUnassigning(link, values))

export const withdrawFromInterviewSubmitted = submissionOf(
  withdrawFromInterviewForm,
  Effect.fn("withdrawFromInterviewSubmitted")(function* ({ link, person, values, expectedVersion }) {
    const casework = yield* Casework
    const state = yield* casework.get(link.child)
    const withdrawable = withdrawableOf(state, yield* findEpisode(state, link.episodeId))
    const command = yield* Effect.fromResult(readWithdrawalFromInterview(link, withdrawable, values))
    yield* casework.execute(link.child, command, person, expectedVersion)
    return Option.none()
  })
)
