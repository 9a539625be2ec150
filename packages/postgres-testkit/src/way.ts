/** A way to a server that a test can hold up, cut or lead elsewhere, as networks and virtual addresses do. */
import { once } from "node:events"
import { type AddressInfo, connect, createServer, type Socket } from "node:net"
import { Effect } from "effect"

export interface Way {
  readonly port: number
  /** Nothing arrives from now on, and nothing is closed: a lost network says nothing. */
  readonly holdUp: Effect.Effect<void>
  readonly goOn: Effect.Effect<void>
  /** New connections go to another server; those who are there stay. */
  readonly leadTo: (port: number) => Effect.Effect<void>
  /** Cuts every connection there is. */
  readonly cut: Effect.Effect<void>
  /** Cuts every connection when one sends this text, before the server's answer arrives; once. */
  readonly loseAnswerTo: (text: string) => Effect.Effect<void>
  /** As many connections as were made so far. */
  readonly connections: Effect.Effect<number>
}

export interface WayOptions {
  /** Settings at the start of a session are refused in PgBouncer's words, as its default is. */
  readonly refusesSettings?: boolean
}

/** An error as the server sends it before a session begins. */
const refusal = (code: string, message: string): Buffer => {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`)
  const head = Buffer.alloc(5)
  head.write("E")
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
}

export const wayTo = (server: number, { refusesSettings = false }: WayOptions = {}) =>
  Effect.map(
    Effect.acquireRelease(
      Effect.promise(async () => {
        const sockets = new Set<Socket>()
        let [port, held, made] = [server, false, 0]
        let lost: string | undefined
        const pass = (from: Socket, to: Socket, meant: (data: Buffer) => boolean) => {
          sockets.add(from)
          if (held) from.pause()
          from.on("data", (data: Buffer) => (meant(data) ? to.write(data) : undefined))
          from.on("error", () => to.destroy())
          from.on("close", () => {
            sockets.delete(from)
            to.destroy()
          })
        }
        const door = createServer((asked) => {
          made += 1
          const answering = connect(port, "127.0.0.1")
          let isLosing = false
          pass(asked, answering, (data) => {
            if (refusesSettings && data.includes("lock_timeout\0")) {
              asked.end(refusal("08P01", "unsupported startup parameter: statement_timeout"))
              return false
            }
            if (lost !== undefined && data.includes(lost)) {
              isLosing = true
              lost = undefined
            }
            return true
          })
          pass(answering, asked, () => {
            if (isLosing) for (const socket of sockets) socket.destroy()
            return !isLosing
          })
        }).listen(0, "127.0.0.1")
        await once(door, "listening")
        const way: Way = {
          port: (door.address() as AddressInfo).port,
          holdUp: Effect.sync(() => {
            held = true
            for (const socket of sockets) socket.pause()
          }),
          goOn: Effect.sync(() => {
            held = false
            for (const socket of sockets) socket.resume()
          }),
          leadTo: (other) =>
            Effect.sync(() => {
              port = other
            }),
          cut: Effect.sync(() => {
            for (const socket of sockets) socket.destroy()
          }),
          loseAnswerTo: (text) =>
            Effect.sync(() => {
              lost = text
            }),
          connections: Effect.sync(() => made)
        }
        const close = () => {
          door.close()
          for (const socket of sockets) socket.destroy()
        }
        return { way, close }
      }),
      ({ close }) => Effect.sync(close)
    ),
    ({ way }) => way
  )
