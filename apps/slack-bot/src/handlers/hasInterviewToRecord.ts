import { Casework, episodeOfInterview } from "@safe-return/casework"
import { addDays, Instant, londonDayOf } from "@safe-return/domain/calendar"
import {
  type ChildReference,
  type ChildState,
  type Interview,
  isOpen,
  type PersonId
} from "@safe-return/domain/pathway"
import { Clock, Effect } from "effect"

/** When an interview was last assigned to this person. */
const givenAt = Effect.fn("givenAt")(function* (child: ChildReference, { id }: Interview, person: PersonId) {
  const casework = yield* Casework
  const given = (yield* casework.history(child)).findLast(
    ({ event }) => event._tag === "InterviewAssigned" && event.interviewId === id && event.interviewer === person
  )
  return given?.recordedAt
})

/** Whether a person has an interview still to record: it ends with the record, the episode or the policy's days. */
export const hasInterviewToRecord = Effect.fn("hasInterviewToRecord")(function* (
  child: ChildReference,
  state: ChildState,
  person: PersonId
) {
  if (state.death !== undefined) return false
  const today = londonDayOf(Instant(yield* Clock.currentTimeMillis))
  for (const interview of state.interviews) {
    const { interviewer, completed, noneSince } = interview
    if (interviewer !== person || completed !== undefined || noneSince !== undefined) continue
    const episode = episodeOfInterview(state, interview)
    if (episode === undefined || !isOpen(episode)) continue
    const { revealDays } = episode.policy
    const given = revealDays === undefined ? undefined : yield* givenAt(child, interview, person)
    if (revealDays === undefined || given === undefined) return true
    if (today <= addDays(londonDayOf(given), revealDays.value)) return true
  }
  return false
})
