import type { Instant } from "../../calendar/instant.ts"
import type { Episode, Progress } from "../state.ts"
import type { Draft } from "./draft.ts"

/** The last time an episode's progress tells of. */
const lastTimeOf = (progress: Progress, { missingAt }: Episode): Instant => {
  switch (progress._tag) {
    case "Missing":
      return missingAt
    case "Found":
      return progress.foundAt
    case "Returned":
      return progress.returnedAt
    case "Cancelled":
      return progress.duplicateOf === undefined ? (progress.cancelledAt ?? missingAt) : missingAt
  }
}

/** The earliest moment at which this can have been said: while it is not recorded, nothing else tells when it was. */
const earliestFor = (draft: Draft, episode: Episode, progress: Progress): Instant => {
  let latest = lastTimeOf(progress, episode)
  for (const { notification } of draft.notifications.items) {
    if (notification.sentAt > latest) latest = notification.sentAt
  }
  return latest
}

/** The episode as far as a person says that it has come. */
export const withPersonsWord = (draft: Draft, episode: Episode, progress: Progress): Episode => ({
  ...episode,
  progress,
  personsWord: {
    progress,
    at: draft.at ?? earliestFor(draft, episode, progress),
    received: draft.notifications.items.length
  }
})
