/** The alert that a child is missing after all, once what ended an episode no longer stands. */
import { isOpen } from "@safe-return/domain/pathway"
import { alertFacts } from "./alertFacts.ts"
import { toldAgain } from "./alertsOwed.ts"
import { lastMissingAfterAll, missingAfterAllKey } from "./lastMissingAfterAll.ts"
import { alertUrgency, type CaseSnapshot, channel, type OwedMessage, once } from "./OwedMessage.ts"

/** The alert of the report was sent long ago, and a card that changes rings nowhere: this is an alert of its own. */
export const missingAfterAllAlerts = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  return snapshot.state.episodes
    .filter((episode) => episode.progress._tag === "Missing" && isOpen(episode))
    .flatMap((episode) => {
      const last = lastMissingAfterAll(snapshot, episode)
      if (last === undefined) return []
      const key = missingAfterAllKey(last, episode)
      const { recordedAt } = last.recorded
      const alerts = [
        once(
          key,
          channel,
          () => ({ _tag: "MissingAfterAllAlert", ...alertFacts(snapshot, episode) }),
          alertUrgency(episode),
          recordedAt
        ),
        ...toldAgain(snapshot, episode, key).map((person) =>
          once(
            `${key}:${person}`,
            { _tag: "Person", person } as const,
            () => ({ _tag: "MissingAfterAllAlert", ...alertFacts(snapshot, episode), reader: person }),
            alertUrgency(episode),
            recordedAt
          )
        )
      ]
      // It shows who has acknowledged the alert, as soon as a person has.
      return alerts.map((alert) => ({ ...alert, keptCurrent: true }))
    })
}
