import * as Option from "effect/Option"
import type { Calendars } from "../calendar/calendar.ts"
import { Instant } from "../calendar/instant.ts"
import { remindersOf } from "../deadlines/reminders.ts"
import type { ChildState } from "../pathway/state.ts"
import { type IsManned, ladderOf } from "./ladder.ts"

/** When the next reminder of this child falls due or their alert climbs on; none when neither is to come. */
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
