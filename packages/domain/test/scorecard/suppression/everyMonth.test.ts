import { describe, expect, test } from "vitest"
import { pinnedCounts } from "./everyWorld.ts"
import { type Children, scorecardOfChildren, scorecardOfFollowed, suppressed } from "./madeUpScorecard.ts"

const isSmall = (count: number) => count > 0 && count < 5

const few = [1, 2, 3, 4]

/** What one child can have in some months: every row of numbers up to these, the empty one left out. */
const childrenUpTo = (most: ReadonlyArray<number>): ReadonlyArray<ReadonlyArray<number>> =>
  most
    .reduce<ReadonlyArray<ReadonlyArray<number>>>(
      (rows, count) => rows.flatMap((row) => Array.from({ length: count + 1 }, (_, one) => [...row, one])),
      [[]]
    )
    .filter((row) => row.some((count) => count > 0))

/** Every way to share the episodes of some months among children. */
function* everySharing(totals: ReadonlyArray<number>): Generator<Children> {
  const kinds = childrenUpTo(totals)
  function* share(from: number, left: ReadonlyArray<number>): Generator<Children> {
    if (left.every((count) => count === 0)) {
      yield []
      return
    }
    for (let kind = from; kind < kinds.length; kind += 1) {
      const child = kinds[kind] ?? []
      if (child.some((count, month) => count > (left[month] ?? 0))) continue
      const rest = left.map((count, month) => count - (child[month] ?? 0))
      for (const others of share(kind, rest)) yield [child, ...others]
    }
  }
  yield* share(0, totals)
}

/** What is printed of the children of a month. */
const childrenPrinted = (children: Children, month: number) => {
  const { episodes, repeat, concentration, frequency, trend } = suppressed(scorecardOfChildren(children, month))
  return [episodes.total, episodes.children, repeat, concentration, frequency, trend]
}

const childrenCounted = (children: Children, month: number) => {
  const { episodes, repeat, frequency } = scorecardOfChildren(children, month)
  const { children3Plus } = repeat
  const { total, children: number } = episodes
  return [total, number, total - number, children3Plus, number - children3Plus, ...Object.values(frequency)]
}

const toldOfMonths = (worlds: Iterable<Children>, months: ReadonlyArray<number>) =>
  pinnedCounts(
    worlds,
    (children) => JSON.stringify(months.map((month) => childrenPrinted(children, month))),
    (children) => months.flatMap((month) => childrenCounted(children, month)),
    isSmall
  )

function* everyOf(sharings: ReadonlyArray<ReadonlyArray<number>>) {
  for (const totals of sharings) yield* everySharing(totals)
}

describe("an attacker who tries every way in which children can share the episodes of a month", () => {
  test.each([6, 9, 11, 12, 16, 18, 20])("tells nothing of %i episodes in a year", (total) => {
    expect(toldOfMonths(everyOf([[total]]), [0])).toEqual([])
  })

  test.each([
    { name: "nine and five", totals: [[9, 5]], months: [0, 1] },
    { name: "few and seven", totals: few.map((first) => [first, 7]), months: [0, 1] }
  ])("tells nothing of months of $name", ({ totals, months }) => {
    expect(toldOfMonths(everyOf(totals), months)).toEqual([])
  })

  test("finds no figure of the first five withheld that the totals give", () => {
    for (const total of [5, 6, 8, 11, 14, 18]) {
      const told = pinnedCounts(
        everyOf([[total]]),
        (children) => JSON.stringify(childrenPrinted(children, 0)),
        (children) => {
          const whole = scorecardOfChildren(children, 0)
          return suppressed(whole).concentration.topFiveChildren === "c" ? [whole.concentration.topFiveChildren] : []
        },
        () => true
      )
      expect(told).toEqual([])
    }
  })
})

interface Month {
  readonly total: number
  readonly children: number
  /** Episodes of the next month and of the one after it, and how many of them are the first to follow one of this. */
  readonly later: readonly [number, number]
  readonly followers: readonly [number, number]
  /** Of the others, whether those of the longer time are not yet known. */
  readonly notYetKnown: number
}

const upTo = (most: number) => Array.from({ length: most + 1 }, (_, count) => count)

function* everyMonth(total: number, [next, afterNext]: readonly [number, number]): Generator<Month> {
  for (let children = 1; children <= total; children += 1) {
    for (const one of upTo(next)) {
      for (const two of upTo(afterNext)) {
        for (const soon of upTo(Math.min(children, one))) {
          for (const late of upTo(Math.min(children - soon, two))) {
            for (const notYetKnown of upTo(children - soon - late)) {
              yield { total, children, later: [one, two], followers: [soon, late], notYetKnown }
            }
          }
        }
      }
    }
  }
}

describe("an attacker who knows that a child's second episode of a month follows the first", () => {
  test.each([
    { total: 5, later: [5, 5] },
    { total: 11, later: [6, 1] },
    { total: 16, later: [7, 0] }
  ] as const)("tells no count of $total episodes that were followed or not", ({ total, later }) => {
    const followedOf = ({ children, followers: [soon, late], notYetKnown }: Month) => {
      const followed = total - children + soon
      const rest = total - followed - late - notYetKnown
      return [
        { followed, notFollowed: total - followed, notYetKnown: 0 },
        { followed: followed + late, notFollowed: rest, notYetKnown }
      ] as const
    }
    const print = (month: Month) => {
      const printed = suppressed(scorecardOfFollowed(month, followedOf(month)))
      const laterPrinted = month.later.map((count) => (isSmall(count) ? "c" : count))
      return JSON.stringify([printed.episodes.total, printed.episodes.children, printed.recurrence, laterPrinted])
    }
    const countsOf = (month: Month) => [
      month.children,
      total - month.children,
      ...followedOf(month).flatMap((counts) => Object.values(counts))
    ]
    expect(pinnedCounts(everyMonth(total, later), print, countsOf, isSmall)).toEqual([])
  })
})
