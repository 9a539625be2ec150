import { type Definition, OUR_MEASURE } from "../../scorecard/definition.ts"
import { UNDECLARED } from "../caseTable/ethnicity.ts"
import { cmeReasons, REASON_NOT_RECORDED } from "../caseTable/reasons.ts"
import type { CountedCase } from "../figures/countedCase.ts"
import { SEED } from "./newCases.ts"
import { NOT_RECORDED, type Shares, sharesBy } from "./share.ts"

type Cases = ReadonlyArray<CountedCase>

const namesIn = (cases: Cases, column: "area" | "source" | "ethnicity"): ReadonlyArray<string> =>
  [...new Set(cases.flatMap((row) => row[column] ?? []))].sort()

/** New cases by area, as the table writes it: the areas that occur, in the order of their names, and `not-recorded`. */
export const newByArea = (cases: Cases): Shares =>
  sharesBy(cases, [...namesIn(cases, "area"), NOT_RECORDED], ({ area = NOT_RECORDED }) => area, cases.length)

/** New cases by who told the council: the sources that occur, in the order of their names, and `not-recorded`. */
export const newBySource = (cases: Cases): Shares =>
  sharesBy(cases, [...namesIn(cases, "source"), NOT_RECORDED], ({ source = NOT_RECORDED }) => source, cases.length)

/** New cases by ethnicity: the codes that occur, then asked and not given, then not asked. */
export const newByEthnicity = (cases: Cases): Shares => {
  const codes = namesIn(cases, "ethnicity").filter((code) => code !== UNDECLARED)
  const values = [...codes, UNDECLARED, NOT_RECORDED]
  return sharesBy(cases, values, ({ ethnicity = NOT_RECORDED }) => ethnicity, cases.length)
}

/** New cases by reason: DfE's twenty labels. A blank is `Not recorded`, which is not `Unknown`. */
export const newByReason = (cases: Cases): Shares =>
  sharesBy(cases, cmeReasons, ({ reason = REASON_NOT_RECORDED }) => reason, cases.length)

const OF_NEW =
  "`percent` is of the quarter's new cases: one decimal place, halves rounded up; null where there are none."

export const newCaseShareDefinitions: ReadonlyArray<Definition> = [
  {
    field: "new.byArea",
    counts: `New cases by area as the table writes it: the areas that occur, and \`not-recorded\`. ${OF_NEW}`,
    source: `${SEED}: 39.2% from the Central area`
  },
  {
    field: "new.byEthnicity",
    counts: `New cases by code of the school census: the codes that occur, \`undeclared\` (asked and not given) and \`not-recorded\` (not asked), which are two things. ${OF_NEW}`,
    source: `${SEED}: 44% Roma, 33% unclassified`
  },
  {
    field: "new.byReason",
    counts: `New cases by DfE's twenty reasons, zeros included. A blank is \`Not recorded\`; \`Unknown\` is what was asked and is not known. ${OF_NEW}`,
    source: "DfE, Children missing education, data set of 29 January 2026"
  },
  {
    field: "new.bySource",
    counts: `New cases by who told the council, as the table writes it: the sources that occur, and \`not-recorded\`. ${OF_NEW}`,
    source: OUR_MEASURE
  }
]
