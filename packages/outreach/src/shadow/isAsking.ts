/** Whether a message still asks its reader for something, or is news that a later one need not repeat. */
import type { Message } from "../message/Message.ts"
import { isLiving } from "../owed/cardsOwed.ts"

type Asks<M extends Message> = boolean | ((message: M) => boolean)

/** An alert of a child who is missing asks its reader, also where others have answered. */
const asking: { readonly [Tag in Message["_tag"]]: Asks<Extract<Message, { readonly _tag: Tag }>> } = {
  MissingAlert: true,
  CoordinatorAlert: true,
  RepeatAlert: true,
  MissingAfterAllAlert: true,
  EscalationAlert: ({ isAnswered }) => isAnswered !== true,
  OutsideAlert: true,
  UnreachedAlert: true,
  WithheldAlert: true,
  RequestOver: false,
  AlertAllClear: false,
  OutsideAllClear: false,
  OutsideAcknowledged: false,
  EpisodeCard: ({ state, episode }) => isLiving({ state }, episode),
  TimelineEntry: false,
  JoinedEntry: false,
  InterviewDue: true,
  InterviewOverdue: true,
  LateStep: true,
  OverdueList: true,
  DutyList: true,
  InterviewAssignment: true,
  InterviewLost: false,
  InterviewGivenUp: true,
  EpisodeHandedOver: ({ state, episode }) => isLiving({ state }, episode),
  ConsiderationsRequest: true,
  TriggerAlert: ({ firing }) => firing.standing._tag === "Open",
  DecisionWaiting: true,
  DecisionElsewhere: true,
  DecisionUnreached: true,
  DecisionOver: false,
  CancellationQuestion: true,
  CancellationSettled: false,
  InterviewQuestion: true,
  InterviewSettled: false,
  InterviewOnHold: true,
  DeathNotice: false,
  DeathWithdrawal: false,
  ReportAfterDeath: true,
  EarlyNews: true,
  MisdirectedNews: true,
  RecordsJoined: false,
  CoverRequest: true,
  CoverOver: false,
  HandoverList: true,
  HandoverOver: false,
  ReturnSummary: false,
  UndeliveredNotice: true,
  UndeliveredFault: true,
  UndeliveredAlert: true,
  UnreachablePerson: true,
  ReachableAgain: false,
  MorningSummary: false,
  Morning: true,
  CountsReport: false,
  ShadowComparison: false,
  WentLive: false,
  IncidentWarning: true,
  IncidentOver: false,
  DutyWarning: true,
  DutyOver: false,
  DutyAllClear: false,
  OutsideNotice: true,
  EarlierIncidentOver: false,
  Heartbeat: true
}

export const isAsking = (message: Message): boolean => {
  const asks = asking[message._tag] as Asks<Message>
  return typeof asks === "boolean" ? asks : asks(message)
}
