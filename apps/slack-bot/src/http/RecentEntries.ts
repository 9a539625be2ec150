/** What came lately, by name; it holds two maps, as one whose oldest are taken out keeps holes that each look passes over. */
interface RecentLimits {
  /** Remembered for at least as long. */
  readonly span: number
  /** So many of the newest are remembered within that span, and at most twice as many. */
  readonly most?: number
}

export class RecentEntries<Value> {
  readonly #span: number
  readonly #most: number
  #newer = new Map<string, Value>()
  #older = new Map<string, Value>()
  #newerSince: number | undefined

  constructor({ span, most = Number.POSITIVE_INFINITY }: RecentLimits) {
    this.#span = span
    this.#most = most
  }

  get(name: string): Value | undefined {
    return this.#newer.get(name) ?? this.#older.get(name)
  }

  /** `now` in the unit of the span. */
  set(name: string, value: Value, now: number): void {
    this.#newerSince ??= now
    if (now - this.#newerSince > this.#span || this.#newer.size >= this.#most) {
      this.#older = this.#newer
      this.#newer = new Map()
      this.#newerSince = now
    }
    this.#newer.set(name, value)
  }

  delete(name: string): void {
    this.#newer.delete(name)
    this.#older.delete(name)
  }
}
