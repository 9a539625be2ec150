/** Which command is open at which stage of an episode; the facts may still refuse it. */
import type { Command } from "./commands.ts"
import type { StageRefusal } from "./stageRefusals.ts"
import type { EndedStage, OpenStage, Stage } from "./stages.ts"

/** "by-its-facts": nothing can be recorded yet, and which sentence says so depends on what was asked. */
export type Verdict = "allowed" | "by-its-facts" | StageRefusal

/** A death, which stops everything else about the child. */
type Death = "RecordDeath" | "ConfirmDeath" | "TakeBackDeath"

/** These are about the child, not one episode: their stage is that of the latest episode, or "nothing-recorded". */
export type ChildWide =
  | "ReceiveNotification"
  | "RejectMisdirectedNotification"
  | "AnswerMisdirectedNews"
  | "RecordFindMePlan"
  | "ImportHistory"
  | "TurnEighteen"
  | Death

/** The other episode of a command: one more to be covered, the one that is kept, the one to be separated from. */
export type OtherEpisode = "CoverEpisode" | "KeepEpisode" | "SeparateFrom"

/** The stages that a row has, by what its command names. */
export type StageIn<Row> = Row extends ChildWide
  ? Exclude<Stage, "unknown-episode">
  : Row extends OtherEpisode
    ? Exclude<Stage, Row extends "SeparateFrom" ? "nothing-recorded" | "unknown-episode" : "nothing-recorded">
    : Stage

export type RowName = Command["_tag"] | OtherEpisode

const over = {
  cancelled: "EpisodeCancelledBefore",
  "cancelled-completed": "EpisodeCancelledBefore",
  merged: "EpisodeMergedBefore",
  closed: "EpisodeClosedBefore",
  "closed-at-18": "ClosedAtEighteenBefore",
  transferred: "EpisodeTransferredBefore",
  died: "ChildDiedBefore"
} as const satisfies Partial<Record<EndedStage, Verdict>>

const ended = {
  "nothing-recorded": "NothingRecorded",
  "unknown-episode": "UnknownEpisode",
  ...over
} as const satisfies Record<EndedStage, Verdict>

const allowedOnceEnded = {
  cancelled: "allowed",
  "cancelled-completed": "allowed",
  merged: "allowed",
  closed: "allowed",
  "closed-at-18": "allowed",
  transferred: "allowed",
  died: "ChildDiedBefore"
} as const

/** Open stages in fours, as they come: no interview, assigned, declined, not done; found, then returned the same. */
type Four = readonly [none: Verdict, assigned: Verdict, declined: Verdict, notDone: Verdict]

const open = (missing: Verdict, found: Four, returned: Four, completed: Verdict): Record<OpenStage, Verdict> => ({
  missing,
  found: found[0],
  "found-assigned": found[1],
  "found-declined": found[2],
  "found-not-done": found[3],
  "found-completed": completed,
  returned: returned[0],
  "returned-assigned": returned[1],
  "returned-declined": returned[2],
  "returned-not-done": returned[3],
  completed
})

const each = (verdict: Verdict): Four => [verdict, verdict, verdict, verdict]

const anyOpen = (verdict: Verdict): Record<OpenStage, Verdict> => open(verdict, each(verdict), each(verdict), verdict)

const onceAssigned: Four = ["NotAssigned", "allowed", "allowed", "allowed"]
/** Made nobody's before, it is nobody's already. */
const onceSomeones: Four = ["by-its-facts", "allowed", "allowed", "allowed"]
const notHeld: Four = ["NoFirstSession", "NoFirstSession", "NoFirstSession", "NoFirstSession"]
const whileAssigned: Four = ["NotAssigned", "allowed", "NoInterviewOwed", "NoInterviewOwed"]
const uncovered: Four = ["allowed", "CoveredByAnother", "CoveredByAnother", "CoveredByAnother"]
const onceSettled: Four = ["by-its-facts", "by-its-facts", "allowed", "allowed"]

