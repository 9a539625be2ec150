/** Trigger ids: proof that a person has just done something, good for one modal within three seconds. */
import { randomBytes } from "node:crypto"

export interface Trigger {
  readonly user: string
  /** The modal it was done in, which a pushed one goes on top of. */
  readonly viewId?: string
}

const lifetimeMillis = 3000

export class Triggers {
  readonly #issued = new Map<string, Trigger & { readonly expiresAt: number; readonly used: boolean }>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  issue(trigger: Trigger): string {
    const id = `${this.#now()}.${randomBytes(8).toString("hex")}`
    this.#issued.set(id, { ...trigger, expiresAt: this.#now() + lifetimeMillis, used: false })
    return id
  }

  /** What the id stands for, or Slack's error code. */
  exchange(id: string): Trigger | "invalid_trigger_id" | "expired_trigger_id" | "exchanged_trigger_id" {
    const trigger = this.#issued.get(id)
    if (trigger === undefined) return "invalid_trigger_id"
    if (trigger.used) return "exchanged_trigger_id"
    if (this.#now() > trigger.expiresAt) return "expired_trigger_id"
    this.#issued.set(id, { ...trigger, used: true })
    return trigger
  }
}
