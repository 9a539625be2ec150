/** What a person who is away has to carry out, and what has become of it since they went. */
import { type CivilDay, type Instant, startOfLondonDay } from "@safe-return/domain/calendar"
import { runningElapsedClockOf } from "@safe-return/domain/deadlines"
import {
  type ChildReference,
  type ChildState,
  type Episode,
  type Interview,
  interviewStatus,
  isInterviewOwed,
  type PersonId
} from "@safe-return/domain/pathway"
import { Option } from "effect"
import { episodeOfInterview } from "./episodeOfInterview.ts"

export interface InterviewOfAbsent {
  readonly child: ChildReference
  readonly state: ChildState
  readonly episode: Episode
  readonly interview: Interview
  readonly became:
    | { readonly _tag: "StillTheirs" }
    | { readonly _tag: "GivenTo"; readonly person: PersonId }
    | { readonly _tag: "NobodysNow" }
    | { readonly _tag: "CarriedOutBy"; readonly person: PersonId }
    | { readonly _tag: "Declined" }
    | { readonly _tag: "NotDone" }
    /** Its episode was transferred, or closed on the child's 18th birthday. */
    | { readonly _tag: "NotOurs" }
    | { readonly _tag: "Cancelled" }
}

const dueAt = ({ state, episode }: InterviewOfAbsent): number =>
  Option.match(runningElapsedClockOf(state, episode), {
    onNone: () => Number.POSITIVE_INFINITY,
    onSome: (hours) => hours.dueAt
  })

interface InterviewEnd {
  readonly became: InterviewOfAbsent["became"]
  readonly at: Instant
}

/** How an episode came to need no interview: it was settled before it closed, or merging gave it to another. */
const endedBy = ({ closure, progress }: Episode): InterviewEnd | undefined => {
  if (progress._tag === "Cancelled" && progress.duplicateOf === undefined && progress.cancelledAt !== undefined) {
    return { became: { _tag: "Cancelled" }, at: progress.cancelledAt }
  }
  // Nobody is told what became of an interview of a child who died.
  if (closure === undefined || closure._tag === "Closed" || closure._tag === "Died") return undefined
  const at = closure._tag === "Transferred" ? closure.transferredAt : closure.closedAt
  return { became: { _tag: "NotOurs" }, at }
}

const becameOf = (
  state: ChildState,
  episode: Episode,
  { interviewer, completed, notDone, noneSince, passedOn = [] }: Interview,
  person: PersonId,
  since: CivilDay
): InterviewOfAbsent["became"] | undefined => {
  if (state.death !== undefined) return undefined
  const from = startOfLondonDay(since)
  const wasTheirs = passedOn.some((before) => before.interviewer === person && before.until >= from)
  if (interviewer !== person && !wasTheirs) return undefined
  if (completed !== undefined)
    return completed.completedAt < from ? undefined : { _tag: "CarriedOutBy", person: completed.interviewer }
  const isSince = (time: Instant | undefined) => time !== undefined && time >= from
  if (isSince(noneSince)) return { _tag: notDone === undefined ? "Declined" : "NotDone" }
  // Of one that was settled before, it is no news that its episode ended.
  const ended = noneSince === undefined ? endedBy(episode) : undefined
  if (isSince(ended?.at)) return ended?.became
  if (interviewer === undefined) return { _tag: "NobodysNow" }
  if (interviewer !== person) return { _tag: "GivenTo", person: interviewer }
  return isInterviewOwed(interviewStatus(state, episode)) ? { _tag: "StillTheirs" } : undefined
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
        const episode = episodeOfInterview(state, interview)
        const became = episode && becameOf(state, episode, interview, person, since)
        return episode === undefined || became === undefined ? [] : [{ child, state, episode, interview, became }]
      })
    )
    .toSorted((one, other) => dueAt(one) - dueAt(other) || (one.child < other.child ? -1 : 1))
