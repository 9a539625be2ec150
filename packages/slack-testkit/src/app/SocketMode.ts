/** Slack's side of Socket Mode: addresses to open, a hello, envelopes, acknowledgements and the wish to reconnect. */
import { randomBytes, randomUUID } from "node:crypto"
import type { IncomingMessage } from "node:http"
import type { Duplex } from "node:stream"
import { type WebSocket, WebSocketServer } from "ws"
import type { ConnectionFault, Faults } from "../faults/Faults.ts"
import { isObject, type JsonObject, parsed, textOr } from "../json.ts"
import { type Delivery, type Message, patienceMillis, type Retry, type SentRequest } from "./delivery.ts"

/** Why Slack asks to reconnect: `warning` seconds ahead, `refresh_requested` now, `too_many_websockets` above ten. */
export type DisconnectReason = "warning" | "refresh_requested" | "link_disabled" | "too_many_websockets"

/** Which of the app's connections something happens to. */
export type WhichConnections = "oldest" | "newest" | "all"

/** Slack lets an app have so many at once: https://docs.slack.dev/apis/events-api/using-socket-mode */
const mostConnections = 10

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

const disconnectFrame = (reason: DisconnectReason) =>
  JSON.stringify({ type: "disconnect", reason, debug_info: { host } })

export class SocketMode {
  readonly #appId: string
  readonly #server = new WebSocketServer({ noServer: true })
  readonly #tickets = new Set<string>()
  /** In the order they were opened; those told to leave get nothing new. */
  readonly #open: Array<WebSocket> = []
  readonly #waiting = new Map<string, (payload: JsonObject | string) => void>()
  readonly #hung = new WeakSet<WebSocket>()
  readonly #ignored = new Set<Duplex>()
  readonly #faults: Faults
  #turn = 0

  constructor(appId: string, faults: Faults) {
    this.#appId = appId
    this.#faults = faults
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
    const fault = this.#faults.nextConnection()
    if (fault === "handshake unanswered") this.#ignore(socket)
    else if (fault === "handshake refused") {
      socket.end("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n")
    } else this.#server.handleUpgrade(request, socket, head, (connection) => this.#welcome(connection, fault))
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
      if (!this.#hung.has(connection)) connection.send(sent.body)
    })
  }

  /** Tells the oldest connection, or others; false when there is none. */
  disconnect(reason: DisconnectReason, which: WhichConnections = "oldest"): boolean {
    const told = this.#those(which)
    for (const connection of told) {
      if (reason !== "warning") this.#leave(connection)
      connection.send(disconnectFrame(reason))
    }
    return told.length > 0
  }

  /** Breaks connections without a word, as a network does. */
  breakConnections(which: WhichConnections = "all"): void {
    const broken = which === "all" ? this.#server.clients : this.#those(which)
    for (const connection of broken) connection.terminate()
  }

  /** Leaves connections open and silent: nothing is sent there, read there or answered, pings neither. */
  hangConnections(which: WhichConnections = "all"): void {
    for (const connection of this.#those(which)) this.#hang(connection)
  }

  close(): void {
    this.breakConnections()
    for (const socket of this.#ignored) socket.destroy()
    this.#server.close()
  }

  #those(which: WhichConnections): ReadonlyArray<WebSocket> {
    if (which === "all") return [...this.#open]
    const one = this.#open.at(which === "oldest" ? 0 : -1)
    return one === undefined ? [] : [one]
  }

  #leave(connection: WebSocket): void {
    const place = this.#open.indexOf(connection)
    if (place >= 0) this.#open.splice(place, 1)
  }

  #ignore(socket: Duplex): void {
    this.#ignored.add(socket)
    socket.on("error", () => socket.destroy())
    socket.once("close", () => this.#ignored.delete(socket))
  }

  #hang(connection: WebSocket): void {
    this.#hung.add(connection)
    connection.pause()
  }

  #welcome(connection: WebSocket, fault: ConnectionFault | undefined): void {
    connection.on("error", () => connection.terminate())
    if (fault === "too many" || this.#open.length >= mostConnections) {
      connection.send(disconnectFrame("too_many_websockets"))
      connection.close()
      return
    }
    if (fault === "no hello") return
    this.#open.push(connection)
    const pings = setInterval(() => this.#hung.has(connection) || connection.ping(), pingEveryMillis)
    connection.on("message", (data) => this.#acknowledged(parsed(String(data))))
    connection.on("close", () => {
      clearInterval(pings)
      this.#leave(connection)
    })
    const hello = {
      type: "hello",
      num_connections: this.#open.length,
      connection_info: { app_id: this.#appId },
      debug_info: { host, build_number: 1, approximate_connection_time: 18_060 }
    }
    connection.send(JSON.stringify(hello))
    connection.ping()
    if (fault === "broken after hello") setImmediate(() => connection.terminate())
    if (fault === "silent after hello") this.#hang(connection)
  }

  #acknowledged(message: unknown): void {
    if (!isObject(message)) return
    const { payload } = message
    // Slack's client sends an empty payload where the app had nothing to say.
    const says = isObject(payload) && Object.keys(payload).length > 0
    this.#waiting.get(textOr(message["envelope_id"], ""))?.(says ? payload : textOr(payload, ""))
  }
}
