/** Ends a server within seconds, whatever connections are open: what has arrived whole is answered, the rest is cut. */
import type { IncomingMessage, Server } from "node:http"
import type { Socket } from "node:net"
import { Duration, Effect } from "effect"

/** How long answers under way may take once the server closes; Slack waits no longer for one. */
const ANSWERED_WITHIN = Duration.seconds(3)

/** To be called before the server listens: it has to see every connection. */
export const closing = (server: Server, answeredWithin: Duration.Duration = ANSWERED_WITHIN): Effect.Effect<void> => {
  const connections = new Map<Socket, IncomingMessage | undefined>()
  let isClosing = false
  server.on("connection", (socket) => {
    connections.set(socket, undefined)
    socket.once("close", () => connections.delete(socket))
  })
  server.on("request", (request, response) => {
    const { socket } = request
    connections.set(socket, request)
    response.once("close", () => {
      if (connections.has(socket)) connections.set(socket, undefined)
      if (isClosing) socket.destroySoon()
    })
  })
  return Effect.callback<void>((resume) => {
    isClosing = true
    server.close(() => resume(Effect.void))
    // Nothing was taken of what has not arrived whole: its sender sends it again.
    for (const [socket, request] of connections) if (request?.complete !== true) socket.destroy()
  }).pipe(Effect.timeoutOption(answeredWithin), Effect.andThen(Effect.sync(() => server.closeAllConnections())))
}
