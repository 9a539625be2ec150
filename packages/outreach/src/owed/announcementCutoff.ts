/** The moment from which people are told of things; what was recorded before is history that was brought in. */
import { Instant } from "@safe-return/domain/calendar"
import { Deliveries } from "@safe-return/journal"
import { Clock, Effect } from "effect"
import { CLOCKS_APART } from "../sending/clocksApart.ts"

/**
 * Fixed by the first start, and put back by as much as clocks differ: what an instance whose clock is behind records
 * just after another's first start is news. Nor is it history because the clock was put back since.
 */
export const announcementCutoff = Effect.gen(function* () {
  const { announceFrom } = yield* Deliveries
  const before = (now: number) => Instant(now - CLOCKS_APART)
  let from = yield* Effect.flatMap(Clock.currentTimeMillis, (now) => announceFrom(before(now)))
  return (now: Instant): Instant => {
    from = Instant(Math.min(from, before(now)))
    return from
  }
})
