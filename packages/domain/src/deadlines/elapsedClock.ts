import { addHours, type Instant } from "../calendar/instant.ts"
import type { Policy } from "../policy/policy.ts"

/** The elapsed-time clock: `dueAt` itself is still within. */
export interface ElapsedClock {
  readonly dueAt: Instant
}

/**
 * The policy's number of elapsed hours (72) after the return, weekends and clock changes included.
 *
 * Counted on instants: three wall-clock days would be an hour out in the weeks the clocks change.
 *
 * Source: Statutory guidance on children who run away or go missing from home or care (January 2014), "within 72
 * hours of the child returning to their home or care setting"; Rotherham operating guidance, section 3.
 *
 * @param from epoch milliseconds: what the policy's `anchor` names, by default the return
 */
export const elapsedClock = (from: Instant, policy: Policy): ElapsedClock => ({
  dueAt: addHours(from, policy.interview.hours.value)
})

/**
 * Whether an interview carried out at this moment was within: exactly 72:00:00.000 is.
 *
 * @param completedAt epoch milliseconds
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { isWithinElapsedClock } from "@safe-return/domain/deadlines"
 *
 * const clock = { dueAt: utc(2026, 11, 24, 9, 30) }
 * isWithinElapsedClock(clock, utc(2026, 11, 24, 9, 30)) // true
 * isWithinElapsedClock(clock, utc(2026, 11, 24, 9, 31)) // false
 * ```
 */
export const isWithinElapsedClock = (clock: ElapsedClock, completedAt: Instant): boolean => completedAt <= clock.dueAt
