export type {
  AssignInterview,
  Command,
  LogInterview,
  ReceiveNotification,
  RecordFound,
  RecordReturned
} from "./commands.ts"
export { decide } from "./decide.ts"
export type { Decision, DecisionContext } from "./decisions/decision.ts"
export { PathwayEvent, RecordedEvent } from "./events.ts"
export { evolve, evolveAll, fold } from "./evolve.ts"
export { ChildReference, EpisodeId, EventId, InterviewId, PersonId, PoliceReference } from "./identifiers.ts"
export { type EarlyNotification, Notification, notificationKinds } from "./notification.ts"
export type { Refusal } from "./refusals.ts"
export {
  episodeById,
  episodeOwedInterview,
  type InterviewStanding,
  interviewById,
  interviewStanding,
  isInterviewOwed,
  latestEpisode
} from "./standing.ts"
export {
  type ChildState,
  type CompletedInterview,
  type Episode,
  emptyChildState,
  type Interview,
  type Progress
} from "./state.ts"
export * from "./vocabulary.ts"
