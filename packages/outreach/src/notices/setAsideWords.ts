/** What was told and kept without changing anything, and why. */
import type { QuestionedReport, SetAsideKind, SetAsideReason } from "@safe-return/domain/pathway"
import type { DateWords } from "@safe-return/wording"

const reasons: Readonly<Record<SetAsideReason, string>> = {
  "already-recorded": "another time was recorded first, and stands",
  "out-of-order": "that time does not fit with when the child was last seen or found",
  "older-than-last-update": "a newer update had come before it",
  "episode-cancelled": "this episode was cancelled before it",
  "episode-closed": "this episode was closed or transferred before it",
  "another-report-stands": "another report of this disappearance stands",
  "clock-ahead": "its sender's clock is ahead, so nobody knows whether that is newer than what is recorded",
  "reported-missing-since": "the child was reported missing since then",
  "child-is-back": "the child is back or an interview is recorded"
}

const kinds: Readonly<Record<SetAsideKind, string>> = {
  missing: "that the child is missing",
  updated: "an update",
  found: "that the child was found",
  returned: "that the child returned",
  cancelled: "that the report is cancelled"
}

export const setAsideInWords = (
  { kind, reason, reportedTime }: QuestionedReport,
  { dateTime }: Pick<DateWords, "dateTime">
): string => {
  const time = reportedTime === undefined ? "" : ` at ${dateTime(reportedTime)}`
  return `the police notified ${kinds[kind]}${time}, but ${reasons[reason]}`
}
