export type {
  AssignInterview,
  Command,
  LogInterview,
  ReceiveNotification,
  RecordFound,
  RecordReturned
} from "./commands.ts"
export { PathwayEvent, RecordedEvent } from "./events.ts"
export { ChildReference, EpisodeId, EventId, InterviewId, PersonId, PoliceReference } from "./identifiers.ts"
export { type EarlyNotification, Notification } from "./notification.ts"
export {
  type ChildState,
  type CompletedInterview,
  type Episode,
  emptyChildState,
  type Interview,
  type Progress
} from "./state.ts"
export * from "./vocabulary.ts"
