import type { Instant } from "../../calendar/instant.ts"
import type { openingEvents } from "../events/openingEvents.ts"
import type { Progress } from "../state.ts"
import type { ChangesOf } from "./change.ts"
import { changeEpisode, withItem } from "./draft.ts"

/** Found is known for a child who is back already: the return stands. */
const found = (progress: Progress, foundAt: Instant): Progress =>
  progress._tag === "Returned" ? { ...progress, foundAt } : { _tag: "Found", foundAt }

const returned = (progress: Progress, returnedAt: Instant): Progress =>
  progress._tag === "Found"
    ? { _tag: "Returned", returnedAt, foundAt: progress.foundAt }
    : { _tag: "Returned", returnedAt }

export const onOpening: ChangesOf<typeof openingEvents> = {
  NotificationReceived: ({ notifications }, { notification, episodeId }) => {
    notifications.add(episodeId === undefined ? { notification } : { notification, episodeId })
    if (episodeId === undefined || notification.kind !== "missing") return
    // What waited for this `missing` notification belongs to the episode it opens.
    notifications.change(notification.policeReference, (received) => ({ ...received, episodeId }))
  },
  NotificationTurnedAway: (draft, { notification }) => {
    draft.turnedAway = withItem(draft, draft.turnedAway ?? [], notification)
  },
  NotificationSetAside: () => {},
  EpisodeOpened: ({ episodes }, { _tag, episodeId: id, ...facts }) => {
    if (!episodes.has(id)) episodes.add({ id, ...facts, progress: { _tag: "Missing" } })
  },
  EpisodeUpdated: (draft, { _tag, episodeId, ...changes }) =>
    changeEpisode(draft, episodeId, (episode) => ({ ...episode, ...changes })),
  ChildFound: (draft, { episodeId, foundAt }) =>
    changeEpisode(draft, episodeId, (episode) => ({ ...episode, progress: found(episode.progress, foundAt) })),
  ChildReturned: (draft, { episodeId, returnedAt }) =>
    changeEpisode(draft, episodeId, (episode) => ({ ...episode, progress: returned(episode.progress, returnedAt) })),
  EpisodeCancelled: (draft, { episodeId, reason }) =>
    changeEpisode(draft, episodeId, (episode) => ({
      ...episode,
      progress: { _tag: "Cancelled", reason, ...(draft.at === undefined ? {} : { cancelledAt: draft.at }) }
    })),
  PreventionInterviewRecorded: (draft, { episodeId, heldAt }) =>
    changeEpisode(draft, episodeId, (episode) => ({ ...episode, preventionInterviewAt: heldAt })),
  PartTwoRecorded: (draft, { episodeId, partTwo }) =>
    changeEpisode(draft, episodeId, (episode) =>
      episode.progress._tag === "Missing" ? { ...episode, progress: { _tag: "Missing", partTwo } } : episode
    )
}
