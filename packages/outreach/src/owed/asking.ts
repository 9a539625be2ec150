/** Which messages still ask for something, and who they ask. */
import type { Message } from "../message/Message.ts"
import { asksToAcknowledge, hasAnswered } from "./acknowledgement.ts"
import { isLiving } from "./cardsOwed.ts"

/** Asked of its reader by name, of anyone who can act, or of nobody: then it is news that a later message need not repeat. */
type Asked = "reader" | "anyone" | "nobody"

type Asks<M extends Message> = Asked | ((message: M) => Asked)
type Kind<Tag extends Message["_tag"]> = Extract<Message, { readonly _tag: Tag }>

/** An alert of a child who is missing asks others still once its reader has answered it. */
const untilAnswered = ({
  episode,
  reader,
  isAnswered
}: Kind<"CoordinatorAlert" | "RepeatAlert" | "MissingAfterAllAlert" | "MovedAlert" | "EscalationAlert">): Asked =>
  isAnswered !== true && asksToAcknowledge(episode) && reader !== undefined && !hasAnswered(episode, reader)
    ? "reader"
    : "anyone"

const whileLiving = ({ state, episode }: Kind<"EpisodeCard" | "EpisodeHandedOver">): Asked =>
  isLiving({ state }, episode) ? "anyone" : "nobody"

const asking: { readonly [Tag in Message["_tag"]]: Asks<Kind<Tag>> } = {
  MissingAlert: "reader",
  CoordinatorAlert: untilAnswered,
  RepeatAlert: untilAnswered,
  MissingAfterAllAlert: untilAnswered,
  MovedAlert: untilAnswered,
  EscalationAlert: (alert) => (alert.isAnswered === true ? "nobody" : untilAnswered(alert)),
  OutsideAlert: "anyone",
  UnreachedAlert: "anyone",
  WithheldAlert: "anyone",
  RequestOver: "nobody",
  AlertAllClear: "nobody",
  OutsideAllClear: "nobody",
  OutsideAcknowledged: "nobody",
  EpisodeCard: whileLiving,
  TimelineEntry: "nobody",
  JoinedEntry: "nobody",
  InterviewDue: "reader",
  InterviewOverdue: "reader",
  LateStep: "reader",
  OverdueList: "anyone",
  DutyList: "anyone",
  InterviewAssignment: "reader",
  InterviewLost: "nobody",
  InterviewGivenUp: "reader",
  PlanDropped: "nobody",
  EpisodeHandedOver: whileLiving,
  ConsiderationsRequest: "reader",
  TriggerAlert: ({ firing }) => (firing.standing._tag === "Open" ? "anyone" : "nobody"),
  DecisionWaiting: "reader",
  DecisionElsewhere: "reader",
  DecisionUnreached: "anyone",
  DecisionOver: "nobody",
  CancellationQuestion: "reader",
  CancellationSettled: "nobody",
  ReportQuestion: "reader",
  ReportSettled: "nobody",
  InterviewQuestion: "reader",
  InterviewSettled: "nobody",
  InterviewOnHold: "anyone",
  DeathNotice: "nobody",
  DeathWithdrawal: "nobody",
  ReportAfterDeath: "reader",
  EarlyNews: "anyone",
  MisdirectedNews: ({ answered }) => (answered === undefined ? "anyone" : "nobody"),
  RecordsJoined: "nobody",
  CoverRequest: "anyone",
  CoverOver: "nobody",
  CoverGone: "anyone",
  CoverGoneOver: "nobody",
  CoverHandedBack: "nobody",
  AwayRecorded: "nobody",
  AwayRecordedOver: "nobody",
  DutyGiven: "nobody",
  DutyOff: "nobody",
  EducationCard: "nobody",
  HandoverList: "anyone",
  HandoverOver: "nobody",
  ReturnSummary: "nobody",
  UndeliveredNotice: "anyone",
  UndeliveredFault: "anyone",
  UndeliveredAlert: "anyone",
  UnreachablePerson: "anyone",
  ReachableAgain: "nobody",
  MorningSummary: "nobody",
  ScorecardPost: "nobody",
  Morning: "anyone",
  EducationMorning: ({ lines }) => (lines.some(({ duties }) => duties.length > 0) ? "anyone" : "nobody"),
  CountsReport: "nobody",
  ShadowComparison: "nobody",
  WentLive: "nobody",
  IncidentWarning: "anyone",
  IncidentOver: "nobody",
  DutyWarning: "anyone",
  DutyOver: "nobody",
  DutyAllClear: "nobody",
  OutsideNotice: "anyone",
  EarlierIncidentOver: "nobody",
  Heartbeat: "anyone"
}

const askedOf = (message: Message): Asked => {
  const asked = asking[message._tag] as Asks<Message>
  return typeof asked === "string" ? asked : asked(message)
}

/** Whether it still asks for something, of its reader or of others. */
export const isAsking = (message: Message): boolean => askedOf(message) !== "nobody"

/** Whether it asks its reader to do something for a child, as it stands. */
export const asksReader = (message: Message): boolean => askedOf(message) === "reader"
