import { ChildReference } from "@safe-return/domain/pathway"
import { Deliveries, Journal, JournalUnavailable, Profiles } from "@safe-return/journal"
import { Duration, Effect, Fiber, Layer, Option } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { readLeftUnread } from "../../src/incidents/readLeftUnread.ts"

const children = ["LCS-1", "LCS-2", "LCS-3"].map((reference) => ChildReference.make(reference))

it("what a start left unread is read slowly, past what is damaged, and again a day later", async () => {
  const read: Array<string> = []
  const noted = (what: string) => (child: ChildReference | "team") => read.push(`${what} of ${child}`)
  const damaged = new JournalUnavailable({ path: "children/lcs-2.json", reason: "it does not match its checksum" })
  const layer = Layer.mergeAll(
    Layer.mock(Journal, {
      unread: Effect.succeed(children),
      read: (child) =>
        Effect.suspend(() => {
          noted("history")(child)
          return child === "LCS-2" ? Effect.fail(damaged) : Effect.succeed({ child, version: 0, entries: [] })
        })
    }),
    Layer.mock(Deliveries, {
      of: (about) =>
        Effect.as(
          Effect.sync(() => noted("messages")(about)),
          new Map()
        )
    }),
    Layer.mock(Profiles, {
      find: (child) =>
        Effect.as(
          Effect.sync(() => noted("profile")(child)),
          Option.none()
        )
    })
  )
  await Effect.gen(function* () {
    const reading = yield* Effect.forkChild(yield* readLeftUnread)
    yield* TestClock.adjust("600 millis")
    expect(read).toEqual(["history of LCS-1", "messages of LCS-1", "profile of LCS-1"])
    yield* TestClock.adjust("10 seconds")
    expect(read).toHaveLength(9)
    expect(read.slice(3, 6)).toEqual(["history of LCS-2", "messages of LCS-2", "profile of LCS-2"])
    yield* TestClock.adjust(Duration.days(1))
    expect(read.slice(9)).toHaveLength(9)
    yield* Fiber.interrupt(reading)
  }).pipe(Effect.provide(layer), Effect.provide(TestClock.layer()), Effect.runPromise)
})
