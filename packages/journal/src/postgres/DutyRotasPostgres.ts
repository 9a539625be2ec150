/** The rota of the duty in PostgreSQL, a row a change. */
import { RecordedDuty } from "@safe-return/domain/escalation"
import { Effect, Layer } from "effect"
import { DutyRotas, RotaChanged } from "../DutyRotas.ts"
import { Database } from "./Database.ts"
import { textColumn } from "./textColumn.ts"

const openRota = Effect.gen(function* () {
  const { read, shown, write } = yield* Database
  const kept = textColumn(RecordedDuty, shown)
  return DutyRotas.of({
    changes: Effect.gen(function* () {
      const rows = yield* read(
        (sql) => sql<{ change: string }>`select change from safe_return.duty_rota order by version`
      )
      return yield* Effect.forEach(rows, ({ change }) => kept.decode(change))
    }),
    add: Effect.fn("DutyRotas.add")(function* (before, change) {
      const text = yield* kept.encode(change)
      const added = yield* write(
        (sql) => sql`
          insert into safe_return.duty_rota (council, version, change)
          select safe_return.own_council(), ${before + 1}::integer, ${text}::text
          where (select count(*) from safe_return.duty_rota) = ${before}::bigint
          on conflict do nothing returning version`
      )
      if (added.length === 0) return yield* new RotaChanged()
    })
  })
})

export const dutyRotasInDatabase = Layer.effect(DutyRotas, openRota)
