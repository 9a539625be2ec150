import { type Concentration, FIVE } from "../concentration.ts"
import type { Repeat } from "../repeat.ts"
import { hidesChildren, isSmall, type Suppressed, WITHHELD, withheldIf } from "./figure.ts"

/** How the month's episodes are spread over its children. */
export interface Spread {
  readonly total: number
  readonly children: number
  /** Whether the eleven months before had none: then it is the year's spread too. */
  readonly isAloneInYear: boolean
  readonly repeat: Repeat
  readonly concentration: Concentration
}

/** Whether the number of children with 3 or more is withheld; a zero too where it would tell who had one or two. */
const hidesRepeaters = (spread: Spread, shownFrom: number): boolean => {
  const { total, children, isAloneInYear, repeat } = spread
  if (total === children && !hidesChildren(total, children, shownFrom)) return false
  const [beyondFirst, others] = [total - children, children - repeat.children3Plus]
  if (isAloneInYear || hidesChildren(total, children, shownFrom)) return true
  if (isSmall(children - beyondFirst, shownFrom)) return true
  if (children < shownFrom + FIVE && beyondFirst > FIVE) return true
  return isSmall(repeat.children3Plus, shownFrom) || isSmall(others, shownFrom + (repeat.children3Plus === 0 ? 0 : 1))
}

/** Whether the episodes of the five children with most are withheld: they tell what the others had. */
const hidesTopFive = (spread: Spread, hidesRepeat: boolean, shownFrom: number): boolean => {
  const { total, children, concentration } = spread
  // Six episodes are those of five children at most, unless the children are published and six.
  if (!isSmall(total, shownFrom) && total <= FIVE + 1) return false
  if (hidesChildren(total, children, shownFrom)) return true
  // With five more than children at most they follow from the two totals, and withholding them would hide nothing.
  if (children <= FIVE || total - children <= FIVE) return false
  if (spread.isAloneInYear || children < shownFrom + FIVE) return true
  const [most, rest] = [concentration.topFiveChildren, total - concentration.topFiveChildren]
  return hidesRepeat && (most < 2 * FIVE + 3 || rest > 2 * (children - FIVE))
}

/** Children with 3 or more, and the five with most, as one: either can give the other back. */
export const suppressSpread = (
  spread: Spread,
  shownFrom: number
): { readonly repeat: Suppressed<Repeat>; readonly concentration: Suppressed<Concentration> } => {
  const { total, children, concentration } = spread
  const { children3Plus, window } = spread.repeat
  const hidesRepeat = hidesRepeaters(spread, shownFrom)
  const isYearEmpty = spread.isAloneInYear && total === 0
  // A zero would tell of each month in the window that nobody had three in it.
  const hidesWindow =
    window !== null &&
    !(isYearEmpty && window.children3Plus === 0) &&
    (hidesRepeat || window.children3Plus < shownFrom || total - children < shownFrom)
  return {
    repeat: {
      children3Plus: withheldIf(hidesRepeat, children3Plus),
      window: window === null ? null : { ...window, children3Plus: hidesWindow ? WITHHELD : window.children3Plus }
    },
    concentration: {
      topFiveChildren: withheldIf(hidesTopFive(spread, hidesRepeat, shownFrom), concentration.topFiveChildren),
      of: withheldIf(isSmall(total, shownFrom), concentration.of)
    }
  }
}
