/** What somebody who is away has to carry out, and what has become of it since they went. */
import { type CivilDay, type Instant, startOfLondonDay } from "@safe-return/domain/calendar"
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
    | { readonly _tag: "Declined" }
    | { readonly _tag: "NotDone" }
    /** Its episode was transferred, or closed on the child's 18th birthday. */
    | { readonly _tag: "NotOwed" }
}

const dueAt = ({ episode }: InterviewOfAbsent): number =>
  Option.match(hours72Of(episode), { onNone: () => Number.POSITIVE_INFINITY, onSome: (hours) => hours.dueAt })

/** Closing as such leaves an interview as it is: it was settled before. */
const leftHandsAt = ({ closure }: Episode): Instant | undefined => {
  if (closure === undefined || closure._tag === "Closed") return undefined
  return closure._tag === "Transferred" ? closure.transferredAt : closure.closedAt
}

const becameOf = (
  state: ChildState,
  episode: Episode,
  { interviewer, completed, noneSince, passedOn = [] }: Interview,
  person: PersonId,
  since: CivilDay
): InterviewOfAbsent["became"] | undefined => {
  const from = startOfLondonDay(since)
  const wasTheirs = passedOn.some((before) => before.interviewer === person && before.until >= from)
  if (interviewer !== person && !wasTheirs) return undefined
  if (completed !== undefined)
    return completed.completedAt < from ? undefined : { _tag: "CarriedOutBy", person: completed.interviewer }
  const standing = interviewStanding(state, episode)
  const isSince = (time: Instant | undefined) => time !== undefined && time >= from
  if (standing._tag === "NotOwed" && isSince(leftHandsAt(episode))) return { _tag: "NotOwed" }
  if ((standing._tag === "Declined" || standing._tag === "NotDone") && isSince(noneSince))
    return { _tag: standing._tag }
  if (interviewer !== person) return { _tag: "GivenTo", person: interviewer }
  return isInterviewOwed(standing) ? { _tag: "StillTheirs" } : undefined
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
