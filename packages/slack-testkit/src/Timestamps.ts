/** Message timestamps such as `1794819600.000200`: each is its message's id too, so no two are equal. */
export class Timestamps {
  #lastMicros = 0
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  next(): string {
    this.#lastMicros = Math.max(Math.floor(this.#now() * 1000), this.#lastMicros + 1)
    const seconds = Math.floor(this.#lastMicros / 1_000_000)
    return `${seconds}.${String(this.#lastMicros % 1_000_000).padStart(6, "0")}`
  }

  /** Takes note of one given out in an earlier run, so that it is never given out again. */
  seen(ts: string): void {
    const [seconds = "0", micros = "0"] = ts.split(".")
    this.#lastMicros = Math.max(this.#lastMicros, Number(seconds) * 1_000_000 + Number(micros))
  }
}
