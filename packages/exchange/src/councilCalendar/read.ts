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

/** A council's own days from CSV or NDJSON, or every fault's file, line and column: also a day that changes nothing. */
export const readCouncilDays = Effect.fn("readCouncilDays")(function* <E, R>(
  source: TableSource<E, R>,
  calendar: Calendar
): Effect.fn.Return<{ readonly days: ReadonlyArray<CalendarOverride>; readonly calendar: Calendar }, E | BadInput, R> {
  const days: Array<CalendarOverride> = []
  let result = calendar
  yield* gatherRows(source, {
    shape,
    decode,
    keep: ({ row: { date, ...decided }, line, columns: header }) => {
      const override: CalendarOverride = { day: date, ...decided }
      const changed = withOverrides(result, [override])
      if (Result.isSuccess(changed)) {
        result = changed.success
        days.push(override)
        return undefined
      }
      const at = header?.indexOf("date") ?? -1
      const column = at === -1 ? {} : { column: at + 1 }
      return { file: source.file, line, ...column, field: "date", message: changed.failure.message }
    }
  })
  return { days, calendar: result }
})

/** The calendar with a council's own days: {@link readCouncilDays}. */
export const readCouncilCalendar = <E, R>(
  source: TableSource<E, R>,
  calendar: Calendar
): Effect.Effect<Calendar, E | BadInput, R> => Effect.map(readCouncilDays(source, calendar), (read) => read.calendar)
