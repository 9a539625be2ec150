export { type AskedDuty, askedDutyOf } from "./case/askedDuty.ts"
export { CmeCommand, type CmeCommandOf, caseCommandKinds } from "./case/caseCommands.ts"
export type { CmeDecision } from "./case/caseDecision.ts"
export { CmeEvent, type CmeEventOf, caseEventKinds, RecordedCmeEvent } from "./case/caseEvents.ts"
export { ClearedFact, CorrectedFacts, WithdrawnEntry } from "./case/caseFacts.ts"
export { type CmeRefusal, cmeRefusalTags } from "./case/caseRefusal.ts"
export { caseRowsOf } from "./case/caseRows.ts"
export { type CaseStage, caseStageOf } from "./case/caseStages.ts"
export {
  type CmeCase,
  type Enquiry,
  emptyPupilState,
  isOpenCase,
  isUnread,
  type PupilState
} from "./case/caseState.ts"
export { type CaseRow, type CaseVerdict, caseTransitions } from "./case/caseTransitions.ts"
export {
  CmeCorrectionReason,
  CmeReopenReason,
  cmeCorrectionWords,
  EnquiryAnswer,
  EnquiryReading,
  enquiryAnswerWords,
  HomeEducationJudgement,
  homeEducationWords,
  OfferAnswer,
  offerAnswerWords,
  reopenReasonWords
} from "./case/caseWords.ts"
export { type CmeDecisionContext, decideCase } from "./case/decideCase.ts"
export { decideUnknownCase } from "./case/decideUnknownCase.ts"
export { evolveCase, foldCases } from "./case/evolveCase.ts"
export { foldUnknownCases } from "./case/foldUnknownCases.ts"
export { CmeCaseId, EnquiryId } from "./case/identifiers.ts"
export { nextOrderSteps, OrderStep, orderStepWords } from "./case/orderSteps.ts"
export { type PendingDuty, pendingDutiesOf } from "./case/pendingDuties.ts"
export { CmeCaseRow } from "./caseTable/caseRow.ts"
export { Ethnicity, UNDECLARED } from "./caseTable/ethnicity.ts"
export { GroundLetter, groundLetters } from "./caseTable/groundLetters.ts"
export { CmeOutcome, IN_ERROR, outcomeWords } from "./caseTable/outcomes.ts"
export { PupilReference, TypedPupilReference } from "./caseTable/pupilReference.ts"
export { CmeReason, cmeReasons, REASON_NOT_RECORDED, REASON_UNKNOWN } from "./caseTable/reasons.ts"
export { Sex, sexWords } from "./caseTable/sexes.ts"
export { PupilWhereabouts, pupilWhereaboutsWords } from "./caseTable/whereaboutsWords.ts"
export { YearGroup, yearGroupLabel, yearGroups } from "./caseTable/yearGroups.ts"
export { decideGroundH, type GroundHClaim, type GroundMet } from "./comingOffRoll/groundH.ts"
export { decideGroundI, type GroundIClaim, type RegisterDay } from "./comingOffRoll/groundI.ts"
export type { GroundNotMet, GroundQuestion, GroundRefusal } from "./comingOffRoll/groundRefusals.ts"
export { type Ground, grounds } from "./comingOffRoll/grounds.ts"
export type { RollClaim, RollEnquiry } from "./comingOffRoll/jointEnquiries.ts"
export { type RollRules, rollRules } from "./comingOffRoll/rollRules.ts"
export { ExclusionKind, ExclusionRow, exclusionFault, exclusionKindWords } from "./exclusions/exclusionRow.ts"
export {
  type CaseGaps,
  type CensusChanges,
  type CensusGapKind,
  type CensusGaps,
  censusGapKinds,
  censusGapsOf,
  type IdentifiedCase
} from "./figures/censusGaps.ts"
export {
  type CensusMove,
  type CensusMoveKind,
  type CensusMoves,
  type ChangedFact,
  censusMoveKinds,
  censusMovesOf,
  type ReturnedFact
} from "./figures/censusMoves.ts"
export { type CensusReturn, censusReturnOf } from "./figures/censusReturn.ts"
export type { CountedCase } from "./figures/countedCase.ts"
export { DURATION_UNKNOWN, durationBandOn, durationBands, nextBandOn } from "./figures/durationBands.ts"
export { isNotInError, isOpenOn } from "./figures/openOn.ts"
export { censusPeriodOf, type PublishedLine, publishedLinesOf, roundedLinesOf } from "./figures/publishedReturn.ts"
export { type ComparedLine, compareReturns } from "./figures/returnsCompared.ts"
export { WrittenCensusReturn } from "./figures/writtenReturn.ts"
export { childrenNotInSchool, type PackInWaiting } from "./policy/childrenNotInSchool.ts"
export { CmePolicy, EnquiryOnList } from "./policy/cmePolicy.ts"
export { DutyAsking, DutyKind, DutyOwners, EducationRole } from "./policy/dutyAsking.ts"
export { usualCmePolicy } from "./policy/usualCmePolicy.ts"
export { type SchoolAge, schoolAgeOn } from "./schoolAge.ts"
export {
  type CountedSchoolDay,
  countSchoolDays,
  type SchoolDayCount,
  type SchoolDayQuestion
} from "./schoolDays/countSchoolDays.ts"
export { type SchoolDates, type SchoolDay, schoolDayOn } from "./schoolDays/schoolDay.ts"
export { TermDate, TermDateKind, termDateFault } from "./schoolDays/termDate.ts"
export { decideReturnLook, type ReturnLook } from "./schoolReturn/decideReturnLook.ts"
export {
  decideSchoolReturn,
  type ReceivedReturn,
  type ReturnDecision,
  returnFaultsIn
} from "./schoolReturn/decideSchoolReturn.ts"
export { ReturnConflicts, type ReturnLookRefusal, type ReturnRefusal } from "./schoolReturn/returnRefusals.ts"
export { returnRemindedFrom } from "./schoolReturn/returnReminder.ts"
export {
  isSameReturn,
  type KeptReturn,
  ReturnFinding,
  returnFindingWords,
  SchoolReference,
  SchoolReturn,
  SchoolReturnKind,
  SentSchoolReturn,
  unseenReturnsOf
} from "./schoolReturn/schoolReturn.ts"
export type { ClosedCases } from "./scorecard/closedCases.ts"
export { educationDefinitions } from "./scorecard/educationDefinitions.ts"
export {
  type EducationScorecard,
  type EducationScorecardQuestion,
  educationScorecardOf,
  type NewCases
} from "./scorecard/educationScorecard.ts"
export type { OpenCases } from "./scorecard/openCases.ts"
export {
  addQuarters,
  firstDayOf,
  formatQuarter,
  lastDayOf,
  parseQuarter,
  type Quarter,
  quarterInWords
} from "./scorecard/quarter.ts"
export type { TrendQuarter } from "./scorecard/quarterTrend.ts"
export type { Share, Shares } from "./scorecard/share.ts"
export { type SuppressedCensusReturn, suppressCensusReturn } from "./suppression/suppressCensusReturn.ts"
export {
  type SuppressedEducationScorecard,
  suppressEducationScorecard
} from "./suppression/suppressEducationScorecard.ts"
