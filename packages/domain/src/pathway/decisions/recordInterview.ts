import { Equal } from "effect"
import { foreignFields } from "../../interview/record.ts"
import type { RecordInterview, RecordInterviewReference } from "../commands.ts"
import { NarrativeInRecord, NotAssigned } from "../refusals.ts"
import { interviewOf } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { acceptUnless, type Decision, refuse } from "./decision.ts"

/** Where the interview is written in the case system, which keeps the child's own account. */
export const recordInterviewReference = (
  state: ChildState,
  episode: Episode,
  { reference }: RecordInterviewReference
): Decision => {
  const interview = interviewOf(state, episode.id)
  if (interview === undefined) return refuse(new NotAssigned())
  return acceptUnless(interview.caseReference === reference, {
    _tag: "InterviewReferenceRecorded",
    interviewId: interview.id,
    reference
  })
}

/** The coded part of the record. Anything else in it is refused: an event is kept for good. */
export const recordInterview = (
  state: ChildState,
  episode: Episode,
  { record, keptFrom }: RecordInterview
): Decision => {
  const interview = interviewOf(state, episode.id)
  if (interview === undefined) return refuse(new NotAssigned())
  if (foreignFields(record).length > 0) return refuse(new NarrativeInRecord())
  const isKept = keptFrom === undefined || Equal.equals(interview.keptFrom ?? [], keptFrom)
  return acceptUnless(isKept && Equal.equals(interview.record, record), {
    _tag: "InterviewRecorded",
    interviewId: interview.id,
    record,
    ...(isKept ? {} : { keptFrom })
  })
}
