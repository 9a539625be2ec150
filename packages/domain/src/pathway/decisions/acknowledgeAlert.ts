import { alertOf } from "../alert.ts"
import type { AcknowledgeAlert } from "../commands.ts"
import { AlertedAgainSince, AlreadyAcknowledged } from "../refusals.ts"
import type { Episode } from "../state.ts"
import { accept, type Decision, type DecisionContext, refuse } from "./decision.ts"

/** Twice by the same person changes nothing; two people are told apart, so that both know who acts. */
export const acknowledgeAlert = (
  episode: Episode,
  { alert: seen, by }: AcknowledgeAlert,
  { now }: DecisionContext
): Decision => {
  const { number: alert, acknowledged } = alertOf(episode)
  if (seen !== undefined && seen !== alert) return refuse(new AlertedAgainSince())
  if (acknowledged?.by === by) return accept()
  if (acknowledged !== undefined) return refuse(new AlreadyAcknowledged())
  return accept({ _tag: "AlertAcknowledged", episodeId: episode.id, alert, by, acknowledgedAt: now })
}
