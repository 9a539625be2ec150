/** Which refusals there are, and which of them each command can be answered with: for a form's fields, or an API's page. */
import type { Command } from "./commands.ts"
import { barredToLeftOut } from "./leftOut.ts"
import * as refusals from "./refusals.ts"
import { type RowName, transitions, type Verdict } from "./transitions.ts"

export type RefusalTag = refusals.Refusal["_tag"]

/** The tag of every refusal of the pathway. */
export const refusalTags: ReadonlyArray<RefusalTag> = Object.freeze(Object.keys(refusals) as Array<RefusalTag>)

/** Times of an episode and its interview that are not in order. */
const outOfOrder = [
  "AttemptBeforeFound",
  "CarerOfferBeforeChild",
  "CompletedBeforeOffer",
  "CompletedBeforeReturn",
  "FoundBeforeMissing",
  "OfferedBeforeFound",
  "PreventionInterviewBeforeFound",
  "ReturnNotRecorded",
  "ReturnedBeforeFound",
  "ReturnedBeforeMissing",
  "WrittenBeforeHeld"
] as const satisfies ReadonlyArray<RefusalTag>

/** Besides what the stage refuses: what the facts can. */
const byFacts: { readonly [Tag in Command["_tag"]]?: ReadonlyArray<RefusalTag> } = {
  ReceiveNotification: [
    ...outOfOrder,
    "BothInterviewed",
    "IdUsedBefore",
    "MissingAfterFound",
    "MissingAfterReported",
    "NotOverlapping",
    "NotificationConflicts",
    "SameDisappearance",
    "TimeImplausible",
    "TimeInFuture"
  ],
  RejectMisdirectedNotification: ["UnknownEpisode"],
  AnswerMisdirectedNews: ["UnknownEpisode"],
  RecordFound: [
    ...outOfOrder,
    "AbsenceChangeOutOfOrder",
    "FoundNotRecorded",
    "MissingOnceFound",
    "MoveOutOfOrder",
    "NotReportedAgain",
    "TimeInFuture",
    "WhereaboutsOutOfOrder"
  ],
  RecordReturned: ["ReturnedBeforeFound", "ReturnedBeforeMissing", "TimeInFuture"],
  RecordWhereabouts: [
    "AbsenceChangeOutOfOrder",
    "MissingOnceFound",
    "MoveOutOfOrder",
    "NotReportedAgain",
    "TimeInFuture",
    "WhereaboutsOutOfOrder"
  ],
  RecordAbsenceChange: [
    "AbsenceChangeOutOfOrder",
    "AbsenceNotUsed",
    "AwayFromHome",
    "MissingOnceFound",
    "MoveOutOfOrder",
    "TimeInFuture",
    "WhereaboutsOutOfOrder"
  ],
  RecordPlacement: [
    "AbsenceChangeOutOfOrder",
    "MissingOnceFound",
    "MoveOutOfOrder",
    "TimeInFuture",
    "WhereaboutsOutOfOrder"
  ],
  WithdrawEntry: [...outOfOrder],
  RecordPreventionInterview: [...outOfOrder, "TimeInFuture"],
  AssignInterview: [
    "ChildUnborn",
    "ChooseEpisode",
    "IdUsedBefore",
    "NotAnInterviewer",
    "NotIndependent",
    "PlannedInPast"
  ],
  LogInterview: [
    "ChildUnborn",
    "ChooseEpisode",
    "CompletedBeforeOffer",
    "CompletedBeforeReturn",
    "CompletedButNotAccepted",
    "HeardByLeftOut",
    "IdUsedBefore",
    "NotAnInterviewer",
    "NotIndependent",
    "NothingToLog",
    "OfferAlreadyRecorded",
    "OfferMissing",
    "OfferedBeforeFound",
    "ReturnNotRecorded",
    "TimeInFuture"
  ],
  ExtendInterview: [...outOfOrder],
  UnassignInterview: ["NotAssigned"],
  RecordFurtherSession: [
    "HeardByLeftOut",
    "NotAnInterviewer",
    "NotIndependent",
    "SessionBeforeFirst",
    "SessionRecordedBefore",
    "TimeInFuture"
  ],
  WithdrawFromInterview: ["ClosedOnInterview", "FurtherSessionsFirst", "RestsOnIt"],
  OfferToCarer: [
    "CarerOfferBeforeChild",
    "ChildHasNotDeclined",
    "ChildUnborn",
    "IdUsedBefore",
    "OfferedBeforeFound",
    "TimeInFuture"
  ],
  RecordAttempt: ["AttemptBeforeFound", "ChildUnborn", "IdUsedBefore", "TimeInFuture"],
  RecordNotDone: ["ChildUnborn", "DeclineNotRecorded"],
  RecordInterview: [
    "HeardByLeftOut",
    "NarrativeInRecord",
    "SignedOffBeforeHeld",
    "SignedOffByInterviewer",
    "TimeInFuture",
    "WrittenBeforeHeld"
  ],
  RecordScreening: ["NotForScreening"],
  AcknowledgeAlert: ["AlertedAgainSince"],
  AnswerConsideration: ["AnswerFirst", "LeftOut", "ReasonNeeded", "StrategyMeetingFirst"],
  DecideOnTrigger: ["ManagerDecides", "ReasonNeeded"],
  RecordFindMePlan: ["UnknownEpisode"],
  CloseEpisode: ["StillOwed"],
  ReopenEpisode: [
    "FoundBeforeMissing",
    "MissingAfterFound",
    "ReturnedBeforeFound",
    "ReturnedBeforeMissing",
    "TimeInFuture"
  ],
  TransferEpisode: ["TimeInFuture", "TransferredBeforeMissing"],
  TurnEighteen: ["TimeInFuture"],
  MergeDuplicate: [...outOfOrder, "BothInterviewed", "NotOverlapping", "SameEpisode", "TimeInFuture"],
  SeparateDuplicate: [...outOfOrder, "InterviewInTheWay", "MissingAfterFound", "TimeInFuture"],
  CorrectEpisode: [
    ...outOfOrder,
    "AbsenceNotUsed",
    "AwayFromHome",
    "CompletedButNotAccepted",
    "InterviewInTheWay",
    "MissingAfterFound",
    "MissingAfterReported",
    "NotAnInterviewer",
    "NotIndependent",
    "NothingToCorrect",
    "SameDisappearance",
    "TimeInFuture"
  ],
  CorrectInterview: [
    ...outOfOrder,
    "CompletedButNotAccepted",
    "InterviewInTheWay",
    "NotAnInterviewer",
    "NotAssigned",
    "NotIndependent",
    "NothingToCorrect",
    "SameDisappearance",
    "TimeInFuture"
  ],
  RecordDeath: ["TimeInFuture"],
  ImportHistory: ["HistoryInFuture"]
}

