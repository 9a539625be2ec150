import { formatCivilDay } from "@safe-return/domain/calendar"
import type { CensusChanges, CensusGapKind, CensusGaps } from "@safe-return/domain/education"
import { censusGapWords } from "@safe-return/wording"
import { londonDayInFull } from "@safe-return/wording/londonDates"
import { count } from "./print.ts"

/** The gaps for scripts: the order of the keys is part of it. */
export const censusGapsAnswer = ({ censusDay, open, complete, byKind, gaps, changes }: CensusGaps) => ({
  censusDay: formatCivilDay(censusDay),
  open,
  complete,
  byKind,
  changes: changes === undefined ? null : { ...changes, since: formatCivilDay(changes.since) },
  gaps
})

const changesInWords = ({ since, before, started, ended }: CensusChanges, open: number): string =>
  `Since ${londonDayInFull(since)}: ${before} open then, ${started} more, ${ended} ended, so ${open}`

/** The same for people. */
export const censusGapsInWords = ({ censusDay, open, complete, byKind, gaps, changes }: CensusGaps): string =>
  [
    `Before the return of ${londonDayInFull(censusDay)}: ${count(open, "open case")}, ${complete} of them complete`,
    ...(changes === undefined ? [] : [changesInWords(changes, open)]),
    ...Object.entries(byKind).map(([kind, number]) => `  ${censusGapWords[kind as CensusGapKind]}: ${number}`),
    ...(gaps.length === 0 ? [] : ["Ask for these, case by case"]),
    ...gaps.map(
      ({ caseId, childReference, missing }) =>
        `  ${caseId} (${childReference}): ${missing.map((kind) => censusGapWords[kind]).join(", ")}`
    )
  ].join("\n")
