import type { Instant } from "../calendar/instant.ts"
import type { PathwayEvent, RecordedEvent } from "./events.ts"
import type { EpisodeId, InterviewId } from "./identifiers.ts"
import type { EarlyNotification, Notification } from "./notification.ts"
import { type ChildState, type Episode, emptyChildState, type Interview, type Progress } from "./state.ts"

const changeEpisode = (state: ChildState, id: EpisodeId, change: (episode: Episode) => Episode): ChildState => ({
  ...state,
  episodes: state.episodes.map((episode) => (episode.id === id ? change(episode) : episode))
})

const changeInterview = (state: ChildState, id: InterviewId, change: Partial<Interview>): ChildState => ({
  ...state,
  interviews: state.interviews.map((interview) => (interview.id === id ? { ...interview, ...change } : interview))
})

const isEarly = (notification: Notification): notification is EarlyNotification => notification.kind !== "missing"

/** What waited for this `missing` notification belongs to the episode it opens. */
const joined = (state: ChildState, { policeReference }: Notification, episodeId: EpisodeId): ChildState => ({
  ...state,
  notifications: state.notifications.map((received) =>
    received.episodeId === undefined && received.notification.policeReference === policeReference
      ? { ...received, episodeId }
      : received
  ),
  early: state.early.filter((early) => early.policeReference !== policeReference)
})

/** Found is known for a child who is back already: the return stands. */
const found = (progress: Progress, foundAt: Instant): Progress =>
  progress._tag === "Returned" ? { ...progress, foundAt } : { _tag: "Found", foundAt }

const returned = (progress: Progress, returnedAt: Progress & { _tag: "Returned" }): Progress =>
  progress._tag === "Found" ? { ...returnedAt, foundAt: progress.foundAt } : returnedAt

/** Total over any order of events a journal can hold: an event about an unknown episode changes nothing. */
const apply = (state: ChildState, event: PathwayEvent): ChildState => {
  switch (event._tag) {
    case "NotificationReceived": {
      const { notification, episodeId } = event
      if (episodeId === undefined) {
        const kept = { ...state, notifications: [...state.notifications, { notification }] }
        return isEarly(notification) ? { ...kept, early: [...state.early, notification] } : kept
      }
      const received = [...state.notifications, { notification, episodeId }]
      return notification.kind === "missing"
        ? joined({ ...state, notifications: received }, notification, episodeId)
        : { ...state, notifications: received }
    }
    case "NotificationSetAside":
      return state
    case "EpisodeOpened": {
      const { _tag, episodeId: id, ...facts } = event
      return { ...state, episodes: [...state.episodes, { id, ...facts, progress: { _tag: "Missing" } }] }
    }
    case "EpisodeUpdated": {
      const { _tag, episodeId, ...changes } = event
      return changeEpisode(state, episodeId, (episode) => ({ ...episode, ...changes }))
    }
    case "ChildFound":
      return changeEpisode(state, event.episodeId, (episode) => ({
        ...episode,
        progress: found(episode.progress, event.foundAt)
      }))
    case "ChildReturned":
      return changeEpisode(state, event.episodeId, (episode) => ({
        ...episode,
        progress: returned(episode.progress, { _tag: "Returned", returnedAt: event.returnedAt })
      }))
    case "EpisodeCancelled":
      return changeEpisode(state, event.episodeId, (episode) => ({
        ...episode,
        progress: { _tag: "Cancelled", reason: event.reason }
      }))
    case "InterviewAssigned": {
      const { interviewId: id, episodeIds, interviewer, knownAdult } = event
      return state.interviews.some((interview) => interview.id === id)
        ? changeInterview(state, id, { episodeIds, interviewer, knownAdult })
        : { ...state, interviews: [...state.interviews, { id, episodeIds, interviewer, knownAdult }] }
    }
    case "InterviewOffered":
      return changeInterview(state, event.interviewId, { offeredAt: event.offeredAt })
    case "InterviewAnswered":
      return changeInterview(state, event.interviewId, { response: event.response })
    case "InterviewCompleted": {
      const { _tag, interviewId, ...completed } = event
      return changeInterview(state, interviewId, { completed })
    }
  }
}

/** The child's state after one more event. */
export const evolve = (state: ChildState, recorded: RecordedEvent): ChildState => apply(state, recorded.event)

/** The child's state after a decision's events, before they have been recorded. */
export const evolveAll = (state: ChildState, events: Iterable<PathwayEvent>): ChildState => {
  let next = state
  for (const event of events) next = apply(next, event)
  return next
}

/** The child's state from its whole stream. */
export const fold = (stream: Iterable<RecordedEvent>): ChildState => {
  let state = emptyChildState
  for (const recorded of stream) state = evolve(state, recorded)
  return state
}