/** The rows for the other episode that a command names. */
const otherRows: { readonly [Tag in Command["_tag"]]?: RowName } = {
  AssignInterview: "CoverEpisode",
  LogInterview: "CoverEpisode",
  ExtendInterview: "CoverEpisode",
  MergeDuplicate: "KeepEpisode",
  SeparateDuplicate: "SeparateFrom"
}

const isRefusal = (verdict: Verdict): verdict is Exclude<Verdict, "allowed" | "by-its-facts"> =>
  verdict !== "allowed" && verdict !== "by-its-facts"

const byStage = (row: RowName | undefined): ReadonlyArray<RefusalTag> =>
  row === undefined ? [] : Object.values<Verdict>(transitions[row]).filter(isRefusal)

/**
 * The tags that a command of this kind can be refused with; what `decide` answers is always one of them.
 *
 * @example
 * ```ts
 * import { possibleRefusals } from "@safe-return/domain/pathway"
 *
 * possibleRefusals("RecordReturned").includes("ReturnedBeforeFound") // true
 * possibleRefusals("RecordFindMePlan") // ["ChildDiedBefore","UnknownEpisode"]
 * ```
 */
export const possibleRefusals = (tag: Command["_tag"]): ReadonlyArray<RefusalTag> => {
  const possible = new Set<RefusalTag>([
    ...byStage(tag),
    ...byStage(otherRows[tag]),
    ...(byFacts[tag] ?? []),
    ...(barredToLeftOut.has(tag) ? (["LeftOut"] as const) : [])
  ])
  return refusalTags.filter((refusal) => possible.has(refusal))
}
