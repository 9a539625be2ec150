/** The moment from which people are told of things; what was recorded before is history that was brought in. */
import { Instant } from "@safe-return/domain/calendar"
import { Deliveries } from "@safe-return/journal"
import { Clock, Effect } from "effect"
import { CLOCKS_APART } from "../sending/clocksApart.ts"

/** Fixed by the first start, less what clocks may differ: an instance that is behind still records news. */
export const announcementCutoff = Effect.gen(function* () {
  const { announceFrom } = yield* Deliveries
  const before = (now: number) => Instant(now - CLOCKS_APART)
  let from = yield* Effect.flatMap(Clock.currentTimeMillis, (now) => announceFrom(before(now)))
  return (now: Instant): Instant => {
    from = Instant(Math.min(from, before(now)))
    return from
  }
})
