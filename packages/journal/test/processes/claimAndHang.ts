/** Claims a delivery in the council's database, says so, and hangs before it posts, until it is killed. */
import { utc } from "@safe-return/domain/calendar"
import { Effect, Redacted } from "effect"
import { Deliveries } from "../../src/index.ts"
import { postgresLayer } from "../../src/postgres/index.ts"
import { child } from "../syntheticEvents.ts"

const [, , url = "", council = "", by = ""] = process.argv

const say = (line: string) => Effect.sync(() => process.stdout.write(`${line}\n`))

const claimAndHang = Effect.gen(function* () {
  const deliveries = yield* Deliveries
  const asked = { key: "card:1", channel: "C1", claimedAt: utc(2026, 11, 1), by }
  const { _tag } = yield* deliveries.claim(child("LCS-1"), asked)
  yield* say(_tag)
  yield* Effect.sleep("1 day")
})

export const run = () =>
  Effect.runPromise(Effect.provide(claimAndHang, postgresLayer({ url: Redacted.make(url), council })))
