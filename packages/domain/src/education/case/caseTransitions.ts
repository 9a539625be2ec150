/** Which command is open at which stage of a case; the facts may still refuse it. */
import type { CmeCommand } from "./caseCommands.ts"
import type { StageRefusal } from "./caseRefusal.ts"
import type { CaseStage, EndedCaseStage, OpenCaseStage } from "./caseStages.ts"

export type CaseVerdict = "allowed" | StageRefusal

/** Beside the commands, the case that a duplicate is joined to. */
export type CaseRow = CmeCommand["_tag"] | "MergeInto"

const ended = {
  "nothing-recorded": "NothingRecorded",
  "unknown-case": "UnknownCase",
  closed: "CaseClosedBefore",
  merged: "CaseMergedBefore"
} as const satisfies Record<EndedCaseStage, CaseVerdict>

type Three = readonly [CaseVerdict, CaseVerdict, CaseVerdict]

/** By what has become of a trace: none, traced, acknowledged. */
const byTrace = ([none, traced, acknowledged]: Three): Record<OpenCaseStage, CaseVerdict> => ({
  open: none,
  "open-offered": none,
  "open-admitted": none,
  traced,
  "traced-offered": traced,
  "traced-admitted": traced,
  acknowledged,
  "acknowledged-offered": acknowledged,
  "acknowledged-admitted": acknowledged
})

/** By what has become of a place: none, offered, admitted. */
const byPlace = ([none, offered, admitted]: Three): Record<OpenCaseStage, CaseVerdict> => ({
  open: none,
  "open-offered": offered,
  "open-admitted": admitted,
  traced: none,
  "traced-offered": offered,
  "traced-admitted": admitted,
  acknowledged: none,
  "acknowledged-offered": offered,
  "acknowledged-admitted": admitted
})

const anyOpen = (verdict: CaseVerdict) => byTrace([verdict, verdict, verdict])

const whileOpen = { ...ended, ...anyOpen("allowed") }

export const caseTransitions: { readonly [Row in CaseRow]: Readonly<Record<CaseStage, CaseVerdict>> } = {
  // Its stage is that of the child's open case, or of the latest where none is open.
  ReferCase: {
    "nothing-recorded": "allowed",
    "unknown-case": "allowed",
    closed: "allowed",
    merged: "allowed",
    ...anyOpen("CaseOpenAlready")
  },
  RecordStart: whileOpen,
  RecordReason: whileOpen,
  RecordPupilWhereabouts: whileOpen,
  MakeEnquiry: whileOpen,
  // An answer may come after the case was closed, and be read then.
  RecordAnswer: { ...whileOpen, closed: "allowed" },
  ReadAnswer: { ...whileOpen, closed: "allowed" },
  TraceToAuthority: whileOpen,
  AcknowledgeTrace: { ...ended, ...byTrace(["NotTraced", "allowed", "TraceAcknowledgedBefore"]) },
  RejectTrace: { ...ended, ...byTrace(["NotTraced", "allowed", "TraceAcknowledgedBefore"]) },
  RecordReturnFromAbroad: whileOpen,
  RecordApplication: { ...ended, ...byPlace(["allowed", "allowed", "AdmittedBefore"]) },
  RecordOffer: { ...ended, ...byPlace(["allowed", "allowed", "AdmittedBefore"]) },
  AnswerOffer: { ...ended, ...byPlace(["NoOffer", "allowed", "AdmittedBefore"]) },
  AdmitPupil: whileOpen,
  JudgeHomeEducation: whileOpen,
  RecordOrderStep: whileOpen,
  CloseCase: whileOpen,
  ReopenCase: { ...ended, ...anyOpen("CaseNotClosed"), closed: "allowed" },
  CorrectCase: { ...whileOpen, closed: "allowed" },
  MergeCase: { ...whileOpen, closed: "allowed" },
  MergeInto: {
    "nothing-recorded": "NothingRecorded",
    "unknown-case": "UnknownOtherCase",
    closed: "allowed",
    merged: "UnknownOtherCase",
    ...anyOpen("allowed")
  },
  SeparateCase: { ...ended, ...anyOpen("CaseNotMerged"), closed: "CaseNotMerged", merged: "allowed" }
}