const onlyAfterDeath = {
  "nothing-recorded": "NothingRecorded",
  ...anyOpen("DeathNotRecorded"),
  cancelled: "DeathNotRecorded",
  "cancelled-completed": "DeathNotRecorded",
  merged: "DeathNotRecorded",
  closed: "DeathNotRecorded",
  "closed-at-18": "DeathNotRecorded",
  transferred: "DeathNotRecorded",
  died: "allowed"
} as const

export const transitions: { readonly [Row in RowName]: Readonly<Record<StageIn<Row>, Verdict>> } = {
  // What is told after a death is kept as well, and nothing comes of it.
  ReceiveNotification: { "nothing-recorded": "allowed", ...anyOpen("allowed"), ...allowedOnceEnded, died: "allowed" },
  RejectMisdirectedNotification: {
    "nothing-recorded": "allowed",
    ...anyOpen("allowed"),
    ...allowedOnceEnded,
    died: "allowed"
  },
  AnswerMisdirectedNews: {
    "nothing-recorded": "allowed",
    ...anyOpen("allowed"),
    ...allowedOnceEnded,
    died: "allowed"
  },
  RecordFound: {
    ...ended,
    // For a child who is back it may still become known when they were found.
    ...open("allowed", each("AlreadyFound"), each("allowed"), "allowed"),
    "found-completed": "AlreadyFound",
    "nothing-recorded": "UnknownEpisode"
  },
  RecordReturned: {
    ...ended,
    ...open("allowed", each("allowed"), each("AlreadyReturned"), "AlreadyReturned"),
    "found-completed": "allowed",
    "nothing-recorded": "UnknownEpisode"
  },
  RecordWhereabouts: { ...ended, ...anyOpen("allowed"), missing: "FoundNotRecorded" },
  RecordReturnedTo: {
    ...ended,
    ...open("NotBackYet", each("NotBackYet"), each("allowed"), "allowed"),
    "found-completed": "NotBackYet"
  },
  RecordAbsenceChange: { ...ended, ...anyOpen("allowed") },
  RecordPlacement: { ...ended, ...anyOpen("allowed") },
  WithdrawEntry: { ...ended, ...anyOpen("allowed") },
  CancelEpisode: { ...ended, ...anyOpen("allowed"), cancelled: "allowed", "cancelled-completed": "allowed" },
  DeclineCancellation: { ...ended, ...anyOpen("allowed") },
  // Of one that is over, news comes all the same.
  DeclineReport: {
    ...ended,
    ...anyOpen("allowed"),
    cancelled: "allowed",
    "cancelled-completed": "allowed",
    closed: "allowed",
    "closed-at-18": "allowed",
    transferred: "allowed"
  },
  RecordPreventionInterview: { ...ended, ...anyOpen("allowed"), missing: "StillMissing" },
  RecordPartTwo: { ...ended, ...anyOpen("PartTwoNotNow"), missing: "allowed" },

  AssignInterview: {
    ...ended,
    ...open("StillMissing", each("allowed"), each("allowed"), "InterviewAlreadyCompleted"),
    "cancelled-completed": "InterviewAlreadyCompleted"
  },
  LogInterview: {
    ...ended,
    ...open("StillMissing", each("allowed"), each("allowed"), "allowed"),
    "cancelled-completed": "InterviewAlreadyCompleted"
  },
  ExtendInterview: { ...ended, ...open("StillMissing", whileAssigned, whileAssigned, "allowed") },
  CoverEpisode: {
    ...over,
    "unknown-episode": "UnknownEpisode",
    ...open("StillMissing", uncovered, uncovered, "CoveredByAnother")
  },
  // Missing after all: whose interview it is, and what was logged of it, is for a person to decide.
  UnassignInterview: { ...ended, ...open("allowed", onceSomeones, onceSomeones, "InterviewAlreadyCompleted") },
  RecordFurtherSession: { ...ended, ...open("StillMissing", notHeld, notHeld, "allowed") },
  WithdrawFromInterview: { ...ended, ...anyOpen("allowed") },
  OfferToCarer: { ...ended, ...open("StillMissing", each("allowed"), each("allowed"), "InterviewAlreadyCompleted") },
  RecordAttempt: { ...ended, ...open("StillMissing", each("allowed"), each("allowed"), "allowed") },
  RecordNotDone: {
    ...ended,
    ...open("StillMissing", each("allowed"), each("allowed"), "InterviewAlreadyCompleted")
  },
  RecordInterviewReference: { ...ended, ...open("StillMissing", onceAssigned, onceAssigned, "allowed") },
  RecordInterview: { ...ended, ...open("StillMissing", onceAssigned, onceAssigned, "allowed") },

  RecordCaseReference: { ...ended, ...anyOpen("allowed") },
  RecordAllocation: { ...ended, ...anyOpen("allowed") },
  RecordScreening: { ...ended, ...anyOpen("allowed") },
  HandOver: { ...ended, ...anyOpen("allowed") },
  AcknowledgeAlert: {
    ...ended,
    ...open("allowed", each("AlreadyFound"), each("AlreadyReturned"), "AlreadyReturned"),
    "found-completed": "AlreadyFound"
  },
  AnswerConsideration: { ...ended, ...anyOpen("allowed") },
  // What fired stays to be decided on, however the episode left our hands.
  DecideOnTrigger: {
    ...ended,
    ...anyOpen("allowed"),
    closed: "allowed",
    "closed-at-18": "allowed",
    transferred: "allowed"
  },
  RecordFindMePlan: { "nothing-recorded": "allowed", ...anyOpen("allowed"), ...allowedOnceEnded },

  // What was before is so, whatever has become of the child since.
  ImportHistory: { "nothing-recorded": "allowed", ...anyOpen("allowed"), ...allowedOnceEnded, died: "allowed" },

  RecordMissingTogether: { ...ended, ...anyOpen("allowed") },
  // A link to the wrong child must not stay on a record because it was closed.
  RecordNotMissingTogether: {
    ...anyOpen("allowed"),
    ...allowedOnceEnded,
    "nothing-recorded": "NothingRecorded",
    "unknown-episode": "UnknownEpisode"
  },
  RecordUnborn: { ...ended, ...anyOpen("allowed"), completed: "InterviewAlreadyCompleted" },
  EndUnborn: { ...ended, ...anyOpen("allowed") },

  CloseEpisode: { ...ended, ...open("by-its-facts", onceSettled, onceSettled, "allowed"), closed: "allowed" },
  ReopenEpisode: {
    ...ended,
    ...anyOpen("NotClosed"),
    cancelled: "allowed",
    "cancelled-completed": "allowed",
    closed: "allowed",
    "closed-at-18": "allowed",
    transferred: "allowed"
  },
  TransferEpisode: { ...ended, ...anyOpen("allowed") },
  TurnEighteen: { "nothing-recorded": "NothingRecorded", ...anyOpen("allowed"), ...allowedOnceEnded },
  MergeDuplicate: { ...ended, ...anyOpen("allowed") },
  KeepEpisode: { ...over, "unknown-episode": "UnknownEpisode", ...anyOpen("allowed") },
  SeparateDuplicate: {
    ...ended,
    ...anyOpen("NotMerged"),
    cancelled: "NotMerged",
    "cancelled-completed": "NotMerged",
    closed: "NotMerged",
    "closed-at-18": "NotMerged",
    transferred: "NotMerged",
    merged: "allowed"
  },
  // Whatever has become of the other, a child must not stay hidden behind it; one that is closed is reopened first.
  SeparateFrom: { ...anyOpen("allowed"), ...allowedOnceEnded, merged: "MergedSince", closed: "EpisodeClosedBefore" },
  CorrectEpisode: { ...ended, ...anyOpen("allowed") },
  CorrectInterview: { ...ended, ...open("StillMissing", each("allowed"), each("allowed"), "allowed") },

  RecordDeath: {
    "nothing-recorded": "NothingRecorded",
    ...anyOpen("allowed"),
    ...allowedOnceEnded,
    died: "allowed"
  },
  ConfirmDeath: onlyAfterDeath,
  TakeBackDeath: onlyAfterDeath
}
