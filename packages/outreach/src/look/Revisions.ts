/** Counts the changes about each subject, so that what was read before one is known to be out of date. */
import type { DeliverySubject } from "@safe-return/journal"

export class Revisions {
  readonly #latest = new Map<DeliverySubject, number>()
  #count = 0

  of(about: DeliverySubject): number {
    return this.#latest.get(about) ?? 0
  }

  /** Something about the subject has changed; returns its new revision. */
  change(about: DeliverySubject): number {
    this.#count += 1
    this.#latest.set(about, this.#count)
    return this.#count
  }
}
