import type { Instant } from "../calendar/instant.ts"
import { importedHistory } from "../pathway/importedHistory.ts"
import type { ChildState } from "../pathway/state.ts"
import { withReplacements } from "../pathway/withReplacements.ts"
import type { CaseStatus } from "../policy/caseStatus.ts"
import type { EpisodeId } from "../vocabulary/identifiers.ts"
import type { ChildFacts } from "./childFacts.ts"
import { recordOfRows } from "./recordOfRows.ts"

/** What rules read of a child: our record, with the history that was imported before it. */
export interface WholeRecord {
  readonly state: ChildState
  /** When each episode of the history was imported; empty where there is none. */
  readonly importedAt: ReadonlyMap<EpisodeId, Instant>
  /** The case status that the history tells of its own episodes. */
  readonly withStatuses: (facts: ChildFacts) => ChildFacts
}

const NEVER = -Infinity as Instant
const none: ReadonlyMap<EpisodeId, Instant> = new Map()

/** A state is judged at many moments, and its history stays what it is. */
const made = new WeakMap<ChildState, WholeRecord>()

const joined = (state: ChildState): WholeRecord => {
  const history = importedHistory(state)
  if (history.length === 0) return { state, importedAt: none, withStatuses: (facts) => facts }
  const { episodes, interviews } = recordOfRows(history)
  const placed = new Set(episodes.map(({ id }) => id))
  const rows = history.map(({ row }) => row).filter(({ episode_id }) => placed.has(episode_id))
  const lastKnown = rows.findLast(({ case_status }) => case_status !== undefined)?.case_status
  const whole: ChildState = {
    ...state,
    episodes: [...episodes, ...state.episodes],
    interviews: [...interviews, ...state.interviews]
  }
  return {
    state: withReplacements(whole, state.replaced),
    importedAt: new Map(
      history.flatMap(({ row: { episode_id: id }, importedAt = NEVER }) => (placed.has(id) ? [[id, importedAt]] : []))
    ),
    withStatuses: (facts) => {
      const caseStatusAt = new Map<EpisodeId, CaseStatus>(facts.caseStatusAt)
      for (const { episode_id, case_status = facts.caseStatus ?? lastKnown } of rows) {
        if (case_status !== undefined) caseStatusAt.set(episode_id, case_status)
      }
      return { ...facts, caseStatusAt }
    }
  }
}

export const wholeRecordOf = (state: ChildState): WholeRecord => {
  if (state.imported === undefined) return joined(state)
  const whole = made.get(state) ?? joined(state)
  made.set(state, whole)
  return whole
}
