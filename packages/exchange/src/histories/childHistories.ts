import type { Instant } from "@safe-return/domain/calendar"
import {
  type ChildReference,
  type EpisodeId,
  emptyChildState,
  isPlaced,
  referenceKey
} from "@safe-return/domain/pathway"
import type { CaseStatus, Policy } from "@safe-return/domain/policy"
import { type ChildHistory, recordOfRows } from "@safe-return/domain/risk"
import type { EpisodeLine } from "../episodeTable/read.ts"
import { asItStood, type PlacedRow } from "./asOf.ts"

export interface HistoryOptions {
  /** Frozen onto every episode, as if it had been in force all along. */
  readonly policy: Policy
  /** What happened after this moment is left out. */
  readonly asOf: Instant
}

const standInColumns = ["absence", "missing_from", "risk"] as const
type StandInColumn = (typeof standInColumns)[number]

/** A row that nothing can be computed from. */
export interface LeftOut {
  readonly line: number
  readonly episodeId: EpisodeId
}

export interface ChildHistories {
  /** One child each, in the order in which the table first names them, and in the spelling it first uses. */
  readonly histories: ReadonlyArray<ChildHistory>
  /** Rows without `missing_at`, to be reported: they cannot be placed in time. */
  readonly withoutMissingAt: ReadonlyArray<LeftOut>
  /** How many rows leave blank what the pathway must know, by column, to be reported: a stand-in was used. */
  readonly stoodIn: Readonly<Record<StandInColumn, number>>
}

const factsOf = (rows: ReadonlyArray<PlacedRow>) => {
  const caseStatusAt = new Map<EpisodeId, CaseStatus>()
  let caseStatus: CaseStatus | undefined
  for (const { episode_id, case_status } of rows) {
    if (case_status === undefined) continue
    caseStatusAt.set(episode_id, case_status)
    caseStatus = case_status
  }
  return caseStatus === undefined ? {} : { facts: { caseStatus, caseStatusAt } }
}

interface RowsOfChild {
  readonly child: ChildReference
  readonly rows: Array<PlacedRow>
}

const historyOf = ({ child, rows }: RowsOfChild, policy: Policy): ChildHistory => {
  rows.sort((a, b) => a.missing_at - b.missing_at)
  const record = recordOfRows(rows.map((row) => ({ row, policy })))
  return { child, state: { ...emptyChildState, ...record }, ...factsOf(rows) }
}

/** The rows of an episode table as histories, child by child, so that triggers and policies can be read on them. */
export const childHistories = (lines: ReadonlyArray<EpisodeLine>, { policy, asOf }: HistoryOptions): ChildHistories => {
  const rowsByKey = new Map<string, RowsOfChild>()
  const withoutMissingAt: Array<LeftOut> = []
  const stoodIn = { absence: 0, missing_from: 0, risk: 0 }
  for (const { line, row } of lines) {
    if (!isPlaced(row)) {
      withoutMissingAt.push({ line, episodeId: row.episode_id })
      continue
    }
    if (row.missing_at > asOf) continue
    for (const column of standInColumns) if (row[column] === undefined) stoodIn[column] += 1
    const key = referenceKey(row.child_ref)
    const known = rowsByKey.get(key)
    const stood = asItStood(row, asOf)
    if (known === undefined) rowsByKey.set(key, { child: row.child_ref, rows: [stood] })
    else known.rows.push(stood)
  }
  return {
    histories: [...rowsByKey.values()].map((child) => historyOf(child, policy)),
    withoutMissingAt,
    stoodIn
  }
}
