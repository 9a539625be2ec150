import type { CivilDay } from "@safe-return/domain/calendar"
import { isNotInError, isOpenOn } from "@safe-return/domain/education"
import { referenceKey } from "@safe-return/domain/pathway"
import { type CmeCaseLine, type CmeCaseTable, readCmeCases } from "@safe-return/exchange"
import { Effect, type Option } from "effect"
import { Flag } from "effect/cli"
import { rowsNoted, tell } from "../output/print.ts"
import { withProgress } from "../output/progress.ts"
import { columnNotes, patternsOf } from "./episodeOptions.ts"
import { openFile } from "./openFile.ts"

export const cases = Flag.String("cases").pipe(
  Flag.withDescription("A table of children missing education, CSV or NDJSON; - reads standard input")
)

const noteOn = (what: string, lines: ReadonlyArray<CmeCaseLine>, isSuppressed: boolean): ReadonlyArray<string> => {
  const [first] = lines
  return first === undefined
    ? []
    : [`${what}: ${rowsNoted(lines.length, isSuppressed)}, the first on line ${first.line}`]
}

/** Rows whose child has another case open on the day, on an earlier line. */
const openTwice = (lines: ReadonlyArray<CmeCaseLine>, day: CivilDay): ReadonlyArray<CmeCaseLine> => {
  const children = new Set<string>()
  return lines.filter(({ row }) => {
    if (!isOpenOn(row, day)) return false
    const child = referenceKey(row.child_ref)
    if (children.has(child)) return true
    children.add(child)
    return false
  })
}

/** What a reader of the answers has to know about the table: never an error, never on standard output. */
const notesOn = (table: CmeCaseTable, day: CivilDay, isSuppressed: boolean): ReadonlyArray<string> => {
  const counted = table.lines.filter(({ row }) => isNotInError(row))
  const noted = (what: string, lines: ReadonlyArray<CmeCaseLine>) => noteOn(what, lines, isSuppressed)
  const rowsWhere = (holds: (row: CmeCaseLine["row"]) => boolean) => counted.filter(({ row }) => holds(row))
  return [
    ...columnNotes(table),
    ...noted(
      "never new and never open, referred_on not recorded",
      rowsWhere(({ referred_on }) => referred_on === undefined)
    ),
    ...noted(
      "closed before they were referred, so never open",
      rowsWhere(({ referred_on, closed_on }) => (closed_on ?? Number.POSITIVE_INFINITY) < (referred_on ?? 0))
    ),
    ...noted(
      "closed without an outcome",
      rowsWhere(({ closed_on, outcome }) => closed_on !== undefined && outcome === undefined)
    ),
    ...noted(
      "an outcome without closed_on, so counted as open",
      rowsWhere(({ closed_on, outcome }) => closed_on === undefined && outcome !== undefined)
    ),
    ...noted("the child has another case open, so it is counted more than once", openTwice(counted, day))
  ]
}

/** The rows of a case table, with what is odd about them on a day said on standard error. */
export const readCases = Effect.fn("readCases")(function* (given: {
  readonly cases: string
  readonly caseReferences: Option.Option<string>
  readonly day: CivilDay
  /** What is said of the rows then names no count. */
  readonly isSuppressed: boolean
}) {
  const held = yield* patternsOf(given.caseReferences)
  const source = yield* openFile(given.cases)
  const table = yield* readCmeCases(yield* withProgress(source), held)
  const notes = notesOn(table, given.day, given.isSuppressed).map((note) => `${source.file}: ${note}`)
  if (notes.length > 0) yield* tell(notes.join("\n"))
  return table.lines
})
