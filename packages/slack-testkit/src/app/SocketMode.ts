/**
 * Slack's side of Socket Mode: an address for each call of `apps.connections.open`, a hello, envelopes to one of the
 * open connections, acknowledgements by envelope id, and the wish that the app connects anew.
 */
import { randomBytes, randomUUID } from "node:crypto"
import type { IncomingMessage } from "node:http"
import type { Duplex } from "node:stream"
import { type WebSocket, WebSocketServer } from "ws"
import { isObject, type JsonObject, parsed, textOr } from "../json.ts"
import { type Delivery, type Message, patienceMillis, type Retry, type SentRequest } from "./delivery.ts"

/**
 * Why Slack tells an app to connect anew: `warning` comes some seconds before, `refresh_requested` is the moment,
 * `link_disabled` means that Socket Mode was turned off.
 */
export type DisconnectReason = "warning" | "refresh_requested" | "link_disabled"

/** Slack pings every few seconds; its own client gives up a connection after thirty without one. */
const pingEveryMillis = 5000

const host = "applink-testkit"

export const envelope = ({ kind, payload }: Message, retry: Retry | undefined): SentRequest => ({
  headers: {},
  body: JSON.stringify({
    envelope_id: randomUUID(),
    type: kind,
    accepts_response_payload: kind !== "events_api",
    payload,
    ...(kind === "events_api"
      ? { retry_attempt: retry?.attempt ?? 0, retry_reason: retry === undefined ? "" : retry.reason }
      : {})
  })
})

export class SocketMode {
  readonly #appId: string
  readonly #server = new WebSocketServer({ noServer: true })
  readonly #tickets = new Set<string>()
  /** In the order they were opened; those told to leave get nothing new. */
  readonly #open: Array<WebSocket> = []
  readonly #waiting = new Map<string, (payload: JsonObject | string) => void>()
  #turn = 0

  constructor(appId: string) {
    this.#appId = appId
  }

  /** How many connections can be sent something. */
  get connections(): number {
    return this.#open.length
  }

  /** Path of a new connection, good for one. */
  ticket(): string {
    const ticket = randomBytes(12).toString("hex")
    this.#tickets.add(ticket)
    return `/link/?ticket=${ticket}&app_id=${this.#appId}`
  }

  /** A WebSocket handshake that came to the workspace's server. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? "/", "http://127.0.0.1").searchParams.get("ticket") ?? ""
    if (!this.#tickets.delete(ticket)) {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n")
      return
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#welcome(connection))
  }

  /** Sends an envelope down one of the connections, each in its turn, and waits for its acknowledgement. */
  send(sent: SentRequest): Promise<Delivery> {
    const connection = this.#open[this.#turn++ % Math.max(this.#open.length, 1)]
    if (connection === undefined) {
      return Promise.resolve({ outcome: "dispatch_failed", reason: "No Socket Mode connection is open." })
    }
    const body = parsed(sent.body)
    const id = isObject(body) ? textOr(body["envelope_id"], "") : ""
    return new Promise((resolve) => {
      const settle = (delivery: Delivery) => {
        clearTimeout(timer)
        connection.off("close", onClose)
        this.#waiting.delete(id)
        resolve(delivery)
      }
      const onClose = () => settle({ outcome: "dispatch_failed", reason: "The connection broke." })
      const timer = setTimeout(() => settle({ outcome: "operation_timeout" }), patienceMillis)
      connection.once("close", onClose)
      this.#waiting.set(id, (payload) => settle({ outcome: "acknowledged", status: 200, body: payload }))
      connection.send(sent.body)
    })
  }

  /** Tells the oldest connection; false when there is none. */
  disconnect(reason: DisconnectReason): boolean {
    const [connection] = this.#open
    if (connection === undefined) return false
    if (reason !== "warning") this.#open.shift()
    connection.send(JSON.stringify({ type: "disconnect", reason, debug_info: { host } }))
    return true
  }

  /** Breaks every connection without a word. */
  breakConnections(): void {
    for (const connection of this.#server.clients) connection.terminate()
  }

  close(): void {
    this.breakConnections()
    this.#server.close()
  }

  #welcome(connection: WebSocket): void {
    this.#open.push(connection)
    const pings = setInterval(() => connection.ping(), pingEveryMillis)
    connection.on("message", (data) => this.#acknowledged(parsed(String(data))))
    connection.on("close", () => {
      clearInterval(pings)
      const place = this.#open.indexOf(connection)
      if (place >= 0) this.#open.splice(place, 1)
    })
    const hello = {
      type: "hello",
      num_connections: this.#open.length,
      connection_info: { app_id: this.#appId },
      debug_info: { host, build_number: 1, approximate_connection_time: 18_060 }
    }
    connection.send(JSON.stringify(hello))
    connection.ping()
  }

  #acknowledged(message: unknown): void {
    if (!isObject(message)) return
    const { payload } = message
    // Slack's client sends an empty payload where the app had nothing to say.
    const says = isObject(payload) && Object.keys(payload).length > 0
    this.#waiting.get(textOr(message["envelope_id"], ""))?.(says ? payload : textOr(payload, ""))
  }
}
