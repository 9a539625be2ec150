import type { CivilDay } from "../../calendar/civilDay.ts"
import type { IdentifiedCase } from "./censusGaps.ts"
import { isNotInError, isOpenOn } from "./openOn.ts"

/**
 * Why a case is in one return and not in the other. Into this one: `started`, `reopened`, or `told-late` (it should have been
 * in the last). Out of it: `ended`, `in-error`, `referral-changed`, or `gone` (the table has it no more).
 */
export const censusMoveKinds = [
  "started",
  "reopened",
  "told-late",
  "ended",
  "in-error",
  "referral-changed",
  "gone"
] as const
export type CensusMoveKind = (typeof censusMoveKinds)[number]

/** One case that came or went. */
export interface CensusMove {
  readonly caseId: string
  readonly childReference: string
  readonly kind: CensusMoveKind
}

/** A column that a return counts by. */
export type ReturnedFact = "since" | "reason" | "sex" | "year_group"

/** One fact of a case in both returns that is not what it was. */
export interface ChangedFact {
  readonly caseId: string
  readonly childReference: string
  readonly fact: ReturnedFact
  /** Absent where nobody had written it down. */
  readonly last?: string | CivilDay
  readonly now?: string | CivilDay
}

/** What became of the cases of the last return: `before`, with those that came, less those that went, is `now`. */
export interface CensusMoves {
  readonly lastDay: CivilDay
  readonly before: number
  readonly now: number
  readonly came: Readonly<Record<"started" | "reopened" | "told-late", number>>
  readonly went: Readonly<Record<"ended" | "in-error" | "referral-changed" | "gone", number>>
  /** Into this return first, each in the order of its table. */
  readonly moves: ReadonlyArray<CensusMove>
  /** In the order of today's table. */
  readonly changed: ReadonlyArray<ChangedFact>
}

interface Compared {
  readonly lastDay: CivilDay
  readonly day: CivilDay
}

const returnedFacts: ReadonlyArray<ReturnedFact> = ["since", "reason", "sex", "year_group"]

const byId = (rows: ReadonlyArray<IdentifiedCase>): ReadonlyMap<string, IdentifiedCase> =>
  new Map(rows.map((row) => [row.case_id, row]))

const whyCame = (row: IdentifiedCase, then: IdentifiedCase | undefined, lastDay: CivilDay): CensusMoveKind => {
  if ((row.referred_on ?? lastDay) > lastDay) return "started"
  return then?.closed_on !== undefined && then.closed_on <= lastDay ? "reopened" : "told-late"
}

const whyWent = (now: IdentifiedCase | undefined, day: CivilDay): CensusMoveKind => {
  if (now === undefined) return "gone"
  if (!isNotInError(now)) return "in-error"
  return now.referred_on === undefined || now.referred_on > day ? "referral-changed" : "ended"
}

const moveOf = ({ case_id, child_ref }: IdentifiedCase, kind: CensusMoveKind): CensusMove => ({
  caseId: case_id,
  childReference: child_ref,
  kind
})

const changedFacts = (row: IdentifiedCase, then: IdentifiedCase): ReadonlyArray<ChangedFact> =>
  returnedFacts.flatMap((fact) => {
    const [before, now] = [then[fact], row[fact]]
    if (before === now) return []
    return [
      {
        caseId: row.case_id,
        childReference: row.child_ref,
        fact,
        ...(before === undefined ? {} : { last: before }),
        ...(now === undefined ? {} : { now })
      }
    ]
  })

/**
 * What changed between the table of the last return, as it was sent, and today's: case by case, so that the two totals come
 * out even. Cases are the same by their id.
 *
 * Source: our own: a return is read beside the one before it, and a difference that nobody can explain is asked about.
 *
 * @param last the rows that were sent
 * @param rows today's
 * @param days the census day of each, counted at its end
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { censusMovesOf } from "@safe-return/domain/education"
 *
 * const sent = { case_id: "C1", child_ref: "EDU-20117", referred_on: civilDay(2026, 5, 4) }
 * const now = [{ ...sent, closed_on: civilDay(2026, 9, 7) }, { ...sent, case_id: "C2", referred_on: civilDay(2026, 9, 14) }]
 * const days = { lastDay: civilDay(2026, 5, 21), day: civilDay(2026, 10, 1) }
 * censusMovesOf([sent], now, days).moves.map(({ caseId, kind }) => [caseId, kind]) // [["C2","started"],["C1","ended"]]
 * ```
 */
export const censusMovesOf = (
  last: Iterable<IdentifiedCase>,
  rows: Iterable<IdentifiedCase>,
  { lastDay, day }: Compared
): CensusMoves => {
  const [sent, today] = [[...last], [...rows]]
  const [sentById, todayById] = [byId(sent), byId(today)]
  const wasOpen = new Set(sent.filter((row) => isOpenOn(row, lastDay)).map((row) => row.case_id))
  const open = today.filter((row) => isOpenOn(row, day))
  const isOpen = new Set(open.map((row) => row.case_id))
  const moves = [
    ...open
      .filter(({ case_id }) => !wasOpen.has(case_id))
      .map((row) => moveOf(row, whyCame(row, sentById.get(row.case_id), lastDay))),
    ...sent
      .filter(({ case_id }) => wasOpen.has(case_id) && !isOpen.has(case_id))
      .map((row) => moveOf(row, whyWent(todayById.get(row.case_id), day)))
  ]
  const count = (kind: CensusMoveKind): number => moves.filter((move) => move.kind === kind).length
  return {
    lastDay,
    before: wasOpen.size,
    now: isOpen.size,
    came: { started: count("started"), reopened: count("reopened"), "told-late": count("told-late") },
    went: {
      ended: count("ended"),
      "in-error": count("in-error"),
      "referral-changed": count("referral-changed"),
      gone: count("gone")
    },
    moves,
    changed: open.flatMap((row) => {
      const then = wasOpen.has(row.case_id) ? sentById.get(row.case_id) : undefined
      return then === undefined ? [] : changedFacts(row, then)
    })
  }
}
