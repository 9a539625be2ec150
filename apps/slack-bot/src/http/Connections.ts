/** So many connections at most: beyond them the longest one that has proved nothing makes room, whatever it speaks to. */
import type { Server } from "node:http"
import type { Socket } from "node:net"

/** More than Slack and a few senders ever open; each costs some kilobytes. */
const MOST_CONNECTIONS = 1_000

export class Connections {
  /** Those that have proved nothing, oldest first. */
  readonly #unproved = new Set<Socket>()
  readonly #open = new Set<Socket>()

  constructor(server: Server, most = MOST_CONNECTIONS) {
    server.on("connection", (socket: Socket) => {
      this.#open.add(socket)
      this.#unproved.add(socket)
      socket.once("close", () => {
        this.#open.delete(socket)
        this.#unproved.delete(socket)
      })
      for (const oldest of this.#unproved) {
        if (this.#open.size <= most || oldest === socket) return
        this.#unproved.delete(oldest)
        // Its close is only heard later.
        this.#open.delete(oldest)
        oldest.destroy()
      }
    })
  }

  /** Its request is from a sender we know: it is not ended for others. */
  proved(socket: Socket): void {
    this.#unproved.delete(socket)
  }
}
