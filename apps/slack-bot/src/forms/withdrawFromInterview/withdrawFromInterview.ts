import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { OutOfDate } from "../../handlers/explain.ts"
import { findEpisode } from "../../handlers/findCase.ts"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm, latestAt } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import {
  readWithdrawalFromInterview,
  WITHDRAW_FROM_INTERVIEW_FORM,
  withdrawableOf,
  withdrawFromInterviewButton,
  withdrawFromInterviewView
} from "./withdrawFromInterviewView.ts"

export const withdrawFromInterviewForm: CaseForm = {
  permission: "correct-interview",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  records: "WithdrawFromInterview",
  open: ({ link, state, episode }) =>
    withdrawableOf(state, episode).length === 0
      ? Effect.fail(new OutOfDate())
      : Effect.succeed(withdrawFromInterviewView(link, state, episode))
}

const withdrawFromInterviewSubmitted = submissionOf(
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

export const withdrawFromInterview: FormSlice = {
  buttons: { [withdrawFromInterviewButton.actionId]: buttonFor(withdrawFromInterviewForm) },
  submissions: { [WITHDRAW_FROM_INTERVIEW_FORM]: withdrawFromInterviewSubmitted }
}
