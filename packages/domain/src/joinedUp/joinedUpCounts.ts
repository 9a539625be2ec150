import { shownFromOf } from "../policy/usualScorecardRules.ts"
import { type Figure, isSmall, type Suppressed, WITHHELD, withheldIf } from "../scorecard/suppression/figure.ts"
import { suppressNamedTable } from "../scorecard/suppression/hiddenParts.ts"
import { type Strand, strands } from "./strands.ts"

/** How many children are on which strands. A strand that was not looked at has no count, and is not zero. */
export interface JoinedUpCounts {
  /** On any strand at all. */
  readonly children: number
  /** Each child once, by all the strands they are on, such as `missing+education`: the combinations that occur. */
  readonly byStrands: Readonly<Record<string, number>>
  /** Each child once, by how many strands they are on, from `1`. */
  readonly byNumber: Readonly<Record<string, number>>
  /** On each strand, whatever others: a child on two is in both. */
  readonly byStrand: Readonly<Record<string, number>>
  /** On both strands of each pair, whatever others: `missing+education`. */
  readonly byPair: Readonly<Record<string, number>>
}

/** The same shape where a count may be withheld. Whole counts are of this shape too. */
export type SuppressedJoinedUpCounts = Suppressed<JoinedUpCounts>

const joined = (combination: ReadonlyArray<Strand>): string => combination.join("+")

type HasCombination = (combination: ReadonlyArray<string>) => boolean

/** Every other count is a sum over the combinations, and says no more than they do. */
const derived = <Count>(lookedAt: ReadonlyArray<string>, sum: (has: HasCombination) => Count) => {
  const pairs = lookedAt.flatMap((one, place) => lookedAt.slice(place + 1).map((other) => [one, other] as const))
  return {
    byNumber: Object.fromEntries(
      lookedAt.map((_, place) => [String(place + 1), sum((combination) => combination.length === place + 1)])
    ),
    byStrand: Object.fromEntries(
      lookedAt.map((strand) => [strand, sum((combination) => combination.includes(strand))])
    ),
    byPair: Object.fromEntries(
      pairs.map((pair) => [pair.join("+"), sum((combination) => pair.every((one) => combination.includes(one)))])
    )
  }
}

const sumOver =
  (byStrands: Readonly<Record<string, number>>) =>
  (has: HasCombination): number =>
    Object.entries(byStrands).reduce((sum, [name, count]) => (has(name.split("+")) ? sum + count : sum), 0)

const inStrandOrder = (one: string, other: string): number => {
  const places = (name: string) => name.split("+").map((strand) => strands.indexOf(strand as Strand))
  const [a, b] = [places(one), places(other)]
  return a.length - b.length || (a.join() < b.join() ? -1 : 1)
}

/** Counts of children by the strands they are on. */
export const joinedUpCounts = (
  children: ReadonlyArray<ReadonlyArray<Strand>>,
  lookedAt: ReadonlyArray<Strand>
): JoinedUpCounts => {
  const counts = new Map<string, number>()
  for (const combination of children) counts.set(joined(combination), (counts.get(joined(combination)) ?? 0) + 1)
  const byStrands = Object.fromEntries([...counts].toSorted(([one], [other]) => inStrandOrder(one, other)))
  return { children: children.length, byStrands, ...derived(lookedAt, sumOver(byStrands)) }
}

/**
 * Withholds counts of 1 to 4 children and what would give one back. All counts are suppressed together: a sum over combinations
 * is withheld where one of them is, so that no table gives back what another withholds.
 *
 * @param shownFrom the smallest count that is shown, 5 or more; zeros are shown, except where they would tell
 *
 * @example
 * ```ts
 * import { joinedUpOf, suppressJoinedUpCounts } from "@safe-return/domain/joinedUp"
 *
 * const child = { system: "education", reference: "EDU-20117" } as const
 * const { counts } = joinedUpOf({ facts: [{ strand: "education", child, what: "open", source: "C1" }], links: [] })
 * const { children, byStrand } = suppressJoinedUpCounts(counts)
 * children // "c"
 * byStrand["missing"] // 0
 * ```
 */
export const suppressJoinedUpCounts = (
  { children, byStrands, byStrand }: JoinedUpCounts,
  shownFrom = shownFromOf({})
): SuppressedJoinedUpCounts => {
  const shown = suppressNamedTable(byStrands, shownFrom)
  const isNameless = WITHHELD in shown
  const sum = (has: HasCombination): Figure => {
    if (isNameless) return WITHHELD
    const parts = Object.entries(shown).filter(([name]) => has(name.split("+")))
    return parts.some(([, count]) => count === WITHHELD)
      ? WITHHELD
      : parts.reduce((total, [, count]) => total + (count === WITHHELD ? 0 : count), 0)
  }
  return {
    children: withheldIf(isSmall(children, shownFrom), children),
    byStrands: shown,
    ...derived(Object.keys(byStrand), sum)
  }
}
