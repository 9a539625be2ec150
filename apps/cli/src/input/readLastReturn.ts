import type { CivilDay } from "@safe-return/domain/calendar"
import {
  type CmeCaseRow,
  censusReturnOf,
  type SuppressedCensusReturn,
  WrittenCensusReturn
} from "@safe-return/domain/education"
import { badInput } from "@safe-return/exchange/reading"
import { Effect, type Option } from "effect"
import { Flag } from "effect/cli"
import { readCases } from "./readCases.ts"
import { readJson } from "./readJson.ts"

export const last = Flag.String("last").pipe(
  Flag.withDescription(
    "The return before it: its JSON as cme return --json wrote it (.json), or the case table it was made from, with its day in --previous"
  ),
  Flag.optional
)

export interface LastReturn {
  readonly day: CivilDay
  readonly census: SuppressedCensusReturn
  /** The rows it was made from, where they are known. */
  readonly rows?: ReadonlyArray<CmeCaseRow>
}

const noDay = badInput({
  field: "--previous",
  message: "A case table does not say of which day its return was. Give the census day, such as 2026-05-21."
})

const otherDay = badInput({
  field: "--previous",
  message: "The return in --last is of another day. Leave --previous out, or give the return of this day."
})

/** A return before this one, from its figures or from the table it was made from. */
export const readLastReturn = Effect.fn("readLastReturn")(function* (given: {
  readonly file: string
  readonly previous: CivilDay | undefined
  readonly caseReferences: Option.Option<string>
}) {
  if (given.file.endsWith(".json")) {
    const census = yield* readJson(given.file, WrittenCensusReturn)
    if (given.previous !== undefined && given.previous !== census.censusDay) return yield* otherDay
    return { day: census.censusDay, census }
  }
  if (given.previous === undefined) return yield* noDay
  const { caseReferences, previous: day } = given
  const lines = yield* readCases({ cases: given.file, caseReferences, day, isSuppressed: false })
  const rows = lines.map(({ row }) => row)
  return { day: given.previous, census: censusReturnOf(rows, given.previous), rows }
})
