import { addDays, type CivilDay } from "../../calendar/civilDay.ts"
import { londonDayOf } from "../../calendar/londonTime.ts"
import type { CmePolicy } from "../policy/cmePolicy.ts"
import { usualCmePolicy } from "../policy/usualCmePolicy.ts"
import type { SchoolReturn } from "./schoolReturn.ts"

/**
 * The first day on which people are reminded of a return that opened no case: a London day, as whole days since 1970-01-01.
 *
 * Source: our own, and not confirmed by any council: no text seen gives a number of days.
 *
 * @example
 * ```ts
 * import { formatCivilDay, utc } from "@safe-return/domain/calendar"
 * import { returnRemindedFrom, usualCmePolicy } from "@safe-return/domain/education"
 *
 * formatCivilDay(returnRemindedFrom(usualCmePolicy, { sentAt: utc(2026, 11, 30, 9) })) // "2026-12-01"
 * ```
 */
export const returnRemindedFrom = (
  { reminders }: Pick<CmePolicy, "reminders">,
  { sentAt }: Pick<SchoolReturn, "sentAt">
): CivilDay =>
  addDays(londonDayOf(sentAt), (reminders.returnUnseenDays ?? usualCmePolicy.reminders.returnUnseenDays).value)
