import type { Breakdown } from "../breakdown.ts"
import { STILL_MISSING } from "../byDuration.ts"
import type { Followed, Recurrence } from "../recurrence.ts"
import { hidesChildren, isSmall, type Suppressed, WITHHELD, withheldUnlessZero } from "./figure.ts"
import { hiddenParts, withholdParts } from "./hiddenParts.ts"

interface Months {
  readonly total: number
  readonly children: number
}

const withheldFollowed = ({ followed, notFollowed, notYetKnown }: Followed): Suppressed<Followed> => ({
  followed: withheldUnlessZero(followed),
  notFollowed: withheldUnlessZero(notFollowed),
  notYetKnown: withheldUnlessZero(notYetKnown)
})

/** From so many kinds on, a small month would follow from their number. */
const MANY_KINDS = 3

const isTelling = ({ followed, notFollowed, notYetKnown }: Followed, still: number): boolean =>
  [followed, notFollowed, notYetKnown, still].filter((count) => count > 0).length >= MANY_KINDS

const withheldThroughout: Suppressed<Followed> = { followed: WITHHELD, notFollowed: WITHHELD, notYetKnown: WITHHELD }

/** Those of the shorter time are among those of the longer, so that each table would give the other back. */
const hidesFollowed = ({ within30Days, within90Days }: Recurrence, shownFrom: number): boolean =>
  [within30Days, within90Days].some(({ followed, notFollowed, notYetKnown }) =>
    [followed, notFollowed, notYetKnown].some((count) => isSmall(count, shownFrom))
  )

/**
 * How long the episodes lasted and whether another followed, as one: those that ended are the whole of what followed,
 * so that the two tables share the part that is still missing.
 */
export const suppressDurations = (
  { byDuration, recurrence, ...month }: { readonly byDuration: Breakdown; readonly recurrence: Recurrence } & Months,
  shownFrom: number
): { readonly byDuration: Suppressed<Breakdown>; readonly recurrence: Suppressed<Recurrence> } => {
  const still = byDuration[STILL_MISSING] ?? 0
  const ended = month.total - still
  const hidden = hiddenParts(Object.values(byDuration), shownFrom)
  const shown = withholdParts(byDuration, hidden)
  const table =
    hidden !== "throughout" && isSmall(ended, shownFrom)
      ? Object.fromEntries(Object.entries(byDuration).map(([band, count]) => [band, withheldUnlessZero(count)]))
      : shown
  const both = [recurrence.within30Days, recurrence.within90Days]
  const isFew = isSmall(month.total, shownFrom)
  const fewChildren = hidesChildren(month.total, month.children, shownFrom)
  const tellsChildren = fewChildren && both.some(({ followed }) => followed > 0)
  if (tellsChildren || (isFew && both.some((counts) => isTelling(counts, still)))) {
    return { byDuration: table, recurrence: { within30Days: withheldThroughout, within90Days: withheldThroughout } }
  }
  const isWithheld = isFew || fewChildren || table[STILL_MISSING] === WITHHELD || hidesFollowed(recurrence, shownFrom)
  return {
    byDuration: table,
    recurrence: isWithheld
      ? {
          within30Days: withheldFollowed(recurrence.within30Days),
          within90Days: withheldFollowed(recurrence.within90Days)
        }
      : recurrence
  }
}
