/** Things planned to go wrong, each for a time, a number of times, or a share of the cases. */

/** Yes or no in a given share of cases, the same sequence at every run (mulberry32, a small published generator). */
const seededShare = (share: number, seed: number): (() => boolean) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32 < share
  }
}

export interface FaultTiming {
  /** How many it hits; without, every one until it is lifted. */
  readonly times?: number
  /** Hits only this share (0 to 1), the same ones at every run with the same seed. */
  readonly chance?: { readonly share: number; readonly seed: number }
  /** Epoch milliseconds by the workspace's clock: from this moment on, and until just before that one. */
  readonly from?: number
  readonly until?: number
}

export interface FaultHandle {
  /** How many it has hit so far. */
  readonly hits: () => number
  /** Ends it. */
  readonly lift: () => void
}

interface Standing<Plan> {
  readonly plan: Plan
  readonly draw: () => boolean
  hits: number
}

export class Plans<Plan extends FaultTiming> {
  readonly #standing = new Set<Standing<Plan>>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  add(plan: Plan): FaultHandle {
    const { chance } = plan
    const draw = chance === undefined ? () => true : seededShare(chance.share, chance.seed)
    const standing: Standing<Plan> = { plan, draw, hits: 0 }
    this.#standing.add(standing)
    return { hits: () => standing.hits, lift: () => void this.#standing.delete(standing) }
  }

  clear(): void {
    this.#standing.clear()
  }

  /** The plan that hits now, used up by one. Of several that fit, the one added first. */
  next(fits: (plan: Plan) => boolean): Plan | undefined {
    for (const standing of this.#standing) {
      if (!this.#isOn(standing.plan) || !fits(standing.plan) || !standing.draw()) continue
      standing.hits += 1
      if (standing.hits === standing.plan.times) this.#standing.delete(standing)
      return standing.plan
    }
    return undefined
  }

  #isOn({ from = 0, until = Number.POSITIVE_INFINITY }: FaultTiming): boolean {
    const now = this.#now()
    return now >= from && now < until
  }
}
