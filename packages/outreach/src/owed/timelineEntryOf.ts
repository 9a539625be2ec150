import {
  type ChildState,
  type EventOf,
  episodeById,
  interviewById,
  type Notification,
  type PathwayEvent,
  type RecordedEvent
} from "@safe-return/domain/pathway"
import { mayDecisionBeShown } from "@safe-return/domain/risk"
import { Option } from "effect"
import type { TimelineEntry, TimelineEvent } from "../message/cardMessages.ts"

/** The report that opened the episode has its own line; one that came to it later has this. */
const isFurtherReport = (
  { notification, episodeId }: { readonly notification: Notification; readonly episodeId?: string },
  { notifications }: ChildState
): boolean => {
  if (notification.kind !== "missing" || episodeId === undefined) return false
  const first = notifications.find(
    (received) => received.episodeId === episodeId && received.notification.kind === "missing"
  )
  return first !== undefined && first.notification.policeReference !== notification.policeReference
}

/** A decision on a trigger that is never posted would give away that there is one. */
const mayBeShown = ({ episodeId, trigger }: EventOf<"TriggerDecided">, state: ChildState): boolean =>
  Option.exists(episodeById(state, episodeId), ({ policy }) => mayDecisionBeShown(policy, trigger))

/** Whether an event has a line in the thread of its card; nobody needs one about the others. */
export const hasTimelineEntry = (event: PathwayEvent, state: ChildState): event is TimelineEvent => {
  switch (event._tag) {
    case "NotificationTurnedAway":
    case "MisdirectedNewsAnswered":
    case "NotificationRepeated":
    case "FindMePlanRecorded":
    case "HistoryImported":
      return false
    case "NotificationReceived":
      return isFurtherReport(event, state)
    // That others answer apart from a worker would tell the worker why.
    case "ConsiderationAnswered":
      return event.answeredBy !== "apart"
    case "TriggerDecided":
      return mayBeShown(event, state)
    case "ChildReturned":
      return Option.isSome(episodeById(state, event.episodeId))
    case "InterviewCompleted":
      return Option.exists(
        interviewById(state, event.interviewId),
        ({ completed, episodeIds }) => completed !== undefined && Option.isSome(episodeById(state, episodeIds[0]))
      )
    default:
      return true
  }
}

/** The line of an event in the thread; undefined where it has none. How many questions there were tells the answers. */
export const timelineEntryOf = ({
  recorded,
  ...facts
}: Omit<TimelineEntry, "_tag" | "recorded"> & { readonly recorded: RecordedEvent }): TimelineEntry | undefined =>
  recorded.event._tag !== "ConsiderationAnswered" && hasTimelineEntry(recorded.event, facts.state)
    ? { _tag: "TimelineEntry", ...facts, recorded: { ...recorded, event: recorded.event } }
    : undefined
