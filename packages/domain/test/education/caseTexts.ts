import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import fc from "fast-check"
import { type CivilDay, civilDay, formatCivilDay, parseCivilDay } from "../../src/calendar/index.ts"
import {
  CmeCaseRow,
  cmeReasons,
  type EducationScorecard,
  educationScorecardOf,
  outcomeWords,
  type CmeCaseRow as Row,
  yearGroups
} from "../../src/education/index.ts"
import type { CaseText } from "./independentReckoning.ts"

/** A row from its cells, with an id and a child where none is given. */
export const rowOf = (cells: CaseText): Row =>
  Schema.decodeUnknownSync(CmeCaseRow)({ case_id: "C", child_ref: "EDU-1", ...cells })

export const day = (text: string): CivilDay => Option.getOrThrow(parseCivilDay(text))

export const scorecard = (rows: ReadonlyArray<CaseText>, quarter: string, asOf: string): EducationScorecard =>
  Result.getOrThrow(educationScorecardOf(rows.map(rowOf), { quarter, asOf: day(asOf) }))

/** Few enough days, children and places that random tables meet on them, with the ends of quarters among the days. */
const days = fc.oneof(
  fc
    .integer({ min: civilDay(2017, 1, 1), max: civilDay(2019, 12, 31) })
    .map((number) => formatCivilDay(number as CivilDay)),
  fc.constantFrom("2018-12-31", "2019-01-01", "2019-03-31", "2019-04-01", "2018-03-31", "2018-04-01")
)

const cell = <Text extends string>(values: ReadonlyArray<Text>) =>
  fc.option(fc.constantFrom(...values), { nil: undefined })

const caseText: fc.Arbitrary<CaseText> = fc
  .record({
    child_ref: fc.constantFrom("EDU-1", "edu-1", "EDU1", "EDU-2", "EDU-3", "EDU-4"),
    referred_on: fc.option(days, { nil: undefined, freq: 9 }),
    since: fc.option(days, { nil: undefined, freq: 4 }),
    area: cell(["Central", "North", "__proto__"]),
    source: cell(["School", "Health"]),
    ethnicity: cell(["WROM", "WBRI", "undeclared"]),
    sex: cell(["female", "male", "unknown"]),
    year_group: cell(yearGroups),
    reason: cell(cmeReasons),
    whereabouts: cell(["known", "not-known"]),
    closed_on: fc.option(days, { nil: undefined }),
    outcome: cell(Object.keys(outcomeWords.words))
  })
  .map((cells) => Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== undefined)) as CaseText)

export const tables = fc.array(caseText, { maxLength: 40 })

export const someDay = days

export const someQuarter = fc
  .tuple(fc.integer({ min: 2017, max: 2019 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, quarter]) => `${year}-${(year + 1) % 100}-Q${quarter}`)
