import { type Episode, isOpen, type RecordedEvent } from "@safe-return/domain/pathway"
import type { JournalEntry } from "@safe-return/journal"
import type { MessageKey } from "../message/messageKinds.ts"
import { alertFacts } from "./alertFacts.ts"
import { toldAgain } from "./alertsOwed.ts"
import { alertUrgency, type CaseSnapshot, channel, type OwedMessage, once } from "./OwedMessage.ts"

const isFind = (fact: string): boolean => fact === "found" || fact === "returned"

/** Whether this event made an episode count as missing that was found, back, merged or closed before. */
export const isMissingAfterAllBy = ({ recordedAt, event }: RecordedEvent, { id, notifiedAt }: Episode): boolean => {
  switch (event._tag) {
    case "EpisodeCorrected":
      return event.episodeId === id && event.withdrawn !== undefined
    case "EpisodesSeparated":
      return event.duplicateId === id || (event.episodeId === id && event.takenBack.some(isFind))
    case "EpisodeReopened":
    case "MissingAfterAll":
      return event.episodeId === id
    case "DeathTakenBack":
      // One that opens by what was told meanwhile has an alert of its own.
      return notifiedAt < recordedAt
    default:
      return false
  }
}

/** What last made the episode count as missing after all; undefined before anything is announced, or where nothing did. */
export const lastMissingAfterAll = (
  { entries, announceFrom }: CaseSnapshot,
  episode: Episode
): JournalEntry | undefined => {
  const last = entries.findLast(({ recorded }) => isMissingAfterAllBy(recorded, episode))
  return last === undefined || last.recorded.recordedAt < announceFrom ? undefined : last
}

export const missingAfterAllKey = ({ version }: JournalEntry, { id }: Episode): MessageKey =>
  `missing-after-all:${version}:${id}`

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
