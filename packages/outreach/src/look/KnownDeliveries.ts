/** What one look read of a subject's deliveries, kept current by what the sender writes itself. */
import type { Delivery, DeliveryKey, DeliverySubject } from "@safe-return/journal"
import type { Revisions } from "./Revisions.ts"

export class KnownDeliveries {
  readonly about: DeliverySubject
  readonly #revisions: Revisions
  #revision: number
  #delivered: ReadonlyMap<DeliveryKey, Delivery>

  /** @param revision the subject's when it began to be read, so that a write meanwhile shows */
  constructor(
    about: DeliverySubject,
    delivered: ReadonlyMap<DeliveryKey, Delivery>,
    revisions: Revisions,
    revision = revisions.of(about)
  ) {
    this.about = about
    this.#delivered = delivered
    this.#revisions = revisions
    this.#revision = revision
  }

  get delivered(): ReadonlyMap<DeliveryKey, Delivery> {
    return this.#delivered
  }

  /** False once anything about the subject has changed that these do not show. */
  get isCurrent(): boolean {
    return this.#revision === this.#revisions.of(this.about)
  }

  /** Adds a write of our own, with which what else is owed changes only where something is undelivered. */
  note(delivery: Delivery): void {
    const staysCurrent = this.isCurrent && ![...this.#delivered.values()].some(({ _tag }) => _tag === "Undelivered")
    this.#delivered = new Map(this.#delivered).set(delivery.key, delivery)
    const revision = this.#revisions.change(this.about)
    if (staysCurrent) this.#revision = revision
  }
}
