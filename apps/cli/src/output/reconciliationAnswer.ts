import { formatCivilDay } from "@safe-return/domain/calendar"
import type { CensusMoves, ChangedFact } from "@safe-return/domain/education"
import type { Reconciliation } from "@safe-return/report"
import { censusMoveWords, returnedFactWords } from "@safe-return/wording"
import { londonDayInFull } from "@safe-return/wording/londonDates"
import { censusGapsAnswer, censusGapsInWords } from "./censusGapsAnswer.ts"

type Value = ChangedFact["now"]

const written = (value: Value): string | null => {
  if (value === undefined) return null
  return typeof value === "number" ? formatCivilDay(value) : value
}

const movesAnswer = ({ before, now, came, went, moves, changed }: CensusMoves) => ({
  before,
  came,
  went,
  now,
  moves,
  changed: changed.map((fact) => ({ ...fact, last: written(fact.last), now: written(fact.now) }))
})

/** For scripts: the order of the keys is part of it; `last` is there where a return was given. */
export const reconciliationAnswer = ({ gaps, last }: Reconciliation) => ({
  ...censusGapsAnswer(gaps),
  ...(last === undefined
    ? {}
    : {
        last: {
          censusDay: formatCivilDay(last.day),
          compared: last.compared,
          cases: last.moves === undefined ? null : movesAnswer(last.moves)
        }
      })
})

const kindsInWords = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([kind, number]) => `${number} ${censusMoveWords[kind as keyof typeof censusMoveWords]}`)
    .join(", ")

const movesInWords = ({ before, now, came, went, moves, changed }: CensusMoves): ReadonlyArray<string> => [
  `Cases: ${before} in the last return; more: ${kindsInWords(came)}; fewer: ${kindsInWords(went)}; so ${now}`,
  ...moves.map(({ caseId, childReference, kind }) => `  ${caseId} (${childReference}): ${censusMoveWords[kind]}`),
  ...(changed.length === 0 ? [] : ["Facts that changed, of cases in both"]),
  ...changed.map(
    ({ caseId, childReference, fact, last, now }) =>
      `  ${caseId} (${childReference}): ${returnedFactWords[fact].toLowerCase()} was ${written(last) ?? "not recorded"}, is ${written(now) ?? "not recorded"}`
  )
]

const withoutChanges = ({ changes: _changes, ...gaps }: Reconciliation["gaps"]): Reconciliation["gaps"] => gaps

/** The same for people: what is missing, the totals beside one another where they differ, and what changed case by case. */
export const reconciliationInWords = ({ gaps, last }: Reconciliation): string =>
  [
    // Today's table counts the last day again; what was sent stands below.
    censusGapsInWords(last?.moves === undefined ? gaps : withoutChanges(gaps)),
    ...(last === undefined
      ? []
      : [
          `Beside the return of ${londonDayInFull(last.day)}: then, now, difference (labels that did not change are left out)`,
          ...last.compared
            .filter(({ topic, difference }) => topic === "Total" || difference !== 0)
            .map(
              ({ topic, breakdown, last: then, now, difference }) =>
                `  ${topic === "Total" ? topic : `${topic}: ${breakdown}`}: ${then}, ${now}, ${difference}`
            ),
          ...(last.moves === undefined ? [] : movesInWords(last.moves))
        ])
  ].join("\n")
