import { Effect } from "effect"
import { backoff } from "./backoff.ts"

/** So many faults in a row, of whatever messages, are the carrier's own and not a message's. */
const AWAY_AFTER = 3

/** Whether a carrier answers: one that is away is tried by one message at a time, less and less often. */
export class CircuitBreaker {
  #faults = 0
  #closedUntil = 0
  #underway = 0
  #awaySince: number | undefined

  get isAway(): boolean {
    return this.#faults >= AWAY_AFTER
  }

  /** When it was found to be away, by the caller's clock; undefined while it answers. */
  get awaySince(): number | undefined {
    return this.#awaySince
  }

  /** Milliseconds of the caller's clock; infinite while the one that asks has no answer. */
  freeFrom(): number {
    if (!this.isAway) return 0
    return this.#underway > 0 ? Number.POSITIVE_INFINITY : this.#closedUntil
  }

  begin(): void {
    this.#underway += 1
  }

  end(): void {
    this.#underway -= 1
  }

  /** It is tried at once, because a person asks for it. */
  retryNow(): void {
    this.#closedUntil = 0
  }

  /** It answered, even with a refusal of one message. True when it had been away. */
  answered(): boolean {
    const wasAway = this.isAway
    this.#faults = 0
    this.#awaySince = undefined
    return wasAway
  }

  failed(now: number): Effect.Effect<void> {
    this.#faults += 1
    if (!this.isAway) return Effect.void
    this.#awaySince ??= now
    return Effect.map(backoff(this.#faults - AWAY_AFTER + 1), (wait) => {
      this.#closedUntil = now + wait
    })
  }
}
