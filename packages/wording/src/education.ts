/** What people read of a case of a child missing education. */
import {
  type CaseStage,
  type CensusGapKind,
  type CensusMoveKind,
  type CmeCase,
  caseStageOf,
  type KeptReturn,
  outcomeWords,
  type PendingDuty,
  type ReturnedFact
} from "@safe-return/domain/education"
import { type DateWords, datesInFull } from "./londonDates.ts"

/** What a return asks of a case that its record does not say. */
export const censusGapWords: Readonly<Record<CensusGapKind, string>> = {
  since: "start not recorded",
  "since-later": "start after the census day",
  reason: "reason not recorded",
  sex: "sex not recorded",
  "year-group": "year group not recorded"
}

/** Why a case came into a return, or went out of it. */
export const censusMoveWords: Readonly<Record<CensusMoveKind, string>> = {
  started: "referred since",
  reopened: "reopened since",
  "told-late": "should have been in the last return",
  ended: "ended since",
  "in-error": "recorded in error",
  "referral-changed": "day of referral changed",
  gone: "no longer in the table"
}

/** What a return counts by. */
export const returnedFactWords: Readonly<Record<ReturnedFact, string>> = {
  since: "Start",
  reason: "Reason",
  sex: "Sex",
  year_group: "Year group"
}

/** What an open case waits for. */
export const pendingDutyWords: Readonly<Record<PendingDuty["kind"], string>> = {
  "no-enquiry": "the next enquiry",
  "no-start": "the day from which the child is missing education",
  "no-reason": "the reason",
  "answer-unread": "a person to read an answer",
  "trace-unanswered": "the other council to acknowledge the child",
  "offer-unanswered": "an answer to the offer of a place",
  "next-band": "a look before DfE's next band of duration"
}

const traceWords: Readonly<Record<string, string>> = {
  open: "Open",
  traced: "Open, traced to another council",
  acknowledged: "Open, acknowledged by another council"
}

const placeWords: Readonly<Record<string, string>> = {
  offered: "a place is offered",
  admitted: "admitted to a school"
}

const stageInWords = (stage: CaseStage): string => {
  const [trace = "", place = ""] = stage.split("-")
  return [traceWords[trace] ?? "Open", placeWords[place]].filter((words) => words !== undefined).join(", ")
}

/** Where a case stands, in a few words. */
export const educationCaseStatus = (one: CmeCase, { day }: DateWords = datesInFull): string => {
  if (one.mergedInto !== undefined) return "Joined to another case"
  if (one.closure === undefined) return stageInWords(caseStageOf(one))
  return `Closed on ${day(one.closure.closedOn)}: ${outcomeWords.words[one.closure.outcome]}`
}

/** What a school sent, in a line that names its return and no person. */
export const schoolReturnInWords = (
  { kind, schoolReference, from, to, ground }: KeptReturn,
  { day }: DateWords = datesInFull
): string => {
  const until = to === undefined ? "" : ` until ${day(to)}`
  const what = {
    deletion: `off the roll from ${day(from)}${ground === undefined ? "" : `, ground ${ground}`}`,
    "ten-day-absence": `absent for ten school days, from ${day(from)}${until}`,
    referral: `may be missing education since ${day(from)}`
  }
  return `${what[kind]} (${schoolReference})`
}
