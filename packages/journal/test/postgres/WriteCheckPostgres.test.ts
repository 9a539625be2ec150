import { describe, expect, it } from "@effect/vitest"
import { Instant } from "@safe-return/domain/calendar"
import { askForPostgres, connectedAs, freshDatabaseOn } from "@safe-return/postgres-testkit"
import { Context, Effect, Layer } from "effect"
import { Deliveries, Journal, WriteCheck } from "../../src/index.ts"
import { postgresLayer } from "../../src/postgres/index.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"
import { freshCouncil } from "./freshDatabase.ts"

describe("the check whether a database can be written", () => {
  it.live("says that it is read-only as an append does, and that it no longer is", () =>
    Effect.gen(function* () {
      const database = yield* freshDatabaseOn(yield* Effect.promise(askForPostgres))
      const council = yield* freshCouncil(database)
      const superuser = yield* connectedAs(database.as("postgres"))
      const setReadOnly = (on: "on" | "off") =>
        superuser.unsafe(`alter role ${council.role} set default_transaction_read_only = ${on}`)
      const opened = Layer.build(postgresLayer(council))

      const first = yield* Effect.scoped(
        Effect.gen(function* () {
          const services = yield* opened
          yield* Context.get(services, WriteCheck).run
          return yield* Context.get(services, Deliveries).announceFrom(Instant(1_000))
        })
      )
      yield* setReadOnly("on")
      yield* Effect.scoped(
        Effect.gen(function* () {
          const services = yield* opened
          const { run } = Context.get(services, WriteCheck)
          expect(yield* Effect.flip(run)).toMatchObject({ fault: "read-only" })
          const refused = yield* Effect.flip(Context.get(services, Journal).append(child("LCS-1"), 0, [madeUpEvent(1)]))
          expect(refused).toMatchObject({ fault: "read-only" })
          // What was fixed before can still be read.
          expect(yield* Context.get(services, Deliveries).announceFrom(Instant(2_000))).toBe(first)
        })
      )
      yield* setReadOnly("off")
      yield* Effect.scoped(Effect.flatMap(opened, (services) => Context.get(services, WriteCheck).run))
    }).pipe(Effect.scoped)
  )
})
