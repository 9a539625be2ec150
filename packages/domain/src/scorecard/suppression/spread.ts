import { type Concentration, FIVE } from "../concentration.ts"
import type { Repeat } from "../repeat.ts"
import { hidesChildren, isSmall, type Suppressed, WITHHELD, withheldIf } from "./figure.ts"

/** How the month's episodes are spread over its children. */
export interface Spread {
  readonly total: number
  readonly children: number
  readonly repeat: Repeat
  readonly concentration: Concentration
}

/** Episodes beyond each child's first that one child with 3 takes, and two of them. */
const [OF_ONE, OF_TWO] = [2, 4]

/** Whether the number of children with 3 or more is withheld; a zero too where it would tell how many there are. */
const hidesRepeaters = ({ total, children, repeat: { children3Plus } }: Spread, shownFrom: number): boolean => {
  if (total === 0) return false
  const [beyondFirst, others] = [total - children, children - children3Plus]
  if (hidesChildren(total, children, shownFrom) || (beyondFirst >= OF_ONE && beyondFirst < OF_TWO)) return true
  if (children < shownFrom + FIVE && beyondFirst > FIVE) return true
  return isSmall(children3Plus, shownFrom) || isSmall(others, shownFrom + (children3Plus === 0 ? 0 : 1))
}

/** Whether the episodes of the five children with most are withheld: they tell what the others had. */
const hidesTopFive = (spread: Spread, hidesRepeat: boolean, shownFrom: number): boolean => {
  const { total, children, concentration } = spread
  if (hidesChildren(total, children, shownFrom)) return true
  if (children <= FIVE) return false
  if (children < shownFrom + FIVE) return true
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
  const hidesWindow =
    window !== null && (hidesRepeat || isSmall(window.children3Plus, shownFrom) || total - children < OF_TWO)
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
