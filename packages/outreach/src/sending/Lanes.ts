/** What each carrier's messages count against: its own circuit breaker, and the limits it names. */

import type { Place } from "../owed/OwedMessage.ts"
import { CircuitBreaker } from "./CircuitBreaker.ts"
import type { Limits } from "./Outbox.ts"
import type { Act, Pace, Transport } from "./Transport.ts"
import type { WaitingReason } from "./WaitingReason.ts"

interface Lane {
  readonly freeFrom: (now: number) => number
  readonly atOnce: number
}

export class Lanes {
  readonly #breakers = new Map<string, CircuitBreaker>()
  readonly #lanes = new Map<string, Lane>()
  readonly #paces = new Map<string, Pace>()

  breakerOf({ name }: Transport): CircuitBreaker {
    const known = this.#breakers.get(name)
    if (known !== undefined) return known
    const breaker = new CircuitBreaker()
    this.#breakers.set(name, breaker)
    this.#lanes.set(name, { freeFrom: () => breaker.freeFrom(), atOnce: Number.POSITIVE_INFINITY })
    return breaker
  }

  /** Those that an act there needs, by name. */
  neededFor(carrier: Transport, place: Place, act: Act | "supersede"): ReadonlyArray<string> {
    const { name, pace } = carrier
    this.breakerOf(carrier)
    // Nothing is asked of the carrier for what is only crossed off.
    if (act === "supersede") return []
    if (pace === undefined) return [name]
    this.#paces.set(name, pace)
    const { lanesOf, freeFrom, atOnce } = pace
    const own = lanesOf(place, act).map((lane) => {
      const full = `${name}: ${lane}`
      this.#lanes.set(full, { freeFrom: (now) => freeFrom(lane, now), atOnce })
      return full
    })
    return [name, ...own]
  }

  areFree(needed: ReadonlyArray<string>, now: number): boolean {
    return needed.every((lane) => (this.#lanes.get(lane)?.freeFrom(now) ?? 0) <= now)
  }

  limitsAt(now: number): Limits {
    return {
      freeFrom: (lane) => this.#lanes.get(lane)?.freeFrom(now) ?? 0,
      atOnce: (lane) => this.#lanes.get(lane)?.atOnce ?? Number.POSITIVE_INFINITY
    }
  }

  /** Why what needs these may not go now; undefined where it may. */
  waitingReason(needed: ReadonlyArray<string>, now: number): WaitingReason | undefined {
    if (needed.some((lane) => this.#breakers.get(lane)?.isAway)) return "carrier-away"
    return this.areFree(needed, now) ? undefined : "ratelimited"
  }

  /** When the carrier of that name was found to be away; undefined while it answers. */
  awaySince(name: string): number | undefined {
    return this.#breakers.get(name)?.awaySince
  }

  /** Resolves when a call has ended that may have held a lane. */
  nextEnd(): Promise<void> {
    return Promise.race([...this.#paces.values()].flatMap(({ nextEnd }) => nextEnd?.() ?? []))
  }

  /** A carrier that is away is asked again at once. */
  retryNow(): void {
    for (const breaker of this.#breakers.values()) breaker.retryNow()
  }
}
