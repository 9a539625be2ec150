import type { OnRung } from "../../policy/ladder.ts"
import { type Acknowledgement, alertOf } from "../alert.ts"
import { allocatedWorkers } from "../allocatedWorkers.ts"
import type { AcknowledgeAlert } from "../commands.ts"
import { AlertedAgainSince } from "../refusals.ts"
import type { Episode } from "../state.ts"
import { acceptUnless, type Decision, type DecisionContext, refuse } from "./decision.ts"

/** In which roles they answer: those they hold, and what the episode knows of them. */
const rolesOf = (episode: Episode, { by, as = [] }: AcknowledgeAlert): ReadonlyArray<OnRung> => {
  const roles = new Set<OnRung>(as)
  if (allocatedWorkers(episode).includes(by)) roles.add("worker")
  if (episode.coordinator === by) roles.add("missing-coordinator")
  return [...roles]
}

/** The roles in which this person has not answered yet; an answer from before there were roles stands for all. */
const rolesAdded = (before: ReadonlyArray<Acknowledgement>, roles: ReadonlyArray<OnRung>): ReadonlyArray<OnRung> =>
  before.some(({ as }) => as === undefined)
    ? []
    : roles.filter((role) => before.every(({ as }) => as?.includes(role) !== true))

/** Each person answers for themselves and their roles, so that no answer silences another's alert. */
export const acknowledgeAlert = (episode: Episode, command: AcknowledgeAlert, { now }: DecisionContext): Decision => {
  const { alert: seen, by, reached } = command
  const { number: alert, acknowledgements } = alertOf(episode)
  if (seen !== undefined && seen !== alert) return refuse(AlertedAgainSince)
  const before = acknowledgements.filter((one) => one.by === by)
  const as = rolesAdded(before, rolesOf(episode, command))
  return acceptUnless(before.length > 0 && as.length === 0, {
    _tag: "AlertAcknowledged",
    episodeId: episode.id,
    alert,
    by,
    acknowledgedAt: now,
    as,
    ...(reached === undefined || reached.recordedBy === by ? {} : { reached })
  })
}
