import { type Calendar, CalendarOverride, CivilDayFromIso, withOverrides } from "@safe-return/domain/calendar"
import { Effect, Result, Schema } from "effect"
import type { BadInput } from "../badInput.ts"
import { gatherRows } from "../text/gatherRows.ts"
import type { TableSource } from "../text/tableLines.ts"

const { change, why, decidedBy, decidedOn } = CalendarOverride.fields

/** One day a council adds to its non-working days, or strikes from its bank holidays. Dates are `YYYY-MM-DD`. */
const OverrideRow = Schema.Struct({ date: CivilDayFromIso, change, why, decidedBy, decidedOn })

const decode = Schema.decodeUnknownResult(OverrideRow, { errors: "all" })

const columns = Object.keys(OverrideRow.fields)
const shape = { columns, required: columns }

/**
 * The calendar with a council's own days, read from CSV or NDJSON bytes. All of them make sense on it, or it fails with
 * every fault's file, line and column: also a day added that is a bank holiday already, or one struck that is none.
 */
export const readCouncilCalendar = Effect.fn("readCouncilCalendar")(function* <E, R>(
  source: TableSource<E, R>,
  calendar: Calendar
): Effect.fn.Return<Calendar, E | BadInput, R> {
  let result = calendar
  yield* gatherRows(source, {
    shape,
    decode,
    keep: ({ row: { date, ...decided }, line, columns: header }) => {
      const changed = withOverrides(result, [{ day: date, ...decided }])
      if (Result.isSuccess(changed)) {
        result = changed.success
        return undefined
      }
      const at = header?.indexOf("date") ?? -1
      const column = at === -1 ? {} : { column: at + 1 }
      return { file: source.file, line, ...column, field: "date", message: changed.failure.message }
    }
  })
  return result
})
