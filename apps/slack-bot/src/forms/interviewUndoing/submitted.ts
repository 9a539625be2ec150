import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { findEpisode, readLink } from "../../handlers/findCase.ts"
import { submissionOf } from "../CaseForm.ts"
import { unassignForm, withdrawFromInterviewForm } from "./interviewUndoing.ts"
import { readUnassigning, readWithdrawalFromInterview, withdrawableOf } from "./interviewUndoingView.ts"

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
