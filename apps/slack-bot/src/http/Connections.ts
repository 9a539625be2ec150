/** So many connections at most: beyond them the longest one that has proved nothing makes room, whatever it speaks to. */
import type { Server } from "node:http"
import type { Socket } from "node:net"

/** More than Slack and a few senders ever open; each costs some kilobytes. */
const MOST_CONNECTIONS = 1_000

export class Connections {
  /** Those that have proved nothing, oldest first. */
  readonly #unproved = new Set<Socket>()
  #open = 0

  constructor(server: Server, most = MOST_CONNECTIONS) {
    server.on("connection", (socket: Socket) => {
      this.#open += 1
      this.#unproved.add(socket)
      socket.once("close", () => {
        this.#open -= 1
        this.#unproved.delete(socket)
      })
      for (const oldest of this.#unproved) {
        if (this.#open <= most || oldest === socket) return
        this.#unproved.delete(oldest)
        oldest.destroy()
      }
    })
  }

  /** Its request is from somebody we know: it is not ended for others. */
  proved(socket: Socket): void {
    this.#unproved.delete(socket)
  }
}
