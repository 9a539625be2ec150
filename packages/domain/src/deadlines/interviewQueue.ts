import * as Option from "effect/Option"
import type { Calendars } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { type InterviewStatus, interviewStatus } from "../pathway/standing.ts"
import type { ChildState, Episode } from "../pathway/state.ts"
import type { ChildReference } from "../vocabulary/identifiers.ts"
import { clocksOf, type EpisodeClocks } from "./clocks.ts"
import { type WarningLevel, warningLevel, warningLevels } from "./warningLevel.ts"

/** One interview that is owed, as a manager looks down the list. */
export interface QueueLine {
  readonly child: ChildReference
  readonly state: ChildState
  readonly episode: Episode
  readonly level: WarningLevel
  readonly clocks: EpisodeClocks
  readonly standing: InterviewStatus
}

const linesOf = (child: ChildReference, state: ChildState, now: Instant, on: Calendars): ReadonlyArray<QueueLine> =>
  state.episodes.flatMap((episode) =>
    Option.toArray(
      Option.zipWith(warningLevel(state, episode, now), clocksOf(episode, on), (level, clocks) => ({
        child,
        state,
        episode,
        level,
        clocks,
        standing: interviewStatus(state, episode)
      }))
    )
  )

/** Every interview owed at `now`: no clock first, then overdue, due soon, on track; within a level by due time. */
export const interviewQueue = (
  states: ReadonlyMap<ChildReference, ChildState>,
  now: Instant,
  on: Calendars
): ReadonlyArray<QueueLine> =>
  [...states]
    .flatMap(([child, state]) => linesOf(child, state, now, on))
    .sort(
      (a, b) =>
        warningLevels.indexOf(a.level) - warningLevels.indexOf(b.level) ||
        a.clocks.elapsedClock.dueAt - b.clocks.elapsedClock.dueAt ||
        (a.child === b.child ? 0 : a.child < b.child ? -1 : 1)
    )

/**
 * Every interview that is overdue at `now`, the longest first: brought in or recorded here, and counted from the return
 * or, where none is recorded, from when the child was found. Whatever shows what is overdue shows these.
 */
export const overdueInterviews = (
  states: ReadonlyMap<ChildReference, ChildState>,
  now: Instant,
  on: Calendars
): ReadonlyArray<QueueLine> => interviewQueue(states, now, on).filter(({ level }) => level === "overdue")
