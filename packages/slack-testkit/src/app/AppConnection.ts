/** Slack's line to the app, by HTTP to its request URL or by Socket Mode, with retries of events and faults to order. */
import { type WorkspaceClock, waitUntil } from "../clock.ts"
import type { Faults } from "../faults/Faults.ts"
import { isObject, type JsonObject } from "../json.ts"
import type { AppIdentity } from "../options.ts"
import type { Signing } from "../signing.ts"
import type { Delivery, Message, Retry, SentRequest } from "./delivery.ts"
import { urlVerification } from "./payloads.ts"
import { type PostOutcome, post, signedRequest } from "./RequestUrl.ts"
import { type DisconnectReason, envelope, SocketMode, type WhichConnections } from "./SocketMode.ts"

/** Slack sends an event again at once, a minute later and five minutes after that. */
const retriesAfterMillis = [0, 60_000, 300_000]

/** How long a delivery that the next one overtakes waits for it. */
const overtakenWithinMillis = 1000

const sentKept = 1000

const hasArrived = (delivery: Delivery) =>
  delivery.outcome === "acknowledged" ||
  (delivery.outcome === "refused" && delivery.status >= 200 && delivery.status < 300)

export class AppConnection {
  /** The last thousand requests, newest last; for repeating one byte by byte. */
  readonly sent: Array<SentRequest> = []
  /** The WebSocket side; the workspace's server hands connections to it. */
  readonly sockets: SocketMode
  readonly #signingSecret: string
  readonly #clock: WorkspaceClock
  readonly #closing: AbortSignal
  readonly #faults: Faults
  readonly #overtaken = new Set<() => void>()
  #requestUrl: string | undefined

  constructor(parts: {
    readonly app: AppIdentity
    readonly clock: WorkspaceClock
    readonly closing: AbortSignal
    readonly faults: Faults
  }) {
    this.#signingSecret = parts.app.signingSecret
    this.#clock = parts.clock
    this.#closing = parts.closing
    this.#faults = parts.faults
    this.sockets = new SocketMode(parts.app.id, parts.faults)
  }

  /** Where the app listens, such as `http://127.0.0.1:3000/slack/events`; without it, its Socket Mode connections. */
  connect(requestUrl: string): void {
    this.#requestUrl = requestUrl
  }

  /** Asks for a word back, as Slack does before it takes a request URL for events; false when it does not come. */
  async verify(): Promise<boolean> {
    const question = urlVerification()
    const delivery = await this.#deliver({ kind: "events_api", payload: question }, "genuine")
    if (delivery.outcome !== "acknowledged") return false
    const said = isObject(delivery.body) ? delivery.body["challenge"] : delivery.body
    return said === question.challenge
  }

  /** How many Socket Mode connections the app has open. */
  get connections(): number {
    return this.sockets.connections
  }

  /** Tells the oldest Socket Mode connection, or others, to be opened again; false when there is none. */
  disconnect(reason: DisconnectReason, which?: WhichConnections): boolean {
    return this.sockets.disconnect(reason, which)
  }

  /** Breaks Socket Mode connections without a word, as a network does. */
  breakConnections(which?: WhichConnections): void {
    this.sockets.breakConnections(which)
  }

  /** Leaves Socket Mode connections open and silent, as a router does that forgot them: pings are not answered. */
  hangConnections(which?: WhichConnections): void {
    this.sockets.hangConnections(which)
  }

  /** Sends an event. What is not acknowledged is sent again, three times at most; the first try is returned. */
  async event(payload: JsonObject, signing: Signing = "genuine"): Promise<Delivery> {
    const message: Message = { kind: "events_api", payload }
    const sentAt = this.#clock.now()
    const first = await this.#deliver(message, signing)
    // A wrongly signed request comes from another sender, who has no reason to try again.
    if (signing === "genuine") void this.#retry(message, first, sentAt)
    return first
  }

  command(fields: Readonly<Record<string, string>>, signing: Signing): Promise<Delivery> {
    return this.#deliver({ kind: "slash_commands", payload: fields }, signing)
  }

  interaction(payload: JsonObject, signing: Signing): Promise<Delivery> {
    return this.#deliver({ kind: "interactive", payload }, signing)
  }

  /** Sends the very same bytes and signature once more, as an eavesdropper would. */
  repeat(request: SentRequest): Promise<Delivery> {
    return this.#send(request)
  }

  async #retry(message: Message, first: PostOutcome, firstSentAt: number): Promise<void> {
    let last = first
    let sentAt = firstSentAt
    for (const [index, after] of retriesAfterMillis.entries()) {
      if (hasArrived(last) || last.noRetry === true) return
      if (!(await waitUntil(this.#clock, sentAt + after, this.#closing))) return
      sentAt = this.#clock.now()
      last = await this.#deliver(message, "genuine", { attempt: index + 1, reason: this.#reasonOf(last) })
    }
  }

  #reasonOf(delivery: Delivery): Retry["reason"] {
    if (this.#requestUrl === undefined) return "timeout"
    if (delivery.outcome === "operation_timeout") return "http_timeout"
    return delivery.outcome === "dispatch_failed" ? "connection_failed" : "http_error"
  }

  async #deliver(message: Message, signing: Signing, retry?: Retry): Promise<PostOutcome> {
    if (this.#requestUrl === undefined && this.connections > 0 && signing !== "genuine") {
      throw new Error("Socket Mode knows no signatures; connect the app by its request URL to send it wrong ones.")
    }
    const written = () =>
      this.#requestUrl === undefined
        ? envelope(message, retry)
        : signedRequest(message, signing, this.#signingSecret, retry)
    const fault = this.#faults.nextDelivery(message.kind)
    if (fault === "lost") return { outcome: "operation_timeout" }
    if (fault === "swapped") await this.#letTheNextOvertake()
    const overtaking = [...this.#overtaken]
    const delivery = this.#send(written())
    if (fault === "twice") await this.#send(written())
    const posted = await delivery
    for (const release of overtaking) release()
    return fault === "answer lost" ? { outcome: "operation_timeout" } : posted
  }

  async #letTheNextOvertake(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#overtaken.add(resolve)
    await Promise.race([promise, waitUntil(this.#clock, this.#clock.now() + overtakenWithinMillis, this.#closing)])
    this.#overtaken.delete(resolve)
  }

  #send(request: SentRequest): Promise<PostOutcome> {
    this.sent.push(request)
    if (this.sent.length > sentKept) this.sent.shift()
    return this.#requestUrl === undefined ? this.sockets.send(request) : post(this.#requestUrl, request)
  }
}
