import { Instant } from "../calendar/instant.ts"
import { NumberList } from "./NumberList.ts"

/** When each child was missing: two numbers an episode. A child is the number in which the table first names them. */
export class EpisodeStarts {
  /** At the same place in both lists: whose episode it was, and when it began. */
  readonly #children = new NumberList()
  readonly #times = new NumberList()
  /** The earliest beginning, and infinitely late where there is none. */
  earliest = Number.POSITIVE_INFINITY

  add(child: number, time: Instant): void {
    this.#children.push(child)
    this.#times.push(time)
    if (time < this.earliest) this.earliest = time
  }

  forEach(take: (child: number, time: Instant) => void): void {
    for (let place = 0; place < this.#times.length; place += 1) {
      take(this.#children.at(place), Instant(this.#times.at(place)))
    }
  }
}

/** How many episodes each child had from one moment to before another. */
export const episodesOfEachChild = (
  starts: EpisodeStarts,
  from: Instant,
  before: Instant
): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  starts.forEach((child, time) => {
    if (time >= from && time < before) counts.set(child, (counts.get(child) ?? 0) + 1)
  })
  return counts
}

/** Beginnings that no month looks back to: their children get a number only if one is asked for. */
export class EarlierStarts {
  readonly #times = new NumberList()
  /** Whose they are, from which place on: many tables have a child's episodes one after another. */
  readonly #references: Array<string> = []
  readonly #from = new NumberList()
  #last: string | undefined
  earliest = Number.POSITIVE_INFINITY

  add(reference: string, time: Instant): void {
    if (reference !== this.#last) {
      this.#references.push(reference)
      this.#from.push(this.#times.length)
      this.#last = reference
    }
    this.#times.push(time)
    if (time < this.earliest) this.earliest = time
  }

  numbered(childOf: (reference: string) => number): EpisodeStarts {
    const starts = new EpisodeStarts()
    for (const [run, reference] of this.#references.entries()) {
      const child = childOf(reference)
      const end = run + 1 < this.#from.length ? this.#from.at(run + 1) : this.#times.length
      for (let place = this.#from.at(run); place < end; place += 1) starts.add(child, Instant(this.#times.at(place)))
    }
    return starts
  }
}

/** The beginnings of a table's episodes, parted where no measure looks further back unless an end lies there. */
export interface StartsOfTable {
  readonly recentFrom: Instant
  readonly recent: EpisodeStarts
  readonly earlier: EarlierStarts
  readonly childOf: (reference: string) => number
}

/** All that began after this moment, and others. */
export const startsAfter = (
  { recentFrom, recent, earlier, childOf }: StartsOfTable,
  moment: number
): ReadonlyArray<EpisodeStarts> => (moment < recentFrom ? [earlier.numbered(childOf), recent] : [recent])
