import { type Instant, InstantFromIso, Nation } from "@safe-return/domain/calendar"
import { badInput, gatherRows } from "@safe-return/exchange/reading"
import { Effect, type Option, Schema } from "effect"
import { Flag } from "effect/cli"
import { withProgress } from "../output/progress.ts"
import { openFile } from "./openFile.ts"

export const returnsFile = Flag.String("file").pipe(
  Flag.withDescription(
    "Returns, one a line: NDJSON or .csv with returnedAt and, if you like, nation; - reads standard input"
  )
)

const ReturnRow = Schema.Struct({ returnedAt: InstantFromIso, nation: Schema.optionalKey(Nation) })
const decode = Schema.decodeUnknownResult(ReturnRow, { errors: "all" })

const shape = { columns: Object.keys(ReturnRow.fields), required: ["returnedAt"] }

interface ReadReturn {
  readonly returnedAt: Instant
  /** Absent where the line names none. */
  readonly nation?: Nation
  readonly line: number
}

/** Every return of a file. All are read before an answer is written: one line that is wrong, and nothing is. */
export const readReturns = Effect.fn("readReturns")(function* (file: string, keep: (read: ReadReturn) => void) {
  const source = yield* withProgress(yield* openFile(file))
  yield* gatherRows(source, {
    shape,
    decode,
    keep: ({ row, line }) => {
      keep({ ...row, line })
      return undefined
    }
  })
})

/** Standard input is read once: it cannot be both files. */
export const standardInputOnce = (file: string, overrides: Option.Option<string>) =>
  file === "-" && overrides._tag === "Some" && overrides.value === "-"
    ? badInput({ field: "overrides", message: "Standard input is the returns already. Name a file for the overrides." })
    : Effect.void
