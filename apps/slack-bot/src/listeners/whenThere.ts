/** When people are there to carry out an interview, for whoever gives it to one of them. */
import { addHours, Instant } from "@safe-return/domain/calendar"
import { clocksOf } from "@safe-return/domain/deadlines"
import type { Episode, PersonId } from "@safe-return/domain/pathway"
import { Availabilities } from "@safe-return/journal"
import { Clock, Effect, Option } from "effect"
import { availabilityInWords } from "../words/away.ts"

/** By when it is to be carried out; as long from now where no clock runs yet, or it has run out. */
const dueAtOf = (episode: Episode, now: Instant): Instant =>
  Option.match(
    Option.filter(clocksOf(episode), ({ hours72 }) => hours72.dueAt > now),
    {
      onNone: () => addHours(now, episode.policy.interview.hours.value),
      onSome: ({ hours72 }) => hours72.dueAt
    }
  )

/** What is known of somebody's working days, and of their time away before this episode's interview is due. */
export const whenThere = Effect.fn("whenThere")(function* (episode: Episode) {
  const availabilities = yield* Availabilities
  const known = yield* availabilities.all
  const now = Instant(yield* Clock.currentTimeMillis)
  return (person: PersonId): ReadonlyArray<string> => {
    const theirs = known.get(person)
    return theirs === undefined ? [] : availabilityInWords(theirs, now, dueAtOf(episode, now))
  }
})
