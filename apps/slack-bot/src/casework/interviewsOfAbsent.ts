/** What somebody who is away has to carry out, and what has become of it since they went. */
import { type CivilDay, startOfLondonDay } from "@safe-return/domain/calendar"
import { hours72Of } from "@safe-return/domain/deadlines"
import {
  type ChildReference,
  type ChildState,
  type Episode,
  episodeById,
  type Interview,
  interviewStanding,
  isInterviewOwed,
  type PersonId
} from "@safe-return/domain/pathway"
import { Option } from "effect"

export interface InterviewOfAbsent {
  readonly child: ChildReference
  readonly episode: Episode
  readonly interview: Interview
  readonly became:
    | { readonly _tag: "StillTheirs" }
    | { readonly _tag: "GivenTo"; readonly person: PersonId }
    | { readonly _tag: "CarriedOutBy"; readonly person: PersonId }
}

const dueAt = ({ episode }: InterviewOfAbsent): number =>
  Option.match(hours72Of(episode), { onNone: () => Number.POSITIVE_INFINITY, onSome: (hours) => hours.dueAt })

const becameOf = (
  state: ChildState,
  episode: Episode,
  { interviewer, completed, passedOn = [] }: Interview,
  person: PersonId,
  since: CivilDay
): InterviewOfAbsent["became"] | undefined => {
  const from = startOfLondonDay(since)
  const wasTheirs = passedOn.some((before) => before.interviewer === person && before.until >= from)
  if (interviewer !== person && !wasTheirs) return undefined
  if (completed !== undefined)
    return completed.completedAt < from ? undefined : { _tag: "CarriedOutBy", person: completed.interviewer }
  if (interviewer !== person) return { _tag: "GivenTo", person: interviewer }
  return isInterviewOwed(interviewStanding(state, episode)) ? { _tag: "StillTheirs" } : undefined
}

/** Theirs since the London day on which they went: by when each is due, those without a clock last. */
export const interviewsOfAbsent = (
  states: ReadonlyMap<ChildReference, ChildState>,
  person: PersonId,
  since: CivilDay
): ReadonlyArray<InterviewOfAbsent> =>
  [...states]
    .flatMap(([child, state]) =>
      state.interviews.flatMap((interview): ReadonlyArray<InterviewOfAbsent> => {
        const episode = Option.getOrUndefined(episodeById(state, interview.episodeIds[0]))
        const became = episode && becameOf(state, episode, interview, person, since)
        return episode === undefined || became === undefined ? [] : [{ child, episode, interview, became }]
      })
    )
    .toSorted((one, other) => dueAt(one) - dueAt(other) || (one.child < other.child ? -1 : 1))
