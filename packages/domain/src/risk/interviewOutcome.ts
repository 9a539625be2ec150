import { isDeclined } from "../pathway/offer.ts"
import type { NotDoneReason } from "../pathway/pathwayWords.ts"
import { notDoneOf } from "../pathway/standing.ts"
import type { Episode, Interview } from "../pathway/state.ts"

/** Whether an interview that did not happen tells something about the child, and not about the authorities. */
const tellsOfTheChild: Readonly<Record<NotDoneReason, boolean>> = {
  "declined-by-child": true,
  "parent-refused-access": true,
  "missing-again": true,
  "unable-to-contact": true,
  "aged-18": false,
  "custody-or-hospital": false,
  "other-authority": false,
  "assessed-not-required": false,
  "covered-by-another": false,
  died: false
}

export type InterviewOutcome = "achieved" | "not-achieved" | "none-yet"

/** What came of an episode's interview. "None yet" also where nothing can be read from there being none. */
export const interviewOutcome = (episode: Episode, interview: Interview | undefined): InterviewOutcome => {
  if (interview?.completed !== undefined) return "achieved"
  const notDone = notDoneOf(interview, episode)
  if (notDone !== undefined) return tellsOfTheChild[notDone.reason] ? "not-achieved" : "none-yet"
  return isDeclined(interview, episode) ? "not-achieved" : "none-yet"
}
