import { type Frequency, frequencyBands } from "../frequency.ts"
import type { TrendMonth } from "../trend.ts"
import { type Figure, hidesChildren, isSmall, type Suppressed, WITHHELD, withheldIf } from "./figure.ts"

const MONTHS_COUNTED = 12

/** One band with the fewest and the most episodes that a child in it has. */
interface Band {
  readonly children: number
  readonly fewest: number
  readonly most: number
}

const bandsOf = (frequency: Frequency): ReadonlyArray<Band> =>
  frequencyBands.map(([name, most], place) => ({
    children: frequency[name],
    fewest: (frequencyBands[place - 1]?.[1] ?? 0) + 1,
    most
  }))

const sumOf = <Item>(items: ReadonlyArray<Item>, read: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + read(item), 0)

/** What the trend tells of the twelve months, each withheld total at its least. */
interface TwelveMonths {
  readonly episodes: number
  readonly childMonths: number
  readonly mostChildren: number
}

const twelveMonthsOf = (trend: ReadonlyArray<TrendMonth>, shownFrom: number): TwelveMonths => {
  const least = (count: number) => (isSmall(count, shownFrom) ? 1 : count)
  const hides = (episodes: number, children: number) => hidesChildren(episodes, children, shownFrom)
  return {
    episodes: sumOf(trend, ({ episodes }) => least(episodes)),
    childMonths: sumOf(trend, ({ episodes, children }) => (hides(episodes, children) ? 1 : children)),
    mostChildren: Math.max(
      ...trend.map(({ episodes, children }) => (hides(episodes, children) ? shownFrom - 1 : children))
    )
  }
}

/**
 * Whether each hidden band may hold one child or two, for all that the other bands and the trend tell. Episodes that are
 * over are those of children with one, whose band is hidden too.
 */
const hasRoom = (
  hidden: ReadonlyArray<Band>,
  shown: ReadonlyArray<Band>,
  { episodes, childMonths, mostChildren }: TwelveMonths
): boolean => {
  const atLeast = sumOf(shown, ({ children, fewest }) => children * fewest)
  const atMost = sumOf(shown, ({ children, most }) => (children === 0 ? 0 : children * most))
  const oneEach = sumOf(hidden, ({ fewest }) => fewest)
  const widest = Math.max(...hidden.map(({ fewest }) => fewest))
  const childrenBeside = sumOf(shown, ({ children }) => children) + hidden.length - oneEach
  const left = Math.max(episodes - atMost, oneEach + widest, mostChildren + widest - childrenBeside)
  return left <= episodes - atLeast && childrenBeside + left <= childMonths
}

/** Whether a month of few children could still have any number of them, by what the highest band says of one child. */
const leavesChildrenOpen = (trend: ReadonlyArray<TrendMonth>, highest: number, shownFrom: number): boolean =>
  trend.every(
    ({ episodes, children }) => !hidesChildren(episodes, children, shownFrom) || episodes <= highest * (shownFrom - 2)
  )

/** Most episodes of a child who tells, in a month with none in the year before it, how many had one and how many two. */
const TWO = 2

/** Whether some month is the first in a year: what any child may have had in it is then all that its own table holds. */
const hasFirstMonth = (months: ReadonlyArray<TrendMonth>): boolean => {
  const yearBefore = months.slice(0, -1).map(({ sameMonthYearBefore }) => sameMonthYearBefore ?? 0)
  const episodes = [...yearBefore, ...months.map((month) => month.episodes)]
  return episodes.some(
    (count, place) =>
      place > yearBefore.length &&
      count > 0 &&
      episodes.slice(place - MONTHS_COUNTED + 1, place).every((before) => before === 0)
  )
}

const repeatersLeaveRoom = (
  bands: ReadonlyArray<Band>,
  isHidden: (band: Band) => boolean,
  repeaters: Figure
): boolean =>
  repeaters === WITHHELD ||
  repeaters <=
    sumOf(
      bands.filter(({ fewest }) => fewest > 2),
      (band) => (isHidden(band) ? 1 : band.children)
    )

/**
 * Children by number of episodes. Episodes of the twelve months are published month by month, so that a small band is
 * withheld with the band of one; where that leaves no room, all bands are.
 */
export const suppressFrequency = (
  frequency: Frequency,
  months: ReadonlyArray<TrendMonth>,
  repeaters: Figure,
  shownFrom: number
): Suppressed<Frequency> => {
  const bands = bandsOf(frequency)
  const trend = months.slice(-MONTHS_COUNTED)
  const withheld = (isWithheld: (band: Band) => boolean): Suppressed<Frequency> =>
    Object.fromEntries(
      frequencyBands.map(([name], place) => {
        const band = bands[place]
        return [name, withheldIf(band !== undefined && isWithheld(band), frequency[name])]
      })
    ) as Suppressed<Frequency>
  const small = ({ children }: Band) => isSmall(children, shownFrom)
  const hidesMonth = trend.some(
    ({ episodes, children }) => isSmall(episodes, shownFrom) || hidesChildren(episodes, children, shownFrom)
  )
  const highest = Math.max(...bands.map(({ children, most }) => (children === 0 ? 0 : most)))
  if (highest === TWO && hasFirstMonth(months)) return withheld(() => true)
  if (!(bands.some(small) || hidesMonth)) return withheld(() => false)
  const isHidden = (band: Band) => band.fewest === 1 || small(band)
  const isOpen =
    frequency["1"] > 0 &&
    leavesChildrenOpen(trend, highest, shownFrom) &&
    repeatersLeaveRoom(bands, isHidden, repeaters) &&
    hasRoom(
      bands.filter(isHidden),
      bands.filter((band) => !isHidden(band)),
      twelveMonthsOf(trend, shownFrom)
    )
  return withheld(isOpen ? isHidden : () => true)
}
