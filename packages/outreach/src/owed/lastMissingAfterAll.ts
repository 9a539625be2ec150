/** What makes a child count as missing who was found, back, or thought to have died. */
import type { Episode, RecordedEvent } from "@safe-return/domain/pathway"
import type { JournalEntry } from "@safe-return/journal"
import type { MessageKey } from "../message/messageKinds.ts"
import type { CaseSnapshot } from "./OwedMessage.ts"

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
