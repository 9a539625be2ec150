import * as Equal from "effect/Equal"
import { foreignFields, type InterviewRecord } from "../../interview/record.ts"
import { type Check, firstRefusal, pass, refuseIf } from "../check.ts"
import type { RecordInterview, RecordInterviewReference } from "../commands.ts"
import { checkWhoIsLeftOut, heardBy } from "../leftOut.ts"
import {
  NarrativeInRecord,
  NotAssigned,
  SignedOffBeforeHeld,
  SignedOffByInterviewer,
  WrittenBeforeHeld
} from "../refusals.ts"
import { interviewOf } from "../standing.ts"
import type { ChildState, Episode, Interview } from "../state.ts"
import { acceptUnless, checkNotFuture, type Decision, type DecisionContext, decideAfter, refuse } from "./decision.ts"
import { isBefore } from "./timesInOrder.ts"

/** Where the interview is written in the case system, which keeps the child's own account. */
export const recordInterviewReference = (
  state: ChildState,
  episode: Episode,
  { reference }: RecordInterviewReference
): Decision => {
  const interview = interviewOf(state, episode.id)
  if (interview === undefined) return refuse(NotAssigned)
  return acceptUnless(interview.caseReference === reference, {
    _tag: "InterviewReferenceRecorded",
    interviewId: interview.id,
    reference
  })
}

/** What is on record already is left alone: the interview may have been taken back since. */
const checkWritten = (
  { completed, record: known = {} }: Interview,
  { writtenAt, signedOffBy }: InterviewRecord,
  tolerance: number,
  { now }: DecisionContext
): Check => {
  const isNewlyWritten = writtenAt !== undefined && writtenAt !== known.writtenAt
  const isNewlySigned = signedOffBy !== undefined && signedOffBy !== known.signedOffBy
  const isEarly = completed === undefined || isBefore(writtenAt, completed.completedAt)
  return firstRefusal(
    () => refuseIf(isNewlyWritten && isEarly, WrittenBeforeHeld),
    () => refuseIf(isNewlySigned && completed === undefined, SignedOffBeforeHeld),
    () => refuseIf(isNewlySigned && signedOffBy === completed?.interviewer, SignedOffByInterviewer),
    () => checkNotFuture(isNewlyWritten ? { writtenAt } : {}, now, tolerance)
  )
}

/** The coded part of the record. Anything else in it is refused: an event is kept for good. */
export const recordInterview = (
  state: ChildState,
  episode: Episode,
  { record, keptFrom }: RecordInterview,
  context: DecisionContext
): Decision => {
  const interview = interviewOf(state, episode.id)
  if (interview === undefined) return refuse(NotAssigned)
  if (foreignFields(record).length > 0) return refuse(NarrativeInRecord)
  const tolerance = episode.policy.futureToleranceMinutes.value
  const isKept = keptFrom === undefined || Equal.equals(interview.keptFrom ?? [], keptFrom)
  const check = firstRefusal(
    () => checkWritten(interview, record, tolerance, context),
    () => (isKept ? pass : checkWhoIsLeftOut(keptFrom, [...heardBy(interview), context.by]))
  )
  return decideAfter(check, () =>
    acceptUnless(isKept && Equal.equals(interview.record, record), {
      _tag: "InterviewRecorded",
      interviewId: interview.id,
      record,
      ...(isKept ? {} : { keptFrom })
    })
  )
}
