import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { readUnassigning, readWithdrawalFromInterview, withdrawableOf } from "../../views/interviewUndoingView.ts"
import { findEpisode, readLink } from "../findCase.ts"
import { submissionOf } from "../forms/CaseForm.ts"
import { unassignForm, withdrawFromInterviewForm } from "../forms/interviewUndoing.ts"

export const unassignSubmitted = submissionOf(
  unassignForm,
  Effect.fn("unassignSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readUnassigning(link, values))
    const casework = yield* Casework
    yield* casework.execute(link.child, command, person)
    return Option.none()
  })
)

export const withdrawFromInterviewSubmitted = submissionOf(
  withdrawFromInterviewForm,
  Effect.fn("withdrawFromInterviewSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const casework = yield* Casework
    const state = yield* casework.get(link.child)
    const withdrawable = withdrawableOf(state, yield* findEpisode(state, link.episodeId))
    const command = yield* Effect.fromResult(readWithdrawalFromInterview(link, withdrawable, values))
    yield* casework.execute(link.child, command, person)
    return Option.none()
  })
)
