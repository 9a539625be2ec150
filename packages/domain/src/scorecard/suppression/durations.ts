import type { Breakdown } from "../breakdown.ts"
import { STILL_MISSING } from "../byDuration.ts"
import type { Followed, Recurrence } from "../recurrence.ts"
import { hasSmall, hidesChildren, isSmall, type Suppressed, WITHHELD, withheldUnlessZero } from "./figure.ts"
import { hiddenParts, withholdParts } from "./hiddenParts.ts"

interface Months {
  readonly total: number
  readonly children: number
}

const withheldFollowed: Suppressed<Followed> = { followed: WITHHELD, notFollowed: WITHHELD, notYetKnown: WITHHELD }

/**
 * Those of the shorter time are among those of the longer, so that each table would give the other back. One more than
 * the largest small count hides them too: totals of the months after can say that a count is no less.
 */
const hidesFollowed = ({ within30Days, within90Days }: Recurrence, shownFrom: number): boolean =>
  [within30Days, within90Days].some(({ followed, notFollowed, notYetKnown }) =>
    hasSmall([followed, notFollowed, notYetKnown], shownFrom + 1)
  )

/**
 * How long the episodes lasted and whether another followed, as one: those that ended are the whole of what followed,
 * so that the two tables share the part that is still missing.
 */
export const suppressDurations = (
  { byDuration, recurrence, ...month }: { readonly byDuration: Breakdown; readonly recurrence: Recurrence } & Months,
  shownFrom: number
): { readonly byDuration: Suppressed<Breakdown>; readonly recurrence: Suppressed<Recurrence> } => {
  const ended = month.total - (byDuration[STILL_MISSING] ?? 0)
  // Printed again later, the month says in which band the children who were still missing came back.
  const hidden = isSmall(byDuration[STILL_MISSING] ?? 0, shownFrom)
    ? "throughout"
    : hiddenParts(Object.values(byDuration), shownFrom)
  const shown = withholdParts(byDuration, hidden)
  const table =
    hidden !== "throughout" && isSmall(ended, shownFrom)
      ? Object.fromEntries(Object.entries(byDuration).map(([band, count]) => [band, withheldUnlessZero(count)]))
      : shown
  const isWithheld =
    isSmall(month.total, shownFrom) ||
    hidesChildren(month.total, month.children, shownFrom) ||
    table[STILL_MISSING] === WITHHELD ||
    hidesFollowed(recurrence, shownFrom)
  return {
    byDuration: table,
    recurrence: isWithheld ? { within30Days: withheldFollowed, within90Days: withheldFollowed } : recurrence
  }
}
