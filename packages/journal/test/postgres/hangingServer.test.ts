import { once } from "node:events"
import { type AddressInfo, connect, createServer, type Socket } from "node:net"
import { describe, expect, it } from "@effect/vitest"
import { Context, Effect, Layer, Redacted } from "effect"
import { Journal } from "../../src/index.ts"
import { postgresLayer } from "../../src/postgres/index.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"
import { newCouncil } from "./freshDatabase.ts"

/** A way to a server on which nothing arrives while it is held up: a lost network says nothing, and closes nothing. */
const wayTo = (port: number) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const sockets = new Set<Socket>()
      let held = false
      const through = (from: Socket, to: Socket) => {
        sockets.add(from)
        if (held) from.pause()
        from.on("data", (data) => to.write(data)).on("close", () => to.destroy())
        from.on("error", () => to.destroy())
      }
      const server = createServer((asked) => {
        const answering = connect(port, "127.0.0.1")
        through(asked, answering)
        through(answering, asked)
      }).listen(0, "127.0.0.1")
      await once(server, "listening")
      const door = server.address() as AddressInfo
      const holdUp = (hold: boolean) => () => {
        held = hold
        for (const socket of sockets) hold ? socket.pause() : socket.resume()
      }
      const close = () => {
        server.close()
        for (const socket of sockets) socket.destroy()
      }
      return { port: door.port, holdUp: Effect.sync(holdUp(true)), goOn: Effect.sync(holdUp(false)), close }
    }),
    ({ close }) => Effect.sync(close)
  )

/** In time for Slack's three seconds and the tests' slow machines; waiting for a cancellation takes seven and more. */
const IN_TIME = 4_000

const NO_ANSWER = "The journal cannot be used: the database does not answer."

describe("the journal on a database that hangs", () => {
  it.live(
    "answers everybody in time, says what may have been saved, and keeps it once when it is sent again",
    () =>
      Effect.gen(function* () {
        const council = yield* newCouncil
        const url = new URL(Redacted.value(council.url))
        const way = yield* wayTo(Number(url.port))
        url.port = String(way.port)
        const place = { ...council, url: Redacted.make(url.href) }
        const journal = Context.get(yield* Layer.build(postgresLayer(place)), Journal)
        yield* journal.append(child("LCS-1"), 0, [madeUpEvent(1)])

        const appends = [2, 3, 4].map((number) => journal.append(child(`LCS-${number}`), 0, [madeUpEvent(number)]))
        const asked: ReadonlyArray<Effect.Effect<unknown, Error>> = [...appends, journal.read(child("LCS-1"))]

        yield* way.holdUp
        const began = performance.now()
        const failed = yield* Effect.forEach(asked, Effect.flip, { concurrency: "unbounded" })
        expect(performance.now() - began).toBeLessThan(IN_TIME)
        const [first, ...others] = failed.map(({ message }) => message.replace(/ at \S+ /, " "))
        expect(first).toBe(`${NO_ANSWER} It may have been saved all the same: look first.`)
        expect(others.pop()).toBe(`${NO_ANSWER} Nothing was changed.`)
        for (const message of others) expect(message.startsWith(NO_ANSWER)).toBe(true)

        yield* way.goOn
        yield* Effect.all(appends)
        const kept = yield* journal.readAll
        expect(kept.map(({ id }) => id).toSorted()).toEqual(["event-1", "event-2", "event-3", "event-4"])
        expect(kept.map(({ position }) => position)).toEqual([1, 2, 3, 4])
      }).pipe(Effect.scoped),
    120_000
  )
})
