/** Tells the app what happened, in order, as far as it subscribes to it and may see it. */
import type { JsonObject } from "../json.ts"
import type { AppIdentity } from "../options.ts"
import type { AppConnection } from "./AppConnection.ts"
import { type ChangingCall, eventsOf, type KnownMessages } from "./eventsOf.ts"
import { eventCallback } from "./payloads.ts"

export class Announcer {
  readonly #subscribed: ReadonlySet<string>
  /** An app that subscribes to nothing but its home is spared the looking around. */
  readonly #hearsOfChanges: boolean
  readonly #app: AppIdentity
  readonly #connection: AppConnection
  readonly #look: (method: string, params: JsonObject) => Promise<JsonObject>
  readonly #nextTs: () => string
  readonly #closing: AbortSignal
  /** Messages as the app last heard of them: an event of a change says what stood there before. */
  readonly #seen: KnownMessages = new Map()
  #inOrder: Promise<unknown> = Promise.resolve()

  constructor(parts: {
    readonly subscribed: ReadonlyArray<string>
    readonly app: AppIdentity
    readonly connection: AppConnection
    /** A Web API call in the app's name: what it may not see, it is not told. */
    readonly look: (method: string, params: JsonObject) => Promise<JsonObject>
    readonly nextTs: () => string
    readonly closing: AbortSignal
  }) {
    this.#subscribed = new Set(parts.subscribed)
    this.#hearsOfChanges = parts.subscribed.some((name) => name !== "app_home_opened")
    this.#app = parts.app
    this.#connection = parts.connection
    this.#look = parts.look
    this.#nextTs = parts.nextTs
    this.#closing = parts.closing
  }

  subscribesTo(name: string): boolean {
    return this.#subscribed.has(name)
  }

  /** Never waited for: Slack answers a call whether or not the app has heard of it. */
  happened(happened: ChangingCall): void {
    if (!this.#hearsOfChanges) return
    const told = this.#inOrder.then(() => this.#tell(happened))
    this.#inOrder = told.catch((cause) => {
      // A workspace that is closing answers no more; anything else is a fault of ours.
      if (!this.#closing.aborted)
        queueMicrotask(() => {
          throw cause
        })
    })
  }

  async #tell(happened: ChangingCall): Promise<void> {
    const nearby = { look: this.#look, nextTs: this.#nextTs, seen: this.#seen, botUserId: this.#app.botUserId }
    for (const { name, event } of await eventsOf(happened, nearby)) {
      // Sent in order, answered in whatever order the app likes.
      if (this.subscribesTo(name)) void this.#connection.event(eventCallback(this.#app, event))
    }
  }
}
