import * as Equal from "effect/Equal"
import { deepFreeze } from "../../deepFreeze.ts"
import type { ImportHistory } from "../commands.ts"
import { isOnOwnRecord } from "../importedHistory.ts"
import { historyTimes } from "../placedHistoryRow.ts"
import { HistoryInFuture } from "../refusals.ts"
import type { ChildState } from "../state.ts"
import { accept, type Decision, type DecisionContext, latestAccepted, refuse } from "./decision.ts"

export const importHistory = (
  state: ChildState,
  { rows, policy }: ImportHistory,
  { now }: DecisionContext
): Decision => {
  const known = new Map(state.imported?.map(({ row }) => [row.episode_id, row]))
  const each = [...new Map(rows.map((row) => [row.episode_id, row])).values()]
  const [first, ...others] = each.filter(
    (row) => !Equal.equals(known.get(row.episode_id), row) && !isOnOwnRecord(state, row)
  )
  if (first === undefined) return accept()
  const latest = latestAccepted(now, policy.futureToleranceMinutes.value)
  if ([first, ...others].some((row) => historyTimes.some((time) => (row[time] ?? now) > latest))) {
    return refuse(HistoryInFuture)
  }
  return accept({ _tag: "HistoryImported", rows: [first, ...others], policy: deepFreeze(policy) })
}
