import { Option } from "effect"
import { addHours, type Instant } from "../calendar/instant.ts"
import type { EpisodeId } from "../pathway/identifiers.ts"
import { interviewStanding, isInterviewOwed } from "../pathway/standing.ts"
import type { ChildState, Episode } from "../pathway/state.ts"
import { clocksOf } from "./clocks.ts"

/** So many hours before the deadline, or the moment it is missed. */
export type ReminderStage = { readonly _tag: "Before"; readonly hours: number } | { readonly _tag: "Breach" }

/** One reminder of an interview that is owed: `at` is when it falls due, `dueAt` the deadline it speaks of. */
export interface Reminder {
  readonly episodeId: EpisodeId
  readonly stage: ReminderStage
  readonly at: Instant
  readonly dueAt: Instant
}

const remindersFor = (episode: Episode): ReadonlyArray<Reminder> =>
  Option.match(clocksOf(episode), {
    onNone: () => [],
    onSome: ({ hours72: { dueAt } }) => {
      const { hoursBefore, atBreach } = episode.policy.reminders
      const before = hoursBefore.value.map(
        (hours): Reminder => ({
          episodeId: episode.id,
          stage: { _tag: "Before", hours },
          at: addHours(dueAt, -hours),
          dueAt
        })
      )
      // The deadline itself is still within, so the breach is the first moment after it.
      const breach: Reminder = { episodeId: episode.id, stage: { _tag: "Breach" }, at: (dueAt + 1) as Instant, dueAt }
      return atBreach ? [...before, breach] : before
    }
  })

/**
 * Every reminder of the interviews this child is owed, past and to come, in order of time. Which of them have been
 * sent is the outbox's business: computed afresh each time, none is lost to a restart or a missed tick.
 */
export const remindersOf = (state: ChildState): ReadonlyArray<Reminder> =>
  state.episodes
    .filter((episode) => isInterviewOwed(interviewStanding(state, episode)))
    .flatMap(remindersFor)
    .sort((a, b) => a.at - b.at)
