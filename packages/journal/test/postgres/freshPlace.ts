import { connectedAs } from "@safe-return/postgres-testkit"
import { Effect, Layer, Redacted } from "effect"
import { postgresLayer } from "../../src/postgres/index.ts"
import type { FreshPlace } from "../restart.ts"
import { newCouncil } from "./freshDatabase.ts"

/** A council of the test's own; its leases are made to have begun an hour earlier. */
export const postgresPlace: FreshPlace = Effect.map(newCouncil, (council) => ({
  layer: Layer.orDie(postgresLayer(council)),
  leasesRunOut: Effect.scoped(
    Effect.flatMap(
      connectedAs(Redacted.value(council.url)),
      (sql) => sql`update safe_return.deliveries set claimed_at = claimed_at - interval '1 hour'`
    )
  ).pipe(Effect.orDie, Effect.asVoid)
}))
