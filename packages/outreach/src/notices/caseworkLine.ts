/** The lines of casework: no answer of the worker, no reason for no interview, nothing of its record. */

import type { Instant } from "@safe-return/domain/calendar"
import {
  absenceWords,
  arrangementWords,
  contactMethodWords,
  correctionReasonWords,
  type EventOf,
  lastSeenWords,
  missingFromWords,
  noLongerUnbornWords,
  type PathwayEvent,
  reachedByWords,
  responseWords,
  returnedToWords,
  screeningWords,
  unassignReasonWords,
  whereaboutsWords,
  workerKindWords
} from "@safe-return/domain/pathway"
import type { ShownFact } from "@safe-return/domain/policy"
import { type DateWords, entryInWords } from "@safe-return/wording"
import type { Style } from "./Notice.ts"
import { tellsOfCare } from "./tellsOfCare.ts"

type CaseworkEvent = EventOf<
  | "PreventionInterviewRecorded"
  | "PartTwoRecorded"
  | "InterviewExtended"
  | "CarerOffered"
  | "InterviewAttempted"
  | "InterviewNotDone"
  | "InterviewReferenceRecorded"
  | "InterviewRecorded"
  | "FurtherSessionHeld"
  | "InterviewUnassigned"
  | "InterviewNarrowed"
  | "InterviewsJoined"
  | "InterviewFactWithdrawn"
  | "CaseReferenceRecorded"
  | "WorkerAllocated"
  | "NobodyAllocated"
  | "EpisodeScreened"
  | "HandedOver"
  | "AlertAcknowledged"
  | "MissingTogether"
  | "NotMissingTogether"
  | "UnbornRecorded"
  | "UnbornEnded"
  | "ConsiderationAnswered"
  | "TriggerDecided"
  | "EpisodeClosed"
  | "EpisodeReopened"
  | "EpisodeTransferred"
  | "EpisodesMerged"
  | "EpisodesSeparated"
  | "EpisodeCorrected"
  | "InterviewCorrected"
  | "WhereaboutsRecorded"
  | "ReturnedToRecorded"
  | "AbsenceChanged"
  | "PlacementRecorded"
  | "EntryWithdrawn"
  | "ChildDied"
  | "DeathConfirmed"
  | "DeathTakenBack"
  | "NotificationAfterDeath"
>

/** What the policy of the episode lets messages show. */
export type Shows = (fact: ShownFact) => boolean

/** In the place of an answer that messages may not show. */
export const ANSWER_KEPT = "The answer is kept with the case."

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

const withdrawnWords = {
  found: "the child was not found",
  returned: "the child was not back"
} as const

const correctedInWords = (
  event: EventOf<"EpisodeCorrected">,
  style: Style,
  shows: Shows,
  { dateTime }: DateWords
): string => {
  const { absence, missingFrom, lastSeen, missingAt, reportedAt, foundAt, returnedAt, withdrawn } = event
  const times = { "last seen": missingAt, reported: reportedAt, found: foundAt, returned: returnedAt }
  const changes = [
    ...(absence === undefined ? [] : [`absence: ${absenceWords.words[absence]}`]),
    ...(missingFrom === undefined || !shows("missing-from")
      ? []
      : [`missing from: ${missingFromWords.words[missingFrom]}`]),
    ...(lastSeen === undefined || (tellsOfCare(lastSeen) && !shows("missing-from"))
      ? []
      : [`where last seen: ${lastSeenWords.words[lastSeen]}`]),
    ...Object.entries(times).flatMap(([what, time]) => (time === undefined ? [] : [`${what}: ${dateTime(time)}`])),
    ...(withdrawn === undefined ? [] : [`${withdrawnWords[withdrawn]} after all`])
  ]
  return changes.length === 0
    ? `${style.strong("Corrected.")} Look the details up in the case system.`
    : `${style.strong("Corrected:")} ${changes.join("; ")}. The deadlines on the card follow.`
}

const interviewCorrectedInWords = (
  { offeredAt, completedAt }: EventOf<"InterviewCorrected">,
  style: Style,
  _: Shows,
  { dateTime }: DateWords
): string => {
  const changes = [
    ...(offeredAt === undefined ? [] : [`offered: ${dateTime(offeredAt)}`]),
    ...(completedAt === undefined ? [] : [`interview: ${dateTime(completedAt)}`])
  ]
  return changes.length === 0
    ? style.strong("Interview corrected.")
    : `${style.strong("Interview corrected:")} ${changes.join("; ")}.`
}

/** What was withdrawn, in the middle of a sentence: no word of why there was no interview. */
const withdrawnFactWords: Readonly<Record<EventOf<"InterviewFactWithdrawn">["what"], string>> = {
  offer: "the offer to the child",
  answer: "the child's answer",
  attempt: "an attempt to reach the child",
  "carer-offer": "the offer to the parent or carer",
  "not-done": "that there is no interview",
  completed: "the interview logged as completed",
  "further-session": "a further session"
}

