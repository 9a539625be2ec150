export * from "../vocabulary/caseWords.ts"
export {
  AuthorityName,
  CaseSystemReference,
  ChildReference,
  EpisodeId,
  EventId,
  InterviewId,
  PersonId,
  PoliceReference
} from "../vocabulary/identifiers.ts"
export {
  type Acknowledgement,
  type Alert,
  type AlertedAgain,
  type AlertedBecause,
  type AnsweredAlert,
  alertOf,
  type JoinedClimb,
  type OtherContact
} from "./alert.ts"
export { allocatedWorkers } from "./allocatedWorkers.ts"
export * from "./commands.ts"
export {
  askedAfter,
  Consideration,
  type Considerations,
  ConsideredAnswer,
  considerationWords,
  isShortReason,
  unanswered
} from "./considerations.ts"
export {
  type AnsweredBy,
  answersAs,
  answersOf,
  isAnsweredApart,
  leftApart
} from "./considered.ts"
export { type Death, type KeptNotification, reportsAfterDeath } from "./death.ts"
export { decide } from "./decide.ts"
export { decideUnknown, type InvalidCommand } from "./decideUnknown.ts"
export type { Decision, DecisionContext } from "./decisions/decision.ts"
export { isRepeat } from "./decisions/receiveNotification.ts"
export { Entry } from "./entry.ts"
export { type EventOf, PathwayEvent, RecordedEvent } from "./events.ts"
export { evolve, fold, preview, type Recorded, type Recording, record } from "./evolve.ts"
export { foldUnknown } from "./foldUnknown.ts"
export { HistoryRow } from "./historyRow.ts"
export type { ImportedEpisode } from "./importedEpisode.ts"
export { importedHistory, isHistoryAlone, isOnOwnRecord } from "./importedHistory.ts"
export { keptRecord } from "./keptRecord.ts"
export { heardBy, isLeftOut } from "./leftOut.ts"
export { misdirectedUnanswered } from "./misdirected.ts"
export { type EarlyNotification, Notification, notificationKinds } from "./notification.ts"
export { answerOf, isDeclined, type Offer, offeredAtOf, offerOf, recordedAnswerOf } from "./offer.ts"
export * from "./pathwayWords.ts"
export { type Personal, personalIn } from "./personalReference.ts"
export { historyTimes, isPlaced, type PlacedHistoryRow } from "./placedHistoryRow.ts"
export { Placement, PlacementEntry } from "./placement.ts"
export { hostOf, placementOf } from "./placementsOf.ts"
export { possibleRefusals, type RefusalTag, refusalTags } from "./possibleRefusals.ts"
export { precheck } from "./precheck.ts"
export {
  fitsPatterns,
  parseReferencePattern,
  parseReferencePatterns,
  patternsInWords,
  ReferencePattern,
  ReferencePatterns,
  referenceExample
} from "./referencePattern.ts"
export {
  isSameReference,
  newChildReference,
  newPoliceReference,
  parseChildReference,
  parsePoliceReference,
  plainCharacters,
  referenceKey,
  TypedChildReference,
  tidyReference
} from "./referenceSpelling.ts"
export { referencesOnRecord } from "./referencesOnRecord.ts"
export { AmbiguousReference } from "./refusals/ambiguousReference.ts"
export type { Refusal } from "./refusals.ts"
export { remainingTasks, reportsInQuestion } from "./remainingTasks.ts"
export { RemainingTask, remainingTaskWords } from "./remainingTaskWords.ts"
export type { EpisodeFacts, InterviewFacts, Replacement } from "./replacement.ts"
export { gradeActedOn, readOtherwise } from "./reportReading.ts"
export { isGivenByPolice, isShown, referenceNotShown, referenceNotYetGiven, reportsOf } from "./reports.ts"
export { inOurWords, type WordRefusal } from "./senderWord.ts"
export { sessionsOf } from "./sessions.ts"
export type { QuestionedReport, SetAsideKind, SetAsideReason } from "./setAside.ts"
export { type EndedStage, endedStages, type OpenStage, openStages, type Stage, stageOf } from "./stages.ts"
export {
  episodeById,
  episodeOwedInterview,
  foundOrReturnedAt,
  type InterviewStatus,
  interviewById,
  interviewerOf,
  interviewOf,
  interviewStatus,
  isInterviewOwed,
  isOpen,
  latestEpisode,
  notDoneOf
} from "./standing.ts"
export {
  type AllocatedWorker,
  type Allocation,
  type AssignedInterview,
  type Attempt,
  type BeforeMerging,
  type CarerOffer,
  type ChildState,
  type Closure,
  type CompletedInterview,
  type EarlierStretch,
  type Episode,
  emptyChildState,
  type FormerInterviewer,
  type Interview,
  type NotDone,
  type Progress,
  type RecordedAnswer,
  type RecordedNotDone,
  type RecordedOffer,
  type UnknownEvent
} from "./state.ts"
export {
  isReturnInQuestion,
  laterDisappearance,
  missingAgainUnder,
  stayOf,
  waitsForReturnUnder
} from "./stays.ts"
export { endOf, type Stretch, stretchesOf } from "./stretches.ts"
export { type RowName, type StageIn, transitions, type Verdict } from "./transitions.ts"
export type { RecordedDecision, TriggerDecision, TriggerDecisions, TriggerKey } from "./triggerDecision.ts"
export { NoLongerUnborn, noLongerUnbornWords, Unborn, unbornWords } from "./unborn.ts"
export { ReturnedTo, returnedToWords, Stay, Whereabouts, whereaboutsWords } from "./whereabouts.ts"
export { withoutReplacements } from "./withReplacements.ts"
