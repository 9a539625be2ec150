import type { Message } from "../message/Message.ts"
import {
  coordinatorAlert,
  escalationAlert,
  missingAfterAllAlert,
  missingAlert,
  movedAlert,
  outsideAlert,
  repeatAlert,
  unreachedAlert,
  withheldAlert
} from "./alertNotices.ts"
import { episodeCard } from "./cardNotices.ts"
import {
  awayRecorded,
  awayRecordedOver,
  coverGone,
  coverGoneOver,
  coverHandedBack,
  coverOver,
  coverRequest
} from "./coverNotices.ts"
import { dutyList, interviewDue, interviewOverdue, lateStep, overdueList } from "./deadlineNotices.ts"
import { deathNotice, deathWithdrawal, reportAfterDeath } from "./deathNotices.ts"
import {
  cancellationQuestion,
  cancellationSettled,
  interviewOnHold,
  interviewQuestion,
  interviewSettled,
  reportQuestion,
  reportSettled
} from "./decisionNotices.ts"
import { decisionElsewhere, decisionOver, decisionUnreached, decisionWaiting } from "./decisionsWaitingNotices.ts"
import { dutyGiven, dutyOff } from "./dutyNotices.ts"
import { educationMorning } from "./educationMorningNotice.ts"
import { educationCard } from "./educationNotices.ts"
import { alertAllClear, outsideAcknowledged, outsideAllClear, requestOver } from "./endNotices.ts"
import {
  dutyAllClear,
  dutyOver,
  dutyWarning,
  earlierIncidentOver,
  heartbeat,
  incidentOver,
  incidentWarning,
  outsideNotice
} from "./incidentNotices.ts"
import { morningNotice } from "./morningNotice.ts"
import { morningSummary } from "./morningSummary.ts"
import type { Style } from "./Notice.ts"
import { type Notice, small } from "./Notice.ts"
import { earlyNews, misdirectedNews, recordsJoined } from "./policeNotices.ts"
import { scorecardPost } from "./scorecardNotice.ts"
import { shadowComparison, wentLive } from "./shadowNotices.ts"
import {
  considerationsRequest,
  episodeHandedOver,
  interviewAssignment,
  interviewGivenUp,
  interviewLost,
  planDropped,
  triggerAlert
} from "./taskNotices.ts"
import {
  countsReport,
  handoverList,
  handoverOver,
  reachableAgain,
  returnSummary,
  undeliveredAlert,
  undeliveredFault,
  undeliveredNotice,
  unreachablePerson
} from "./teamNotices.ts"
import { joinedEntry, timelineEntry } from "./timelineNotices.ts"

const notices: {
  readonly [Tag in Message["_tag"]]: (message: Extract<Message, { readonly _tag: Tag }>, style: Style) => Notice
} = {
  MissingAlert: missingAlert,
  CoordinatorAlert: coordinatorAlert,
  RepeatAlert: repeatAlert,
  MissingAfterAllAlert: missingAfterAllAlert,
  MovedAlert: movedAlert,
  EscalationAlert: escalationAlert,
  OutsideAlert: outsideAlert,
  UnreachedAlert: unreachedAlert,
  WithheldAlert: withheldAlert,
  RequestOver: requestOver,
  AlertAllClear: alertAllClear,
  OutsideAllClear: outsideAllClear,
  OutsideAcknowledged: outsideAcknowledged,
  EpisodeCard: episodeCard,
  TimelineEntry: timelineEntry,
  JoinedEntry: joinedEntry,
  InterviewDue: interviewDue,
  InterviewOverdue: interviewOverdue,
  LateStep: lateStep,
  OverdueList: overdueList,
  DutyList: dutyList,
  InterviewAssignment: interviewAssignment,
  InterviewLost: interviewLost,
  InterviewGivenUp: interviewGivenUp,
  PlanDropped: planDropped,
  EpisodeHandedOver: episodeHandedOver,
  ConsiderationsRequest: considerationsRequest,
  TriggerAlert: triggerAlert,
  DecisionWaiting: decisionWaiting,
  DecisionElsewhere: decisionElsewhere,
  DecisionUnreached: decisionUnreached,
  DecisionOver: decisionOver,
  CancellationQuestion: cancellationQuestion,
  CancellationSettled: cancellationSettled,
  ReportQuestion: reportQuestion,
  ReportSettled: reportSettled,
  InterviewQuestion: interviewQuestion,
  InterviewSettled: interviewSettled,
  InterviewOnHold: interviewOnHold,
  DeathNotice: deathNotice,
  DeathWithdrawal: deathWithdrawal,
  ReportAfterDeath: reportAfterDeath,
  EarlyNews: earlyNews,
  MisdirectedNews: misdirectedNews,
  RecordsJoined: recordsJoined,
  CoverRequest: coverRequest,
  CoverOver: coverOver,
  CoverGone: coverGone,
  CoverGoneOver: coverGoneOver,
  CoverHandedBack: coverHandedBack,
  AwayRecorded: awayRecorded,
  AwayRecordedOver: awayRecordedOver,
  DutyGiven: dutyGiven,
  DutyOff: dutyOff,
  EducationCard: educationCard,
  HandoverList: handoverList,
  HandoverOver: handoverOver,
  ReturnSummary: returnSummary,
  UndeliveredNotice: undeliveredNotice,
  UndeliveredFault: undeliveredFault,
  UndeliveredAlert: undeliveredAlert,
  UnreachablePerson: unreachablePerson,
  ReachableAgain: reachableAgain,
  MorningSummary: morningSummary,
  ScorecardPost: scorecardPost,
  Morning: morningNotice,
  EducationMorning: educationMorning,
  CountsReport: countsReport,
  ShadowComparison: shadowComparison,
  WentLive: wentLive,
  IncidentWarning: incidentWarning,
  IncidentOver: incidentOver,
  DutyWarning: dutyWarning,
  DutyOver: dutyOver,
  DutyAllClear: dutyAllClear,
  OutsideNotice: outsideNotice,
  EarlierIncidentOver: earlierIncidentOver,
  Heartbeat: heartbeat
}

/** The sentences of any message, marked as a channel marks them. */
export const noticeOf = (message: Message, style: Style): Notice => {
  const notice = (notices[message._tag] as (message: Message, style: Style) => Notice)(message, style)
  const { coversFor } = message
  // It says itself which colleague it is read for.
  return coversFor === undefined || message._tag === "Morning" || message._tag === "EducationMorning"
    ? notice
    : { ...notice, paragraphs: [...notice.paragraphs, small(`You cover for ${style.person(coversFor)}.`)] }
}
