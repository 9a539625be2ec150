/** The known adult a child asked for: no assignment takes them off the interview without a question. */
import { type ChildState, type EpisodeId, interviewOf, type PersonId } from "@safe-return/domain/pathway"
import { personInWords } from "../../words/person.ts"
import type { Assignment } from "./assignView.ts"

/** Who has the interview because the child asked for them; undefined where nobody has for that reason. */
export const knownAdultOf = (state: ChildState, episodeId: EpisodeId | undefined): PersonId | undefined => {
  const interview = episodeId && interviewOf(state, episodeId)
  return interview?.knownAdult === true ? interview.interviewer : undefined
}

/** Given to them once more, with a time say, it is still at the child's wish. */
export const withWishKept = (assignment: Assignment, knownAdult: PersonId | undefined): Assignment =>
  assignment.interviewer === knownAdult ? { ...assignment, knownAdult: true } : assignment

/** That the child asked for another person, in a sentence; undefined where they did not, or ask for this one now. */
export const wishWarning = (
  { interviewer, knownAdult: isAskedFor }: Assignment,
  knownAdult: PersonId | undefined
): string | undefined =>
  knownAdult === undefined || isAskedFor || interviewer === knownAdult
    ? undefined
    : `The child asked for ${personInWords(knownAdult)}, who has the interview. Give it to another person only if the child agrees.`
