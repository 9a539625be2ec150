/** What the load generator is asked to send, and what it saw. Both cross between processes. */
import type { people } from "../../test/endToEnd/trainingCouncil.ts"

/** Signed slash commands of one person, with each of the texts in turn. */
export interface Commands {
  readonly kind: "commands"
  readonly url: string
  readonly command: string
  readonly texts: ReadonlyArray<string>
  readonly person: (typeof people)[keyof typeof people]
  readonly signingSecret: string
}

/** Notifications of the police, each once. */
export interface Notifications {
  readonly kind: "notifications"
  readonly url: string
  readonly token: string
  readonly bodies: ReadonlyArray<Record<string, unknown>>
}

export interface Load {
  readonly what: Commands | Notifications
  readonly requests: number
  /** So many at once, each as soon as the one before is answered; or so many begun in each second, answered or not. */
  readonly pace: { readonly connections: number } | { readonly perSecond: number }
  /** Words that stand in every right answer. */
  readonly expected: string
}

export interface LoadResult {
  /** Epoch milliseconds, to a fraction: this machine's clock is the same in all its processes. */
  readonly startedAt: number
  readonly seconds: number
  /** Milliseconds from when each request was due until its answer was read, in the order of sending. */
  readonly latencies: ReadonlyArray<number>
  /** What was answered first that did not hold the expected words; the load is then no measure of anything. */
  readonly wrong?: string
}
