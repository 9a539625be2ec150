/** The alert that a child is missing, to the people of the case, and again when there is news somebody must act on. */
import { alertOf } from "@safe-return/domain/pathway"
import type { DeliveryKey } from "@safe-return/journal"
import { asksToAcknowledge } from "../messages/acknowledging.ts"
import { alertAgain } from "../messages/alertAgain.ts"
import { workerAlert } from "../messages/workerAlert.ts"
import { cardUrgency, isLiving } from "./cardsOwed.ts"
import { type CaseToTell, channel, type OwedMessage, once } from "./OwedMessage.ts"

export const workerAlerts = (told: CaseToTell): ReadonlyArray<OwedMessage> => {
  const { child, state, allocatedWorker } = told
  if (allocatedWorker === undefined) return []
  return state.episodes
    .filter((episode) => episode.notifiedAt >= told.announceFrom && isLiving(told, episode))
    .map((episode) => ({
      ...once(
        `worker-alert:${episode.id}:${allocatedWorker}`,
        { _tag: "Person", person: allocatedWorker },
        workerAlert({ child, episode }),
        cardUrgency(episode) === "alert" ? "alert" : "task"
      ),
      // It shows who has acknowledged the alert, as soon as somebody has.
      keptCurrent: episode.policy.ladder !== undefined
    }))
}

/** A child who is missing after all has an alert of its own words: see `missingAfterAll.ts`. */
export const alertsAgain = ({ child, state, allocatedWorker, announceFrom }: CaseToTell): ReadonlyArray<OwedMessage> =>
  state.episodes.filter(asksToAcknowledge).flatMap((episode) => {
    const { number, because, at } = alertOf(episode)
    if (because === "reported" || because === "missing-after-all" || at < announceFrom) return []
    const key: DeliveryKey = `alert:${episode.id}:${number}`
    const content = alertAgain({ child, episode })
    const toChannel = { ...once(key, channel, content, "alert"), keptCurrent: true }
    if (allocatedWorker === undefined) return [toChannel]
    return [
      toChannel,
      {
        ...once(`${key}:${allocatedWorker}`, { _tag: "Person", person: allocatedWorker }, content, "alert"),
        keptCurrent: true
      }
    ]
  })
