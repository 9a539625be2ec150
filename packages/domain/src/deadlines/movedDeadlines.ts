import type { Calendar } from "../calendar/calendar.ts"
import type { CivilDay } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Policy } from "../policy/policy.ts"
import { workingDayClock } from "./workingDayClock.ts"

/** An interview still owed: what its clocks were started by, and the policy frozen onto the episode. */
export interface OpenDeadline {
  /** Epoch milliseconds. */
  readonly from: Instant
  readonly policy: Policy
}

/** A working-day deadline: its London day, and the moment from which it is missed. */
export interface DueWorkingDay {
  readonly dueDay: CivilDay
  readonly dueAt: Instant
}

/** One deadline that is another day under the new calendar. `deadline` is what was passed in, so that ids come along. */
export interface MovedDeadline<Deadline extends OpenDeadline> {
  readonly deadline: Deadline
  readonly from: DueWorkingDay
  readonly to: DueWorkingDay
}

/**
 * The open deadlines that a new calendar would move, asked before the new version is taken up. Those of other nations
 * and those that stay are left out.
 *
 * @param open `from` in epoch milliseconds, with the policy frozen onto the episode; what else it holds comes along
 *
 * @example
 * ```ts
 * import { civilDay, englandAndWales, formatCivilDay, utc, withOverrides } from "@safe-return/domain/calendar"
 * import { movedDeadlines } from "@safe-return/domain/deadlines"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { Result } from "effect"
 *
 * const closed = { day: civilDay(2026, 12, 29), change: "add", why: "Closed", decidedBy: "cabinet", decidedOn: civilDay(2026, 9, 1) } as const
 * const own = Result.getOrThrow(withOverrides(englandAndWales, [closed]))
 * const open = [{ from: utc(2026, 12, 23, 20), policy: rotherham, child: "LCS-10432" }]
 * const [moved] = movedDeadlines(open, englandAndWales, own)
 * moved && [moved.deadline.child, formatCivilDay(moved.from.dueDay), formatCivilDay(moved.to.dueDay)] // ["LCS-10432","2026-12-30","2026-12-31"]
 * ```
 */
export const movedDeadlines = <Deadline extends OpenDeadline>(
  open: ReadonlyArray<Deadline>,
  before: Calendar,
  after: Calendar
): ReadonlyArray<MovedDeadline<Deadline>> =>
  open
    .filter(({ policy }) => policy.interview.calendar.value === after.nation)
    .map((deadline): MovedDeadline<Deadline> => {
      const dueOn = (calendar: Calendar): DueWorkingDay => {
        const { dueDay, dueAt } = workingDayClock(deadline.from, deadline.policy, calendar)
        return { dueDay, dueAt }
      }
      return { deadline, from: dueOn(before), to: dueOn(after) }
    })
    .filter(({ from, to }) => from.dueAt !== to.dueAt)
