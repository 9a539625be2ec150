/** Faults made to order: which of the app's Web API calls go wrong, how, and for how long. */
import { seededShare } from "./seededShare.ts"

/** A call refused with Slack's error code, or with an HTTP status such as 429 or 503. Slack does nothing. */
export type Failure = { readonly error: string } | { readonly status: number; readonly retryAfterSeconds?: number }

export type Fault =
  | Failure
  /** Slack does what it was asked, and answers so many milliseconds later by the workspace's clock. */
  | { readonly slowMillis: number }
  /** The connection breaks: before Slack does anything, or after it did what it was asked, so the answer is lost. */
  | { readonly dropped: "before" | "after" }

export interface FaultPlan {
  readonly fault: Fault
  /** Such as `chat.postMessage`; every method when absent. A post to a response URL goes by `response_url`. */
  readonly methods?: ReadonlyArray<string>
  /** How many calls it hits; without, every call until it is lifted. */
  readonly times?: number
  /** Hits only this share of the calls (0 to 1), the same ones at every run with the same seed. */
  readonly chance?: { readonly share: number; readonly seed: number }
  /** Epoch milliseconds by the workspace's clock: from this moment on, and until just before that one. */
  readonly from?: number
  readonly until?: number
}

export interface PlannedFault {
  /** How many calls it has hit so far. */
  readonly hits: () => number
  /** Ends it. */
  readonly lift: () => void
}

interface Standing {
  readonly plan: FaultPlan
  readonly draw: () => boolean
  hits: number
}

export class Faults {
  readonly #standing = new Set<Standing>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  /** From now on, until it is lifted or used up. Of several that fit a call, the one planned first hits it. */
  plan(plan: FaultPlan): PlannedFault {
    const { chance } = plan
    const standing: Standing = {
      plan,
      draw: chance === undefined ? () => true : seededShare(chance.share, chance.seed),
      hits: 0
    }
    this.#standing.add(standing)
    return { hits: () => standing.hits, lift: () => void this.#standing.delete(standing) }
  }

  /** Everything works again. */
  clear(): void {
    this.#standing.clear()
  }

  /** What goes wrong with this call, if anything. */
  next(method: string): Fault | undefined {
    for (const standing of this.#standing) {
      if (!this.#fits(standing.plan, method) || !standing.draw()) continue
      standing.hits += 1
      if (standing.hits === standing.plan.times) this.#standing.delete(standing)
      return standing.plan.fault
    }
    return undefined
  }

  #fits({ methods, from = 0, until = Number.POSITIVE_INFINITY }: FaultPlan, method: string): boolean {
    const now = this.#now()
    return (methods === undefined || methods.includes(method)) && now >= from && now < until
  }
}
