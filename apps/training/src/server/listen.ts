/** Takes a port on loopback for the training server: the one asked for, or the first free one from 3210. */
import type { Server } from "node:http"
import { Effect, Schema } from "effect"

const USUAL_PORT = 3210
const PORTS_TRIED = 50

/** No port could be had. */
class NoPort extends Schema.TaggedError<NoPort>()("NoPort", { port: Schema.Int, reason: Schema.String }) {
  override get message() {
    return `Port ${this.port} on 127.0.0.1 cannot be used: ${this.reason}. Set PORT to another one.`
  }
}

const tryPort = (server: Server, port: number) =>
  Effect.callback<number, NoPort>((resume) => {
    const failed = (cause: Error) => resume(Effect.fail(new NoPort({ port, reason: cause.message })))
    server.once("error", failed)
    server.listen(port, "127.0.0.1", () => {
      server.off("error", failed)
      const address = server.address()
      resume(Effect.succeed(typeof address === "object" && address !== null ? address.port : port))
    })
  })

export const listenOnLoopback = (server: Server, asked: string | undefined): Effect.Effect<number, NoPort> => {
  if (asked !== undefined && asked !== "") {
    const port = Number(asked)
    return Number.isInteger(port) && port >= 0 && port <= 65_535
      ? tryPort(server, port)
      : Effect.fail(new NoPort({ port: 0, reason: `PORT is "${asked}", which is no port number` }))
  }
  const from = (port: number): Effect.Effect<number, NoPort> =>
    tryPort(server, port).pipe(
      Effect.catch((failed) => (port < USUAL_PORT + PORTS_TRIED ? from(port + 1) : Effect.fail(failed)))
    )
  return from(USUAL_PORT)
}
