/** Response URLs: where an app may answer an interaction later, five times within thirty minutes. */
import { randomBytes } from "node:crypto"

export interface AnswerTo {
  readonly user: string
  readonly channel: string
  /** The message the interaction was in; absent for a slash command. */
  readonly message?: { readonly ts: string; readonly isEphemeral: boolean; readonly threadTs?: string }
}

const lifetimeMillis = 30 * 60 * 1000
const uses = 5

export class ResponseUrls {
  readonly #issued = new Map<string, { readonly to: AnswerTo; readonly expiresAt: number; readonly left: number }>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  issue(to: AnswerTo): string {
    const id = randomBytes(16).toString("hex")
    this.#issued.set(id, { to, expiresAt: this.#now() + lifetimeMillis, left: uses })
    return id
  }

  /** Uses the URL once: who the answer goes to, or Slack's error code. */
  use(id: string): AnswerTo | "no_such_url" | "expired_url" | "used_url" {
    const issued = this.#issued.get(id)
    if (issued === undefined) return "no_such_url"
    if (this.#now() > issued.expiresAt) return "expired_url"
    if (issued.left === 0) return "used_url"
    this.#issued.set(id, { ...issued, left: issued.left - 1 })
    return issued.to
  }
}
