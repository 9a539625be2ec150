import * as Option from "effect/Option"
import type { Calendars } from "../calendar/calendar.ts"
import { Instant } from "../calendar/instant.ts"
import { remindersOf } from "../deadlines/reminders.ts"
import type { ChildState } from "../pathway/state.ts"
import { type IsManned, ladderOf } from "./ladder.ts"

/**
 * When the next reminder of this child falls due or their alert climbs on, in epoch milliseconds; none when neither is
 * to come.
 *
 * @param now epoch milliseconds
 * @param on the calendar of each nation that working hours are counted on
 *
 * @example
 * ```ts
 * import { calendars, formatInstant, utc } from "@safe-return/domain/calendar"
 * import { nextEscalationAt } from "@safe-return/domain/escalation"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 * import { Option } from "effect"
 *
 * const { state } = syntheticCase("returned")
 * Option.map(nextEscalationAt(state, utc(2026, 11, 23, 12), calendars), formatInstant) // some("2026-11-23T13:00:00.000Z")
 * ```
 */
export const nextEscalationAt = (
  state: ChildState,
  now: Instant,
  on: Calendars,
  isManned?: IsManned
): Option.Option<Instant> => {
  const reminder = remindersOf(state, now, on).find(({ at }) => at > now)?.at
  const climbs = ladderOf(state, now, on, isManned).flatMap(({ next }) => (next === undefined ? [] : [next]))
  const times = reminder === undefined ? climbs : [reminder, ...climbs]
  return times.length === 0 ? Option.none() : Option.some(Instant(Math.min(...times)))
}
