/** The report was moved to this child from another: who acted on it there is told at once which child they act for. */
import { alertOf } from "@safe-return/domain/pathway"
import type { MessageKey } from "../message/messageKinds.ts"
import { isLookedFor } from "./acknowledgement.ts"
import { actingOn } from "./actingOn.ts"
import { alertFacts } from "./alertFacts.ts"
import { alertedFor } from "./alertsOwed.ts"
import { alertUrgency, type CaseSnapshot, type OwedMessage, once } from "./OwedMessage.ts"

/** A later alert of the child goes to them by itself. */
export const movedAlerts = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { state, announceFrom } = snapshot
  return state.episodes
    .filter((episode) => isLookedFor(state, episode) && alertOf(episode).number === 1)
    .filter(({ notifiedAt }) => notifiedAt >= announceFrom)
    .flatMap((episode) => {
      const workers = alertedFor(snapshot, episode, `worker-alert:${episode.id}`)
      const key: MessageKey = `moved:${episode.id}`
      return actingOn(snapshot, episode)
        .filter((person) => !workers.includes(person))
        .map((person) => ({
          ...once(
            `${key}:${person}`,
            { _tag: "Person", person } as const,
            () => ({ _tag: "MovedAlert", ...alertFacts(snapshot, episode), reader: person }),
            alertUrgency(episode),
            episode.notifiedAt
          ),
          keptCurrent: true
        }))
    })
}
