/** What was told and kept without changing anything, and why. */
import type { Instant } from "@safe-return/domain/calendar"
import type { Episode, QuestionedReport, SetAsideKind, SetAsideReason } from "@safe-return/domain/pathway"
import type { DateWords } from "@safe-return/wording"

const reasons: Readonly<Record<SetAsideReason, string>> = {
  "already-recorded": "another time was recorded first, and stands",
  "out-of-order": "that time does not fit with what is recorded",
  "older-than-last-update": "a newer update had come before it",
  "episode-cancelled": "this episode was cancelled before it",
  "episode-closed": "this episode was closed or transferred before it",
  "another-report-stands": "another report of this disappearance stands",
  "clock-ahead": "its sender's clock is ahead, so nobody knows whether that is newer than what is recorded",
  "reported-missing-since": "the child was reported missing since then",
  "child-is-back": "the child is found or back, or an interview is recorded"
}

const kinds: Readonly<Record<SetAsideKind, string>> = {
  missing: "that the child is missing",
  updated: "an update",
  found: "that the child was found",
  returned: "that the child returned",
  cancelled: "that the report is cancelled"
}

type Recorded = Pick<Episode, "missingAt" | "progress">
type Times = Pick<DateWords, "dateTime">

/** What a time told does not fit with, as it is recorded now; undefined where none of it is in the way. */
const misfitInWords = (
  kind: SetAsideKind,
  told: Instant,
  { missingAt, progress }: Recorded,
  { dateTime }: Times
): string | undefined => {
  const foundAt = "foundAt" in progress ? progress.foundAt : undefined
  const returnedAt = progress._tag === "Returned" ? progress.returnedAt : undefined
  if (kind !== "updated" && told < missingAt) return `before the child was last seen, ${dateTime(missingAt)}`
  if (kind !== "returned" && returnedAt !== undefined && told > returnedAt) {
    return `after the child was back, ${dateTime(returnedAt)}`
  }
  if (kind === "returned" && foundAt !== undefined && told < foundAt) {
    return `before the child was found, ${dateTime(foundAt)}`
  }
  return kind === "updated" && foundAt !== undefined && told > foundAt
    ? `after the child was found, ${dateTime(foundAt)}`
    : undefined
}

const timeRecordedOf = (kind: SetAsideKind, { progress }: Recorded): Instant | undefined => {
  if (kind === "returned") return progress._tag === "Returned" ? progress.returnedAt : undefined
  return "foundAt" in progress ? progress.foundAt : undefined
}

/** Why, with the times that it is held against, where they are known. */
const reasonInWords = (
  { kind, reason, reportedTime }: QuestionedReport,
  recorded: Recorded | undefined,
  dates: Times
): string => {
  if (recorded === undefined || reportedTime === undefined) return reasons[reason]
  if (reason === "out-of-order") {
    const misfit = misfitInWords(kind, reportedTime, recorded, dates)
    return misfit === undefined ? reasons[reason] : `that is ${misfit}`
  }
  const first = reason === "already-recorded" ? timeRecordedOf(kind, recorded) : undefined
  return first === undefined || first === reportedTime
    ? reasons[reason]
    : `${dates.dateTime(first)} was recorded first, and stands`
}

/** @param recorded the episode that it is held against, where it is known */
export const setAsideInWords = (report: QuestionedReport, dates: Times, recorded?: Recorded): string => {
  const { kind, reportedTime } = report
  const time = reportedTime === undefined ? "" : ` at ${dates.dateTime(reportedTime)}`
  return `the police notified ${kinds[kind]}${time}, but ${reasonInWords(report, recorded, dates)}`
}
