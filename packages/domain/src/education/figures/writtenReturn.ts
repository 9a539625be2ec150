import * as Schema from "effect/Schema"
import { CivilDayFromIso } from "../../calendar/civilDayFromIso.ts"
import { WITHHELD } from "../../scorecard/suppression/figure.ts"
import { cmeReasons } from "../caseTable/reasons.ts"
import { sexWords } from "../caseTable/sexes.ts"
import { yearGroupLabel, yearGroups } from "../caseTable/yearGroups.ts"
import { durationBands } from "./durationBands.ts"

const Count = Schema.Union([Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)), Schema.Literal(WITHHELD)])

/** Every one of DfE's labels, so that a return that lacks one is refused and not read as zero. */
const countsBy = (labels: ReadonlyArray<string>) =>
  Schema.Struct(Object.fromEntries(labels.map((label) => [label, Count] as const)))

/**
 * A return as it is written in the published JSON, whole or suppressed: a day `YYYY-MM-DD`, and under each topic every one of
 * DfE's labels with a number or `c`.
 *
 * Source: the published contracts, children missing education.
 */
export const WrittenCensusReturn = Schema.Struct({
  censusDay: CivilDayFromIso,
  total: Count,
  bySex: countsBy(Object.values(sexWords.words)),
  byYearGroup: countsBy(yearGroups.map(yearGroupLabel)),
  byDuration: countsBy(durationBands),
  byReason: countsBy(cmeReasons)
})
export type WrittenCensusReturn = typeof WrittenCensusReturn.Type
