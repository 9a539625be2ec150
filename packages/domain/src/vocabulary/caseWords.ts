/**
 * The words of the pathway as closed lists. Codes are what is stored and exchanged; the sentence beside a code
 * is what a person reads.
 *
 * Sources: the episode table of the published contracts; the return home interview questions of the Croydon and
 * Knowsley forms and the freedom of information set put to every council (see docs/glossary.md).
 */
import { closedList } from "./closedList.ts"

export const absenceWords = closedList({
  missing: "Missing",
  away: "Away from placement without authorisation"
})
export const Absence = absenceWords.schema
export type Absence = typeof Absence.Type

export const missingFromWords = closedList({ home: "Home", care: "Care" })
export const MissingFrom = missingFromWords.schema
export type MissingFrom = typeof MissingFrom.Type

/**
 * The kind of place a child was last seen at, which is not whether they are missing from home or from care.
 * Our own addition: no source seen lists the places.
 */
export const lastSeenWords = closedList({
  home: "At home",
  placement: "At their placement",
  "relatives-home": "At a relative's home",
  "friends-home": "At a friend's home",
  school: "At school or college",
  street: "In the street or another public place",
  transport: "On public transport or at a station",
  health: "At a hospital or health service",
  other: "Somewhere else"
})
export const LastSeen = lastSeenWords.schema
export type LastSeen = typeof LastSeen.Type

const riskGrades = { "no-apparent": "No apparent risk", low: "Low", medium: "Medium", high: "High" } as const

/** The police's grades of risk, which policies and the episode table name. */
export const RiskGrade = closedList(riskGrades).schema
export type RiskGrade = typeof RiskGrade.Type

/** A report need not wait until the police have graded it. */
export const riskWords = closedList({ ...riskGrades, "not-graded": "Not graded yet" })
export const Risk = riskWords.schema
export type Risk = typeof Risk.Type

export const responseWords = closedList({
  accepted: "Accepted",
  declined: "Declined",
  "no-answer": "No answer yet"
})
export const Response = responseWords.schema
export type Response = typeof Response.Type

export const venueWords = closedList({
  home: "Home",
  placement: "Placement",
  school: "School",
  "youth-centre": "Youth centre",
  neutral: "Another neutral place",
  phone: "By phone",
  video: "By video"
})
export const Venue = venueWords.schema
export type Venue = typeof Venue.Type

/** "Not disclosed" is not "no": the child was asked and did not say. */
/** Each says what was asked and answered: a bare "no" beside "not disclosed" was read both ways. */
export const harmWords = closedList({
  no: "No, the child said there was none",
  yes: "Yes, the child told of it",
  "not-disclosed": "The child did not say, or was not asked"
})
export const HarmDisclosed = harmWords.schema
export type HarmDisclosed = typeof HarmDisclosed.Type

export const exploitationWords = closedList({
  grooming: "Grooming",
  "sexual-exploitation": "Sexual exploitation (CSE)",
  "criminal-exploitation": "Criminal exploitation, county lines (CCE)",
  trafficking: "Trafficking",
  gang: "Gang involvement",
  "unexplained-money-or-gifts": "Unexplained money, gifts or phones",
  "older-associates": "Older or unknown associates"
})
export const ExploitationIndicator = exploitationWords.schema
export type ExploitationIndicator = typeof ExploitationIndicator.Type

export const followUpWords = closedList({
  "safeguarding-referral": "Safeguarding referral",
  "strategy-discussion": "Strategy discussion requested",
  "police-intelligence": "Police intelligence report",
  "service-referral": "Referral to a service",
  "update-plans": "Update assessment, care plan or Find Me Plan",
  none: "No further action"
})
export const FollowUp = followUpWords.schema
export type FollowUp = typeof FollowUp.Type

/** What came of news that could not be taken, once a person has rung the police about it. */
export const policeAnswerWords = closedList({
  recorded: "The police were rung, and every child they meant is on record.",
  "nobody-missing": "The police were rung, and no child is missing by it."
})
export const PoliceAnswer = policeAnswerWords.schema
export type PoliceAnswer = typeof PoliceAnswer.Type
