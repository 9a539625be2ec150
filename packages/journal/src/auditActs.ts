/** What a person can ask for, as the audit names it: only ever added to, so old entries are read. */
import { Schema } from "effect"

/** The permissions of the bot, each of which covers looking and recording alike. */
const inSlack = [
  "report-missing",
  "record-found-and-returned",
  "acknowledge-alert",
  "acknowledge-for-another",
  "assign-interview",
  "take-off-interview",
  "log-interview",
  "see-queue",
  "see-cases",
  "see-scorecard",
  "see-whole-scorecard",
  "record-find-me-plan",
  "screen",
  "close-episode",
  "cancel-episode",
  "record-death",
  "take-back-death",
  "open-home",
  "try-undelivered-again",
  "set-allocated-worker",
  "move-or-join-records",
  "answer-considerations",
  "decide-on-trigger",
  "decide-on-quiet-trigger",
  "reveal-profile",
  "change-profile",
  "correct-record",
  "correct-interview",
  "change-availability",
  "keep-duty-rota",
  /** Saying what came of a report or news that could not be taken. */
  "answer-incident",
  /** Of children missing education; the child is named by the education system's reference. */
  "see-education-cases",
  "refer-pupil",
  "work-on-education-case",
  "decide-on-education-case",
  "see-census-return",
  /** Of the joined-up view; the child is named by a reference of either system. */
  "see-joined-up",
  "link-references",
  /** A help text, or a sentence on how to type a command: for everybody, and about no child. */
  "read-help"
] as const

const atTheIntake = ["send-notification", "send-education-return"] as const

const onTheCommandLine = [
  "export-child",
  "export-episodes",
  "export-education-cases",
  "erase-child",
  "hold-records",
  "release-hold",
  "see-holds",
  "see-erasures",
  "report-retention",
  "restore-backup",
  "import-history",
  "import-school-returns"
] as const

export const AuditedAct = Schema.Literals([...inSlack, ...atTheIntake, ...onTheCommandLine])
export type AuditedAct = typeof AuditedAct.Type
