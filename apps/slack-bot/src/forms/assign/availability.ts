/** When interviewers are available, for the person who assigns one of them. */
import { addHours, Instant } from "@safe-return/domain/calendar"
import { elapsedClockOf } from "@safe-return/domain/deadlines"
import { unavailabilityOf } from "@safe-return/domain/escalation"
import type { Episode, PersonId } from "@safe-return/domain/pathway"
import { Availabilities } from "@safe-return/journal"
import { availabilityInWords, londonDateTime, notThereInWords } from "@safe-return/wording"
import { Clock, Effect, Option } from "effect"
import { personInWords } from "../../words/person.ts"
import type { Assignment } from "./assignView.ts"

/** By when it must be carried out; as long from now where no clock runs yet, or it has run out. */
const dueAtOf = (episode: Episode, now: Instant): Instant =>
  Option.match(
    Option.filter(elapsedClockOf(episode), ({ dueAt }) => dueAt > now),
    {
      onNone: () => addHours(now, episode.policy.interview.hours.value),
      onSome: ({ dueAt }) => dueAt
    }
  )

/** What is known of a person's working days, and of their time away between now and then. */
export const availabilityUntil = Effect.fn("availabilityUntil")(function* (now: Instant, until: Instant) {
  const availabilities = yield* Availabilities
  const known = yield* availabilities.all
  return (person: PersonId): ReadonlyArray<string> => {
    const theirs = known.get(person)
    if (theirs === undefined) return []
    const { pattern, away } = availabilityInWords(theirs, now, until)
    return [...(pattern === undefined ? [] : [pattern]), ...away.map((period) => `:warning: ${period}`)]
  }
})

/** The same, until this episode's interview is due. */
export const availabilityFor = Effect.fn("availabilityFor")(function* (episode: Episode) {
  const now = Instant(yield* Clock.currentTimeMillis)
  return yield* availabilityUntil(now, dueAtOf(episode, now))
})

/** What speaks against a planned time, in a sentence: that they are away then, or do not work. Undefined when nothing does. */
export const planWarning = Effect.fn("planWarning")(function* ({
  interviewer,
  plannedFor
}: Pick<Assignment, "interviewer" | "plannedFor">) {
  if (plannedFor === undefined) return undefined
  const availabilities = yield* Availabilities
  const theirs = (yield* availabilities.all).get(interviewer)
  const why = theirs === undefined ? undefined : unavailabilityOf(theirs, plannedFor)
  if (why === undefined) return undefined
  return `${personInWords(interviewer)} ${notThereInWords(why, plannedFor)}, and the interview is planned for ${londonDateTime(plannedFor)}.`
})
