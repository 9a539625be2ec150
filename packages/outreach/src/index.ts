export { ClockCheck } from "./clocks/ClockCheck.ts"
export { clockWrong } from "./clocks/clockWrong.ts"
export { databaseClock } from "./clocks/databaseClock.ts"
export { monotonicMillis } from "./clocks/monotonic.ts"
export { standOfAlert } from "./counts/alertCounts.ts"
export { DailyCounts } from "./counts/DailyCounts.ts"
export { dailyCountsLayer } from "./counts/dailyCountsLayer.ts"
export { countDeliveries } from "./counts/deliveryCounts.ts"
export { HeartbeatSettings, heartbeatSettingsIn, usualTimes } from "./heartbeat/HeartbeatSettings.ts"
export { HEARTBEAT_KEY, heartbeatMessage, heartbeatOwed } from "./heartbeat/heartbeatOwed.ts"
export { IncidentKind } from "./incidents/IncidentKind.ts"
export { IncidentNews } from "./incidents/IncidentNews.ts"
export { type Incident, Incidents, type OpenIncident } from "./incidents/Incidents.ts"
export { incidentNewsLayer } from "./incidents/incidentNewsLayer.ts"
export { keepRunning } from "./incidents/keepRunning.ts"
export { programFaults } from "./incidents/programFaults.ts"
export { RecordStanding } from "./incidents/RecordStanding.ts"
export { recordsWentBack } from "./incidents/recordsWentBack.ts"
export { startedEmpty } from "./incidents/startedEmpty.ts"
export { watchUnreadable } from "./incidents/unreadableRecords.ts"
export { recordCheck, recordWatch, watchedRecordLayer } from "./incidents/watchedRecord.ts"
export { KnownDeliveries } from "./look/KnownDeliveries.ts"
export type { Look } from "./look/Look.ts"
export { lookReader } from "./look/lookReader.ts"
export { nextLookAt } from "./look/nextLook.ts"
export { Revisions } from "./look/Revisions.ts"
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
export { measureFailed, measureSent } from "./measurements/sendingMeasured.ts"
export type { EpisodeCard } from "./message/cardMessages.ts"
export type { DeadlineFacts, LateStep, OverdueLine } from "./message/deadlineMessages.ts"
export type { Facts, Message } from "./message/Message.ts"
export type { InterviewAssignment } from "./message/taskMessages.ts"
export { acknowledgedInWords } from "./notices/acknowledgementWords.ts"
export { isReadyToClose } from "./notices/cardNotices.ts"
export { completionInWords } from "./notices/completion.ts"
export { decisionOwedBriefly } from "./notices/decisionOwed.ts"
export type { Notice, Paragraph } from "./notices/Notice.ts"
export { noticeOf } from "./notices/noticeOf.ts"
export type { Style } from "./notices/Style.ts"
export { dueParagraphs, planInWords } from "./notices/taskNotices.ts"
export { interviewsShown } from "./notices/teamNotices.ts"
export { eventInWords } from "./notices/timelineNotices.ts"
export { whoHasIt } from "./notices/whoHasIt.ts"
export { outsideSlackLayer, referenceOf } from "./notify/notifyLayer.ts"
export { notifyRenderer } from "./notify/notifyRenderer.ts"
export { addressName, OutsideSlack, type Receipt } from "./notify/OutsideSlack.ts"
export { receiptCheck } from "./notify/receipts.ts"
export { asksToAcknowledge, hasAnswered } from "./owed/acknowledgement.ts"
export { announcementCutoff } from "./owed/announcementCutoff.ts"
export { handOverLists } from "./owed/handOversOwed.ts"
export { leftToHandOver } from "./owed/leftToHandOver.ts"
export {
  type CaseSnapshot,
  channel,
  type OwedMessage,
  once,
  type Place,
  type Urgency,
  urgencies
} from "./owed/OwedMessage.ts"
export { isLeft, standingOf } from "./owed/overdueLines.ts"
export { namedOn, type OwedPage, overdueLists } from "./owed/overdueListsOwed.ts"
export { morningsOf } from "./owed/overdueMorning.ts"
export { owedMessages } from "./owed/owed.ts"
export { isReminder, reminderOf } from "./owed/remindersOwed.ts"
export { onDay, rolesNeeded } from "./owed/roleGaps.ts"
export { timelineEntryOf } from "./owed/timelineEntryOf.ts"
export { undeliveredNews } from "./owed/undeliveredNews.ts"
export { announcedUnreachable, type UnreachableFacts, unreachableNews } from "./owed/unreachableOwed.ts"
export { makePlainTextRenderer } from "./plainText/plainTextRenderer.ts"
export { Accounts, AccountUnknown } from "./recipients/Accounts.ts"
export { ANSWER_KEPT, type Freshness, freshnessOf, LAST_KNOWN_STANDS } from "./recipients/freshness.ts"
export { Reachability, type Unreachable } from "./recipients/Reachability.ts"
export { type EscalationRole, emptyRoster, presentHolders, type Roster } from "./recipients/Roster.ts"
export { readRoster } from "./recipients/readRoster.ts"
export {
  faultOfAccount,
  UnreachableReason,
  unreachableReasonOf,
  unreachableReasonWords
} from "./recipients/UnreachableReason.ts"
export { fullMembers, whoLooksAfter } from "./recipients/whoLooksAfter.ts"
export { backoff } from "./sending/backoff.ts"
export { Courier, type UndeliveredMessage } from "./sending/Courier.ts"
export { CLOCKS_APART } from "./sending/clocksApart.ts"
export { courierLayer, type Patience, usualPatience } from "./sending/courierLayer.ts"
export { deliveryRecordLayer } from "./sending/DeliveryRecord.ts"
export { makeDispatcher } from "./sending/dispatching.ts"
export { Lanes } from "./sending/Lanes.ts"
export { MAY_BE_REPEATED } from "./sending/mayBeRepeated.ts"
export { Outbox } from "./sending/Outbox.ts"
export { OwedAtStart, owedAtStart } from "./sending/OwedAtStart.ts"
export { type PendingMessage, type QueuedMessage, queuedMessage } from "./sending/QueuedMessage.ts"
export { type Marks, type Renderer, type Renderings, renderBy } from "./sending/Renderer.ts"
export { makeSender } from "./sending/sending.ts"
export { TeamNews } from "./sending/TeamNews.ts"
export {
  type Act,
  type Address,
  type Fault,
  type MessageName,
  type Pace,
  SendFailed,
  type Transport,
  Transports
} from "./sending/Transport.ts"
export { teamNewsLayer } from "./sending/teamNewsLayer.ts"
export { whyUndelivered } from "./sending/whyUndelivered.ts"
export { digestOf } from "./summary/digest.ts"
export { morningDigestLayer } from "./summary/morningDigestLayer.ts"
