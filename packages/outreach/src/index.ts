export { ClockCheck } from "./clocks/ClockCheck.ts"
export { databaseClock } from "./clocks/databaseClock.ts"
export { monotonicMillis } from "./clocks/monotonic.ts"
export { DailyCounts } from "./counts/DailyCounts.ts"
export { dailyCountsLayer } from "./counts/dailyCountsLayer.ts"
export { HeartbeatSettings, heartbeatSettingsIn, usualTimes } from "./heartbeat/HeartbeatSettings.ts"
export { HEARTBEAT_KEY } from "./heartbeat/heartbeatOwed.ts"
export { IncidentKind } from "./incidents/IncidentKind.ts"
export { IncidentNews } from "./incidents/IncidentNews.ts"
export { type Incident, Incidents, type OpenIncident } from "./incidents/Incidents.ts"
export { incidentNewsLayer } from "./incidents/incidentNewsLayer.ts"
export { keepRunning } from "./incidents/keepRunning.ts"
export { programFaults } from "./incidents/programFaults.ts"
export { RecordStanding } from "./incidents/RecordStanding.ts"
export { readLeftUnread } from "./incidents/readLeftUnread.ts"
export { recordsWentBack } from "./incidents/recordsWentBack.ts"
export { startedEmpty } from "./incidents/startedEmpty.ts"
export { watchUnreadable } from "./incidents/unreadableRecords.ts"
export { recordCheck, recordWatch, watchedRecordLayer } from "./incidents/watchedRecord.ts"
export { earliest } from "./look/earliest.ts"
export {
  alertsUnacknowledged,
  heartbeatHeldBack,
  incidentsOpen,
  type Measurement,
  measurements,
  messagesQueued,
  messagesUndelivered,
  oldestUnacknowledged,
  record
} from "./measurements/measurements.ts"
export type { EpisodeCard } from "./message/cardMessages.ts"
export type { DeadlineFacts, LateStep, OverdueLine } from "./message/deadlineMessages.ts"
export type { AlertAllClear } from "./message/endMessages.ts"
export type { Facts, Message } from "./message/Message.ts"
export { type MessageKind, messageKindInWords, messageKindOf } from "./message/messageKinds.ts"
export type { InterviewAssignment } from "./message/taskMessages.ts"
export type { ShadowCount } from "./message/teamMessages.ts"
export { answersInWords } from "./notices/acknowledgementWords.ts"
export { actionInWords } from "./notices/actionInWords.ts"
export { AWAITED_REPORTS, awaitedReportInWords } from "./notices/awaitedReports.ts"
export { isReadyToClose } from "./notices/cardNotices.ts"
export { closingStep, closingTasksInWords } from "./notices/closingTaskWords.ts"
export { decisionOwedBriefly } from "./notices/decisionOwed.ts"
export { educationLinesShown } from "./notices/educationMorningNotice.ts"
export type { ChartParagraph, Notice, Paragraph, Style, TableParagraph, ToDo } from "./notices/Notice.ts"
export { nextInterviewStep } from "./notices/nextInterviewStep.ts"
export { noticeOf } from "./notices/noticeOf.ts"
export { unjoinedInWords } from "./notices/otherReports.ts"
export { scorecardNotice } from "./notices/scorecardNotice.ts"
export { setAsideInWords } from "./notices/setAsideWords.ts"
export { shadowLines } from "./notices/shadowNotices.ts"
export { dueParagraphs, planInWords } from "./notices/taskNotices.ts"
export { interviewsShown } from "./notices/teamNotices.ts"
export { eventInWords } from "./notices/timelineNotices.ts"
export { whoActsInWords } from "./notices/whoActs.ts"
export { whoHasIt } from "./notices/whoHasIt.ts"
export { outsideSlackLayer } from "./notify/notifyLayer.ts"
export { OutsideSlack } from "./notify/OutsideSlack.ts"
export { receiptCheck } from "./notify/receipts.ts"
export { asksToAcknowledge, hasAnswered, isUnacknowledged } from "./owed/acknowledgement.ts"
export { announcementCutoff } from "./owed/announcementCutoff.ts"
export { leftToHandOver } from "./owed/leftToHandOver.ts"
export { type Place, urgencies } from "./owed/OwedMessage.ts"
export { otherReports } from "./owed/otherReports.ts"
export { isLeft, standingOf } from "./owed/overdueLines.ts"
export { onDay, rolesNeeded } from "./owed/roleGaps.ts"
export { dutiesOfAbsent, type RotaFacts, rotaGaps } from "./owed/rotaGaps.ts"
export { makePlainTextRenderer } from "./plainText/plainTextRenderer.ts"
export { Accounts, AccountUnknown } from "./recipients/Accounts.ts"
export {
  ANSWER_KEPT,
  type Freshness,
  freshnessOf,
  LAST_KNOWN_STANDS,
  LIST_ANSWER_KEPT
} from "./recipients/freshness.ts"
export { Reachability, type Unreachable } from "./recipients/Reachability.ts"
export { type EscalationRole, emptyRoster, presentHolders, type Roster } from "./recipients/Roster.ts"
export { readRota } from "./recipients/readDuty.ts"
export {
  faultOfAccount,
  UnreachableReason,
  unreachableReasonOf,
  unreachableReasonWords
} from "./recipients/UnreachableReason.ts"
export { fullMembers, whoLooksAfter } from "./recipients/whoLooksAfter.ts"
export { EpisodeTrend, episodeTrendLayer, type TrendLine } from "./scorecard/EpisodeTrend.ts"
export { ManagersChannel } from "./scorecard/ManagersChannel.ts"
export { monthAt } from "./scorecard/monthAt.ts"
export { monthReport } from "./scorecard/monthReport.ts"
export { scorecardPostLayer } from "./scorecard/scorecardPostLayer.ts"
export { backoff } from "./sending/backoff.ts"
export { CLOCKS_APART } from "./sending/clocksApart.ts"
export { deliveryRecordLayer } from "./sending/DeliveryRecord.ts"
export { educationOutreachLayer } from "./sending/educationOutreachLayer.ts"
export { Outreach, type UndeliveredMessage } from "./sending/Outreach.ts"
export { onceForNewest } from "./sending/onceForNewest.ts"
export { outreachLayer, type Patience, usualPatience } from "./sending/outreachLayer.ts"
export { MAY_BE_REPEATED, type Marks, type Renderer, type Renderings, renderBy } from "./sending/Renderer.ts"
export { TeamOutreach } from "./sending/TeamOutreach.ts"
export {
  type Act,
  type Address,
  type MessageName,
  type Pace,
  SendFailed,
  type SendFault,
  type Transport,
  Transports
} from "./sending/Transport.ts"
export { teamOutreachLayer } from "./sending/teamOutreachLayer.ts"
export { whyUndelivered } from "./sending/whyUndelivered.ts"
export { Shadow } from "./shadow/Shadow.ts"
export { ShadowReports } from "./shadow/ShadowReports.ts"
export { shadowRecordLayer } from "./shadow/shadowRecordLayer.ts"
export { shadowReportsLayer } from "./shadow/shadowReportsLayer.ts"
export { shadowTransportsLayer } from "./shadow/shadowTransportsLayer.ts"
export { educationMorningLayer } from "./summary/educationMorningLayer.ts"
export { morningDigestLayer } from "./summary/morningDigestLayer.ts"
