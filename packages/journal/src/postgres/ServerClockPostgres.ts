import { Instant } from "@safe-return/domain/calendar"
import { Effect, Layer } from "effect"
import { ServerClock } from "../ServerClock.ts"
import { Database } from "./Database.ts"

export const serverClockInDatabase = Layer.effect(
  ServerClock,
  Effect.map(Database, ({ read }) =>
    ServerClock.of({
      now: read((sql) =>
        Effect.map(
          sql<{ readonly now: string }>`
            select round(extract(epoch from clock_timestamp()) * 1000)::bigint::text as now`,
          ([row]) => Instant(Number(row?.now))
        )
      )
    })
  )
)
