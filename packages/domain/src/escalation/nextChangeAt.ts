import * as Option from "effect/Option"
import type { Calendars } from "../calendar/calendar.ts"
import { Instant } from "../calendar/instant.ts"
import { nextWarningLevelAt } from "../deadlines/warningLevel.ts"
import type { ChildState } from "../pathway/state.ts"
import type { ChildFacts } from "../risk/childFacts.ts"
import { triggersFired } from "../risk/triggers.ts"
import type { IsManned } from "./ladder.ts"
import { nextEscalationAt } from "./nextEscalationAt.ts"

/** The last moment there is a date for. Asked then, every trigger that time alone will meet has been met. */
const END_OF_TIME = Instant(8.64e15)

/** What is known beside what happened. */
export interface KnownBeside {
  /** The calendar of each nation, a council's own in its place. */
  readonly calendars: Calendars
  readonly facts?: ChildFacts
  readonly isManned?: IsManned
}

/**
 * When time alone, from `now` on, next changes what there is to tell of this child, in epoch milliseconds: a reminder,
 * a rung, a warning level or a trigger. None when nothing is to come.
 *
 * @param now epoch milliseconds
 *
 * @example
 * ```ts
 * import { calendars, formatInstant, utc } from "@safe-return/domain/calendar"
 * import { nextChangeAt } from "@safe-return/domain/escalation"
 * import { emptyChildState } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 * import { Option } from "effect"
 *
 * const { state } = syntheticCase("returned")
 * Option.map(nextChangeAt(state, utc(2026, 11, 24, 9), { calendars }), formatInstant) // some("2026-11-24T09:30:00.001Z")
 * nextChangeAt(emptyChildState, utc(2026, 11, 24, 9), { calendars }) // none()
 * ```
 */
export const nextChangeAt = (
  state: ChildState,
  now: Instant,
  { calendars, facts = {}, isManned }: KnownBeside
): Option.Option<Instant> => {
  const toTell = nextEscalationAt(state, now, calendars, isManned)
  const levels = state.episodes.map((episode) => nextWarningLevelAt(state, episode, now))
  const triggers = triggersFired(state, { now: END_OF_TIME, facts, calendars })
  const times = [toTell, ...levels].flatMap(Option.toArray)
  for (const { metAt, standing } of triggers) if (metAt > now && standing._tag !== "Imported") times.push(metAt)
  return times.length === 0 ? Option.none() : Option.some(Instant(Math.min(...times)))
}
