/** What is owed and has not gone, with since when and why: kept apart from the outbox, which some of it never enters. */
import type { DeliveryKey, DeliverySubject } from "@safe-return/journal"
import { type OwedMessage, urgencies } from "../owed/OwedMessage.ts"

export interface WaitingMessage {
  readonly about: DeliverySubject
  readonly key: DeliveryKey
  readonly urgency: OwedMessage["urgency"]
  /** It is there, and only what it says is out of date. */
  readonly isUpdate: boolean
  /** When it was first owed, by the clock that only goes forward. */
  readonly since: number
  /** What kept it last; absent while it was never tried. */
  readonly reason?: string
  /** It was refused for good: people are told of that at once, and no waiting brings it. */
  readonly isRefused: boolean
  /** It is kept as undelivered. */
  readonly isListed: boolean
}

export class Backlog {
  readonly #bySubject = new Map<DeliverySubject, Map<DeliveryKey, WaitingMessage>>()

  /**
   * What is owed about the subject and has not gone, in place of what was so before.
   *
   * @param isWhole false where more may be owed, so that what was so before stays
   */
  replace(
    about: DeliverySubject,
    owed: ReadonlyArray<Pick<WaitingMessage, "key" | "urgency" | "isUpdate" | "reason">>,
    now: number,
    isWhole = true
  ): void {
    const before = this.#bySubject.get(about)
    const left = isWhole ? [] : [...(before ?? [])]
    if (owed.length + left.length === 0) {
      this.#bySubject.delete(about)
      return
    }
    const entries = owed.map((one) => {
      const known = before?.get(one.key) ?? { about, since: now, isRefused: false, isListed: false }
      return [one.key, { ...known, ...one }] as const
    })
    this.#bySubject.set(about, new Map([...left, ...entries]))
  }

  /** It was tried and did not go: what was kept of it as undelivered may have been replaced by a claim. */
  noteFailure(about: DeliverySubject, key: DeliveryKey, reason: string, isRefused = false): void {
    this.#change(about, key, { reason, isRefused, isListed: false })
  }

  noteListed(about: DeliverySubject, key: DeliveryKey): void {
    this.#change(about, key, { isListed: true })
  }

  remove(about: DeliverySubject, key: DeliveryKey): void {
    const entries = this.#bySubject.get(about)
    entries?.delete(key)
    if (entries?.size === 0) this.#bySubject.delete(about)
  }

  forget(about: DeliverySubject): void {
    this.#bySubject.delete(about)
  }

  /** How many of each urgency; none of one that nothing has. */
  get counts(): ReadonlyMap<WaitingMessage["urgency"], number> {
    const counts = new Map<WaitingMessage["urgency"], number>()
    for (const entries of this.#bySubject.values()) {
      for (const { urgency } of entries.values()) counts.set(urgency, (counts.get(urgency) ?? 0) + 1)
    }
    return counts
  }

  /** What has waited so long without a refusal: the most urgent first, the oldest first among those. */
  overdue(now: number, patience: number): ReadonlyArray<WaitingMessage> {
    const rank = ({ urgency }: WaitingMessage) => urgencies.indexOf(urgency)
    return [...this.#bySubject.values()]
      .flatMap((entries) => [...entries.values()])
      .filter(({ since, isRefused }) => !isRefused && now - since >= patience)
      .sort((a, b) => rank(a) - rank(b) || a.since - b.since)
  }

  #change(about: DeliverySubject, key: DeliveryKey, change: Partial<WaitingMessage>): void {
    const entries = this.#bySubject.get(about)
    const known = entries?.get(key)
    if (known !== undefined) entries?.set(key, { ...known, ...change })
  }
}
