/** How Slack shows each message. */
import type { Message } from "../delivery/message/Message.ts"
import { type Renderer, type Renderings, renderBy } from "../delivery/Renderer.ts"
import { alertAgain } from "./alertAgain.ts"
import { cancellationAsked, cancellationSettled } from "./cancellationAsked.ts"
import { canBeToldAgain, cannotBeTold } from "./cannotBeTold.ts"
import { considerationsAsked } from "./considerationsAsked.ts"
import { countsReport } from "./countsReport.ts"
import { alertOver, deathNotice, deathTakenBack, reportAfterDeath } from "./deathNotices.ts"
import { digestMessage } from "./digest.ts"
import { earlyFound } from "./earlyFound.ts"
import { episodeCard } from "./episodeCard.ts"
import { handOverList, handOverOver, whileYouWereAway } from "./handOverList.ts"
import { heartbeat } from "./heartbeat.ts"
import {
  dutyAllClear,
  dutyOver,
  dutyWarning,
  earlierIncidentOver,
  incidentOver,
  incidentWarning,
  outsideNotice
} from "./incident.ts"
import { interviewerAlert, interviewLost } from "./interviewAssigned.ts"
import { interviewAsked, interviewOff, interviewSettled } from "./interviewInQuestion.ts"
import { ladderAlert, outsideAlert } from "./ladderAlert.ts"
import type { MessageContent } from "./MessageContent.ts"
import { missingAfterAll } from "./missingAfterAll.ts"
import { nobodyTold } from "./nobodyTold.ts"
import { overdueList } from "./overdueList.ts"
import { perhapsRepeated } from "./perhapsRepeated.ts"
import { recordsJoined } from "./recordsJoined.ts"
import { interviewDue, interviewOverdue } from "./reminder.ts"
import { joinedEntry, timelineEntry } from "./timelineEntry.ts"
import { triggerAlert } from "./triggerAlert.ts"
import { turnedAway } from "./turnedAway.ts"
import { alertUndelivered, undelivered, undeliveredToAdministrator } from "./undelivered.ts"
import { lateStep } from "./waitReminder.ts"
import { withheldAlert } from "./withheldAlert.ts"
import { workerAlert } from "./workerAlert.ts"

const renderings: Renderings<MessageContent> = {
  MissingAlert: workerAlert,
  RepeatAlert: alertAgain,
  MissingAfterAllAlert: missingAfterAll,
  EscalationAlert: ladderAlert,
  OutsideAlert: () => outsideAlert,
  UnreachedAlert: nobodyTold,
  WithheldAlert: () => withheldAlert,
  AlertOver: alertOver,
  EpisodeCard: episodeCard,
  TimelineEntry: timelineEntry,
  JoinedEntry: joinedEntry,
  InterviewDue: interviewDue,
  InterviewOverdue: interviewOverdue,
  LateStep: lateStep,
  OverdueList: overdueList,
  InterviewAssignment: interviewerAlert,
  InterviewLost: interviewLost,
  ConsiderationsRequest: considerationsAsked,
  TriggerAlert: triggerAlert,
  CancellationQuestion: cancellationAsked,
  CancellationSettled: cancellationSettled,
  InterviewQuestion: interviewAsked,
  InterviewSettled: interviewSettled,
  InterviewOnHold: interviewOff,
  DeathNotice: deathNotice,
  DeathWithdrawal: deathTakenBack,
  ReportAfterDeath: reportAfterDeath,
  EarlyNews: earlyFound,
  MisdirectedNews: turnedAway,
  RecordsJoined: recordsJoined,
  HandoverList: handOverList,
  HandoverOver: handOverOver,
  ReturnSummary: whileYouWereAway,
  UndeliveredNotice: undelivered,
  UndeliveredFault: undeliveredToAdministrator,
  UndeliveredAlert: alertUndelivered,
  UnreachablePerson: cannotBeTold,
  ReachableAgain: canBeToldAgain,
  MorningSummary: digestMessage,
  CountsReport: countsReport,
  IncidentWarning: incidentWarning,
  IncidentOver: incidentOver,
  DutyWarning: dutyWarning,
  DutyOver: dutyOver,
  DutyAllClear: dutyAllClear,
  OutsideNotice: outsideNotice,
  EarlierIncidentOver: earlierIncidentOver,
  Heartbeat: heartbeat
}

/** Several people may be sent the very same. */
const rendered = new WeakMap<Message, MessageContent>()

const contentOf = (message: Message): MessageContent => {
  const known = rendered.get(message)
  if (known !== undefined) return known
  const content = renderBy(renderings, message)
  rendered.set(message, content)
  return content
}

export const slackRenderer: Renderer<MessageContent> = {
  render: (message, { mayBeRepeated = false } = {}) =>
    mayBeRepeated ? perhapsRepeated(contentOf(message)) : contentOf(message)
}
