import { expect, it } from "@effect/vitest"
import { askForPostgres, freshDatabaseOn } from "@safe-return/postgres-testkit"
import { Context, Effect, Layer } from "effect"
import { ServerClock } from "../../src/index.ts"
import { postgresLayer } from "../../src/postgres/index.ts"
import { freshCouncil } from "./freshDatabase.ts"

it.live("the clock of a database is that of its machine, to the millisecond", () =>
  Effect.gen(function* () {
    const database = yield* freshDatabaseOn(yield* Effect.promise(askForPostgres))
    const services = yield* Layer.build(postgresLayer(yield* freshCouncil(database)))
    const before = Date.now()
    const now = yield* Context.get(services, ServerClock).now
    expect(now).toBeGreaterThanOrEqual(before - 1)
    expect(now).toBeLessThanOrEqual(Date.now() + 1)
  }).pipe(Effect.scoped)
)
