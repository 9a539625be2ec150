import { Effect, Layer } from "effect"
import { WriteCheck } from "../WriteCheck.ts"
import { Database } from "./Database.ts"

/** Writes the council's own row as it is; a row that others hold just now is being written, and so can be. */
export const writeCheckInDatabase = Layer.effect(
  WriteCheck,
  Effect.map(Database, ({ write }) =>
    WriteCheck.of({
      run: Effect.asVoid(
        write(
          (sql) => sql`
            update safe_return.councils set announce_from = announce_from where council = (
              select council from safe_return.councils
              where council = safe_return.own_council() for no key update skip locked
            )`
        )
      )
    })
  )
)
