/** Whole numbers between bounds and what holds between their sums: as far as an attacker with patience gets. */

/** `least <= sum of factor * number <= most` */
interface Relation {
  readonly terms: ReadonlyArray<readonly [place: number, factor: number]>
  readonly least: number
  readonly most: number
}

/** After so many conclusions without a contradiction there is none, for bounds can creep on for long. */
const PATIENCE = 5_000

/** More than any count of the councils that are made up. */
const NO_LIMIT = 400

export class Counting {
  readonly #names = new Map<string, number>()
  readonly #low: Array<number> = []
  readonly #high: Array<number> = []
  readonly #relations: Array<Relation> = []
  readonly #relationsOf: Array<Array<number>> = []
  readonly #excluded = new Map<number, readonly [from: number, to: number]>()
  /** What a try has changed, so that it can be undone. */
  #changed: Array<readonly [place: number, low: number, high: number]> | undefined

  /** A number by name, between bounds; what is said of it again is added to what is known. */
  number(name: string, low = 0, high = NO_LIMIT): string {
    const place = this.#names.get(name) ?? this.#names.size
    if (!this.#names.has(name)) {
      this.#names.set(name, place)
      this.#relationsOf.push([])
      this.#low.push(0)
      this.#high.push(NO_LIMIT)
    }
    this.#low[place] = Math.max(this.#low[place] ?? 0, low)
    this.#high[place] = Math.min(this.#high[place] ?? NO_LIMIT, high)
    return name
  }

  /** No number between these two, both included. */
  exclude(name: string, from: number, to: number): void {
    if (from <= to) this.#excluded.set(this.#place(name), [from, to])
  }

  relate(terms: Readonly<Record<string, number>>, least: number, most: number): void {
    const placed = Object.entries(terms).map(([name, factor]) => [this.#place(this.number(name)), factor] as const)
    for (const [place] of placed) this.#relationsOf[place]?.push(this.#relations.length)
    this.#relations.push({ terms: placed, least, most })
  }

  /** `sum of parts = whole` */
  sum(parts: ReadonlyArray<string>, whole: string): void {
    this.relate({ ...Object.fromEntries(parts.map((part) => [part, 1])), [whole]: -1 }, 0, 0)
  }

  /** `smaller <= larger + by` */
  atMost(smaller: string, larger: string, by = 0): void {
    if (smaller !== larger) this.relate({ [smaller]: 1, [larger]: -1 }, Number.NEGATIVE_INFINITY, by)
  }

  bounds(name: string): readonly [low: number, high: number] {
    const place = this.#place(name)
    return [this.#low[place] ?? 0, this.#high[place] ?? NO_LIMIT]
  }

  get names(): ReadonlyArray<string> {
    return [...this.#names.keys()]
  }

  /** Draws every conclusion that one relation after the other allows; false where they contradict each other. */
  propagate(from: Iterable<number> = this.#relations.keys(), patience = 20 * PATIENCE): boolean {
    const waiting = new Set(from)
    let steps = patience
    for (const next of waiting) {
      waiting.delete(next)
      steps -= 1
      if (steps === 0) return true
      const relation = this.#relations[next]
      if (relation !== undefined && !this.#narrow(relation, waiting)) return false
    }
    return true
  }

  /** Tries for each number that may be small whether it could be its least, and whether it could be more. */
  search(rounds: number, small: number): void {
    if (!this.propagate()) throw new Error("What is published contradicts itself, as the attacker reads it.")
    for (let round = 0; round < rounds; round += 1) {
      let narrowed = false
      for (let place = 0; place < this.#low.length; place += 1) {
        for (let low = this.#low[place] ?? 0; low < small && low < (this.#high[place] ?? 0); low += 1) {
          const isNever = !this.#isPossible(place, low, low)
          const isAlways = !isNever && !this.#isPossible(place, low + 1, this.#high[place] ?? low)
          if (isNever) this.#low[place] = low + 1
          if (isAlways) this.#high[place] = low
          if (isNever || isAlways) {
            narrowed = true
            this.propagate(this.#relationsOf[place])
          } else break
        }
      }
      if (!narrowed) return
    }
  }

  #isPossible(place: number, low: number, high: number): boolean {
    this.#changed = []
    this.#bound(place, low, high)
    const isPossible = this.propagate(this.#relationsOf[place], PATIENCE)
    for (const [at, from, to] of this.#changed.reverse()) {
      this.#low[at] = from
      this.#high[at] = to
    }
    this.#changed = undefined
    return isPossible
  }

  #bound(place: number, low: number, high: number): void {
    this.#changed?.push([place, this.#low[place] ?? 0, this.#high[place] ?? 0])
    this.#low[place] = low
    this.#high[place] = high
  }

  #place(name: string): number {
    const place = this.#names.get(name)
    if (place === undefined) throw new Error(`${name} is not known`)
    return place
  }

  #narrow({ terms, least, most }: Relation, waiting: Set<number>): boolean {
    let [low, high] = [0, 0]
    for (const [place, factor] of terms) {
      low += factor * ((factor > 0 ? this.#low[place] : this.#high[place]) ?? 0)
      high += factor * ((factor > 0 ? this.#high[place] : this.#low[place]) ?? 0)
    }
    if (low > most || high < least) return false
    for (const [place, factor] of terms) {
      const [from, to] = [this.#low[place] ?? 0, this.#high[place] ?? 0]
      const [own, opposite] = factor > 0 ? [from, to] : [to, from]
      const [upTo, downTo] = [(most - low) / factor + own, (least - high) / factor + opposite]
      const [gap, gapEnd] = this.#excluded.get(place) ?? [0, -1]
      const highest = Math.min(to, Math.floor(factor > 0 ? upTo : downTo))
      const lowest = Math.max(from, Math.ceil(factor > 0 ? downTo : upTo))
      const newHigh = highest >= gap && highest <= gapEnd ? gap - 1 : highest
      const newLow = lowest >= gap && lowest <= gapEnd ? gapEnd + 1 : lowest
      if (newLow > newHigh) return false
      if (newLow === from && newHigh === to) continue
      this.#bound(place, newLow, newHigh)
      for (const other of this.#relationsOf[place] ?? []) waiting.add(other)
    }
    return true
  }
}
