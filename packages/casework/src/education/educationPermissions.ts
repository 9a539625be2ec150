import type { CmeCommand } from "@safe-return/domain/education"
import type { AnyCasePermission } from "../roles.ts"

/** What a person must be allowed to do to give a command about a child missing education. */
export const educationPermissions = {
  ReferCase: "refer-pupil",
  RecordStart: "work-on-education-case",
  RecordReason: "work-on-education-case",
  RecordPupilWhereabouts: "work-on-education-case",
  MakeEnquiry: "work-on-education-case",
  RecordAnswer: "work-on-education-case",
  ReadAnswer: "work-on-education-case",
  TraceToAuthority: "work-on-education-case",
  AcknowledgeTrace: "work-on-education-case",
  RejectTrace: "work-on-education-case",
  RecordReturnFromAbroad: "work-on-education-case",
  RecordApplication: "work-on-education-case",
  RecordOffer: "work-on-education-case",
  AnswerOffer: "work-on-education-case",
  AdmitPupil: "work-on-education-case",
  JudgeHomeEducation: "decide-on-education-case",
  RecordOrderStep: "decide-on-education-case",
  CloseCase: "decide-on-education-case",
  ReopenCase: "decide-on-education-case",
  CorrectCase: "decide-on-education-case",
  MergeCase: "decide-on-education-case",
  SeparateCase: "decide-on-education-case"
} as const satisfies Readonly<Record<CmeCommand["_tag"], AnyCasePermission>>