const withdrawnInWords = (
  { what, at, reason }: EventOf<"InterviewFactWithdrawn">,
  style: Style,
  _: Shows,
  { dateTime }: DateWords
): string => {
  const when = at === undefined ? "" : `, ${dateTime(at)}`
  return `${style.strong("Withdrawn:")} ${withdrawnFactWords[what]}${when}. ${correctionReasonWords.words[reason]}.`
}

export const isCasework = (event: PathwayEvent): event is CaseworkEvent => event._tag in lines

const lines: {
  readonly [Tag in CaseworkEvent["_tag"]]: (event: EventOf<Tag>, style: Style, shows: Shows, dates: DateWords) => string
} = {
  PreventionInterviewRecorded: ({ heldAt }, style, _, { dateTime }) =>
    `${style.strong("Police prevention interview")} ${dateTime(heldAt)}. The return home interview is owed all the same.`,
  PartTwoRecorded: (_, style) =>
    `${style.strong("Find Me Plan:")} part two is in the case system, for while the child is missing.`,
  InterviewExtended: ({ episodeIds }, style) =>
    style.strong(
      `Interview covers ${episodeIds.length === 1 ? "one more episode" : `${episodeIds.length} more episodes`}.`
    ),
  CarerOffered: ({ offeredAt, response }, style, shows, { dateTime }) => {
    const offered = `${style.strong("Offered to the parent or carer")} ${dateTime(offeredAt)}`
    const isShown = response === "no-answer" || shows("answers")
    return isShown ? `${offered}: ${responseWords.words[response]}.` : `${offered}. ${ANSWER_KEPT}`
  },
  InterviewAttempted: ({ attemptedAt, method }, style, _, { dateTime }) =>
    `${style.strong("Attempt to reach the child")} ${dateTime(attemptedAt)}: ${contactMethodWords.words[method]}.`,
  InterviewNotDone: ({ decidedBy }, style) =>
    `${style.strong("No interview.")} Decided by ${style.person(decidedBy)}; the reason is kept with the case.`,
  InterviewReferenceRecorded: ({ reference }, style) =>
    `${style.strong("Interview written up")} in the case system: ${style.text(reference)}.`,
  InterviewRecorded: (_, style) => `${style.strong("Interview record coded.")} Its content belongs in the case system.`,
  FurtherSessionHeld: ({ completedAt, interviewer }, style, _, { dateTime }) =>
    `${style.strong("Further session")} ${dateTime(completedAt)}, held by ${style.person(interviewer)}. The interview and its time stand as they were.`,
  InterviewUnassigned: ({ reason }, style) =>
    `${style.strong("Interview is nobody's now.")} ${unassignReasonWords.words[reason]}. What was offered and attempted stays.`,
  InterviewNarrowed: ({ reason }, style) =>
    `${style.strong("Interview no longer covers this episode.")} ${correctionReasonWords.words[reason]}.`,
  InterviewsJoined: (_, style) =>
    `${style.strong("What was offered and attempted before")} belongs to this interview now.`,
  InterviewFactWithdrawn: withdrawnInWords,
  CaseReferenceRecorded: ({ reference }, style) =>
    `${style.strong("Recorded in the case system")} as ${style.text(reference)}.`,
  WorkerAllocated: ({ to, worker, alsoWorkers = [] }, style) => {
    const also = alsoWorkers.map((one) => `${style.person(one.worker)} (${workerKindWords.words[one.to]})`)
    const others = also.length === 0 ? "" : ` Also allocated: ${also.join(", ")}.`
    return `${style.strong("Allocated worker:")} ${style.person(worker)} (${workerKindWords.words[to]}).${others}`
  },
  NobodyAllocated: ({ concern }, style) =>
    `${style.strong("Nobody is allocated.")}${concern ? " MASH to screen." : ""}`,
  EpisodeScreened: ({ outcome }, style) => `${style.strong("MASH screening:")} ${screeningWords.words[outcome]}.`,
  HandedOver: ({ coordinator }, style) =>
    `${style.strong("Handed over")} to ${style.person(coordinator)}, Missing Co-ordinator.`,
  AlertAcknowledged: ({ by, reached }, style) =>
    reached === undefined
      ? `${style.strong("Alert acknowledged")} by ${style.person(by)}.`
      : `${style.strong("Alert acknowledged for")} ${style.person(by)}, reached ${reachedByWords.words[reached.how]} by ${style.person(reached.recordedBy)}.`,
  MissingTogether: ({ others }, style) =>
    `${style.strong("Missing together with")} ${others.map(style.text).join(", ")}.`,
  NotMissingTogether: ({ others }, style) =>
    `${style.strong("Not missing together with")} ${others.map(style.text).join(", ")} after all.`,
  UnbornRecorded: (_, style) =>
    `${style.strong("The child is unborn: the mother is missing.")} No return home interview is owed.`,
  UnbornEnded: ({ because }, style) => style.strong(`${noLongerUnbornWords.words[because]}.`),
  ConsiderationAnswered: (_, style) => style.strong("A question of the operating guidance was answered."),
  TriggerDecided: (_, style) =>
    `${style.strong("A trigger was answered.")} What was decided and why is kept with the case.`,
  EpisodeClosed: ({ reason }, style) =>
    reason === "turned-18"
      ? `${style.strong("Closed")} on the child's 18th birthday.`
      : `${style.strong("Closed:")} nothing is left to do.`,
  EpisodeReopened: (_, style) => style.strong("Reopened."),
  EpisodeTransferred: ({ to, transferredAt }, style, _, { dateTime }) =>
    `${style.strong("Transferred")} to ${style.text(to)} ${dateTime(transferredAt)}.`,
  EpisodesMerged: ({ sentAt }, style, _, { dateTime }) =>
    sentAt === undefined
      ? style.strong("Another record of this disappearance was joined to this one.")
      : `${style.strong("Two records are one disappearance")}, as an update sent ${dateTime(sentAt)} shows: another was joined to this one, which goes on. If they are two after all, the MASH or a Missing Co-ordinator separates them.`,
  EpisodesSeparated: ({ takenBack }, style) =>
    takenBack.includes("returned") || takenBack.includes("found")
      ? `${style.strong("The other record is a disappearance of its own")} and was separated again. Check the card: that the child was found or back was known from that record alone, and is taken back here.`
      : `${style.strong("The other record is a disappearance of its own")} and was separated again.`,
  EpisodeCorrected: correctedInWords,
  InterviewCorrected: interviewCorrectedInWords,
  WhereaboutsRecorded: ({ whereabouts, since }, style, _, { dateTime }) =>
    `${style.strong("Not back:")} ${lowerFirst(whereaboutsWords.words[whereabouts])}, since ${dateTime(since)}.`,
  ReturnedToRecorded: ({ returnedTo }, style, shows) =>
    tellsOfCare(returnedTo) && !shows("missing-from")
      ? `${style.strong("Where they came back to")} is kept with the case.`
      : `${style.strong("Came back to:")} ${lowerFirst(returnedToWords.words[returnedTo])}.`,
  AbsenceChanged: ({ absence, changedAt }, style, _, { dateTime }) =>
    `${style.strong(`${absenceWords.words[absence]}`)} from ${dateTime(changedAt)} on. What it was before is kept.`,
  PlacementRecorded: ({ placement, movedAt }, style, shows, { dateTime }) => {
    if (!shows("missing-from")) return `${style.strong("Where the child is placed")} is kept with the case.`
    const moved =
      movedAt === undefined ? style.strong("Placed") : `${style.strong("Moved")} ${dateTime(movedAt)}, and now placed`
    return placement._tag === "OwnArea"
      ? `${moved} in our own area.`
      : `${moved} in the area of ${style.text(placement.authority)}.`
  },
  EntryWithdrawn: ({ entry }, style, _, dates) =>
    `${style.strong("Taken back:")} ${entryInWords(entry, dates)} was not so.`,
  ChildDied: () => "This child has died. Nothing more is asked for on this record.",
  DeathConfirmed: () => "The record of the child's death was looked at again, and stands.",
  DeathTakenBack: () =>
    "The record of the child's death was wrong and is taken back. What is owed and what was told since stands here again.",
  NotificationAfterDeath: () =>
    "A notification came after the child's death was recorded. It is kept, and changes nothing."
}

export const caseworkLine = (event: CaseworkEvent, style: Style, shows: Shows, dates: DateWords): string =>
  (lines[event._tag] as (event: CaseworkEvent, style: Style, shows: Shows, dates: DateWords) => string)(
    event,
    style,
    shows,
    dates
  )

/** For the thread of the record that no longer counts. */
export const joinedByUpdate = (sentAt: Instant, style: Style, { dateTime }: DateWords): string =>
  `${style.strong("Two records are one disappearance")}, as an update sent ${dateTime(sentAt)} shows: this one no longer counts, and the other goes on. If they are two after all, the MASH or a Missing Co-ordinator separates them.`

/** Who carries the interview out, when it was said. */
export const arrangedBy = ({ arrangement }: EventOf<"InterviewAssigned">): string =>
  arrangement === undefined ? "" : `, arranged by: ${arrangementWords.words[arrangement]}`
