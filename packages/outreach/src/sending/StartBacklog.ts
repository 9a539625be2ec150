/** What was owed before this process started and is not on record as sent: an earlier process may have sent it unrecorded. */
import { Instant } from "@safe-return/domain/calendar"
import { claimLease, type Delivery, type DeliveryKey, type DeliverySubject, timeOf } from "@safe-return/journal"
import { Clock, Duration, Effect } from "effect"
import type { OwedMessage, Place } from "../owed/OwedMessage.ts"
import { CLOCKS_APART } from "./clocksApart.ts"

/** How far back a message is looked for that does not say since when it is owed, in milliseconds. */
const LOOK_BACK = 3 * 24 * 60 * 60_000

export class StartBacklog {
  readonly #startedAt: Instant
  readonly #unseen: Set<DeliverySubject>
  readonly #since = new Map<DeliverySubject, Map<DeliveryKey, { readonly from: Instant; readonly place: Place }>>()

  /** @param subjects those of which something was on record at the start */
  constructor(startedAt: Instant, subjects: Iterable<DeliverySubject>) {
    this.#startedAt = startedAt
    this.#unseen = new Set(subjects)
  }

  /**
   * What is owed about a subject; only the first time counts, because what is owed later was owed to nobody at the start.
   *
   * @param isWhole whether everything that is owed is there, so that nothing is left to be seen
   */
  see(
    about: DeliverySubject,
    owed: ReadonlyArray<OwedMessage>,
    delivered: ReadonlyMap<DeliveryKey, Delivery>,
    isWhole = true
  ): void {
    if (!this.#unseen.has(about)) return
    if (isWhole) this.#unseen.delete(about)
    const unrecorded = owed.flatMap(({ key, place, owedSince = this.#startedAt - LOOK_BACK }) =>
      owedSince <= this.#startedAt && !delivered.has(key) ? [[key, { from: Instant(owedSince), place }] as const] : []
    )
    if (unrecorded.length > 0) this.#since.set(about, new Map([...(this.#since.get(about) ?? []), ...unrecorded]))
  }

  /** From when on an earlier process may have sent it; undefined where none can have. */
  sinceOf(about: DeliverySubject, key: DeliveryKey): Instant | undefined {
    return this.#since.get(about)?.get(key)?.from
  }

  /**
   * Before when an earlier process sent it, if it did; undefined where that may have been just now.
   *
   * @param tried what is kept of an earlier try
   */
  sentBefore(tried: Delivery | undefined): Instant | undefined {
    if (tried === undefined) return this.#startedAt
    const settledBy = timeOf(tried) + Duration.toMillis(claimLease) + CLOCKS_APART
    return settledBy <= this.#startedAt ? this.#startedAt : undefined
  }

  /** It was sent just now, so that nothing hangs on it yet. */
  removeThread(about: DeliverySubject, head: DeliveryKey): void {
    for (const [key, { place }] of this.#since.get(about) ?? [])
      if (place._tag === "ThreadOf" && place.key === head) this.remove(about, key)
  }

  /** It is on record now. */
  remove(about: DeliverySubject, key: DeliveryKey): void {
    const left = this.#since.get(about)
    left?.delete(key)
    if (left?.size === 0) this.#since.delete(about)
  }

  forget(about: DeliverySubject): void {
    this.#unseen.delete(about)
    this.#since.delete(about)
  }
}

export const startBacklog = (subjects: Iterable<DeliverySubject>): Effect.Effect<StartBacklog> =>
  Effect.map(Clock.currentTimeMillis, (now) => new StartBacklog(Instant(now), subjects))
