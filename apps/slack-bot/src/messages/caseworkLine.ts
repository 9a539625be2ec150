/**
 * The lines for whose the case is, for what becomes of an interview besides offer and answer, and for what is put right.
 * No answer of the allocated worker, no reason why there was no interview and nothing of the interview's record.
 */

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
import { entryInWords, londonDateTime } from "@safe-return/wording"
import { escapeSlack } from "../words/escapeSlack.ts"
import { personInWords } from "../words/person.ts"

export type CaseworkEvent = EventOf<
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

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

const withdrawnWords = {
  found: "the child was not found",
  returned: "the child was not back"
} as const

const correctedInWords = (event: EventOf<"EpisodeCorrected">): string => {
  const { absence, missingFrom, lastSeen, missingAt, reportedAt, foundAt, returnedAt, withdrawn } = event
  const times = { "last seen": missingAt, reported: reportedAt, found: foundAt, returned: returnedAt }
  const changes = [
    ...(absence === undefined ? [] : [`absence: ${absenceWords.words[absence]}`]),
    ...(missingFrom === undefined ? [] : [`missing from: ${missingFromWords.words[missingFrom]}`]),
    ...(lastSeen === undefined ? [] : [`where last seen: ${lastSeenWords.words[lastSeen]}`]),
    ...Object.entries(times).flatMap(([what, time]) =>
      time === undefined ? [] : [`${what}: ${londonDateTime(time)}`]
    ),
    ...(withdrawn === undefined ? [] : [`${withdrawnWords[withdrawn]} after all`])
  ]
  return changes.length === 0
    ? "*Corrected.* Look the details up in the case system."
    : `*Corrected:* ${changes.join("; ")}. The deadlines on the card follow.`
}

const interviewCorrectedInWords = ({ offeredAt, completedAt }: EventOf<"InterviewCorrected">): string => {
  const changes = [
    ...(offeredAt === undefined ? [] : [`offered: ${londonDateTime(offeredAt)}`]),
    ...(completedAt === undefined ? [] : [`interview: ${londonDateTime(completedAt)}`])
  ]
  return changes.length === 0 ? "*Interview corrected.*" : `*Interview corrected:* ${changes.join("; ")}.`
}

/** What was withdrawn in the middle of a sentence. No word of why there was no interview. */
const withdrawnFactWords: Readonly<Record<EventOf<"InterviewFactWithdrawn">["what"], string>> = {
  offer: "the offer to the child",
  answer: "the child's answer",
  attempt: "an attempt to reach the child",
  "carer-offer": "the offer to the parent or carer",
  "not-done": "that there is no interview",
  completed: "the interview logged as completed",
  "further-session": "a further session"
}

const withdrawnInWords = ({ what, at, reason }: EventOf<"InterviewFactWithdrawn">): string => {
  const when = at === undefined ? "" : `, ${londonDateTime(at)}`
  return `*Withdrawn:* ${withdrawnFactWords[what]}${when}. ${correctionReasonWords.words[reason]}.`
}

export const isCasework = (event: PathwayEvent): event is CaseworkEvent => event._tag in lines

const lines: { readonly [Tag in CaseworkEvent["_tag"]]: (event: EventOf<Tag>) => string } = {
  PreventionInterviewRecorded: ({ heldAt }) =>
    `*Police prevention interview* ${londonDateTime(heldAt)}. The return home interview is owed all the same.`,
  PartTwoRecorded: () => "*Find Me Plan:* part two is in the case system, for while the child is missing.",
  InterviewExtended: ({ episodeIds }) =>
    `*Interview covers ${episodeIds.length === 1 ? "one more episode" : `${episodeIds.length} more episodes`}.*`,
  CarerOffered: ({ offeredAt, response }) =>
    `*Offered to the parent or carer* ${londonDateTime(offeredAt)}: ${responseWords.words[response]}.`,
  InterviewAttempted: ({ attemptedAt, method }) =>
    `*Attempt to reach the child* ${londonDateTime(attemptedAt)}: ${contactMethodWords.words[method]}.`,
  InterviewNotDone: ({ decidedBy }) =>
    `*No interview.* Decided by ${personInWords(decidedBy)}; the reason is kept with the case.`,
  InterviewReferenceRecorded: ({ reference }) =>
    `*Interview written up* in the case system: ${escapeSlack(reference)}.`,
  InterviewRecorded: () => "*Interview record coded.* Its content belongs in the case system.",
  FurtherSessionHeld: ({ completedAt, interviewer }) =>
    `*Further session* ${londonDateTime(completedAt)}, held by ${personInWords(interviewer)}. The interview and its time stand as they were.`,
  InterviewUnassigned: ({ reason }) =>
    `*Interview is nobody's now.* ${unassignReasonWords.words[reason]}. What was offered and attempted stays.`,
  InterviewNarrowed: ({ reason }) =>
    `*Interview no longer covers this episode.* ${correctionReasonWords.words[reason]}.`,
  InterviewsJoined: () => "*What was offered and attempted before* belongs to this interview now.",
  InterviewFactWithdrawn: withdrawnInWords,
  CaseReferenceRecorded: ({ reference }) => `*Recorded in the case system* as ${escapeSlack(reference)}.`,
  WorkerAllocated: ({ to, worker, alsoWorkers = [] }) => {
    const also = alsoWorkers.map((one) => `${personInWords(one.worker)} (${workerKindWords.words[one.to]})`)
    const others = also.length === 0 ? "" : ` Also allocated: ${also.join(", ")}.`
    return `*Allocated worker:* ${personInWords(worker)} (${workerKindWords.words[to]}).${others}`
  },
  NobodyAllocated: ({ concern }) => `*Nobody is allocated.*${concern ? " MASH to screen." : ""}`,
  EpisodeScreened: ({ outcome }) => `*MASH screening:* ${screeningWords.words[outcome]}.`,
  HandedOver: ({ coordinator }) => `*Handed over* to ${personInWords(coordinator)}, Missing Co-ordinator.`,
  AlertAcknowledged: ({ by, reached }) =>
    reached === undefined
      ? `*Alert acknowledged* by ${personInWords(by)}.`
      : `*Alert acknowledged for* ${personInWords(by)}, reached ${reachedByWords.words[reached.how]} by ${personInWords(reached.recordedBy)}.`,
  MissingTogether: ({ others }) => `*Missing together with* ${others.map(escapeSlack).join(", ")}.`,
  NotMissingTogether: ({ others }) => `*Not missing together with* ${others.map(escapeSlack).join(", ")} after all.`,
  UnbornRecorded: () => "*The child is unborn: the mother is missing.* No return home interview is owed.",
  UnbornEnded: ({ because }) => `*${noLongerUnbornWords.words[because]}.*`,
  ConsiderationAnswered: () => "*A question of the operating guidance was answered.*",
  TriggerDecided: () => "*A trigger was answered.* What was decided and why is kept with the case.",
  EpisodeClosed: ({ reason }) =>
    reason === "turned-18" ? "*Closed* on the child's 18th birthday." : "*Closed:* nothing is left to do.",
  EpisodeReopened: () => "*Reopened.*",
  EpisodeTransferred: ({ to, transferredAt }) =>
    `*Transferred* to ${escapeSlack(to)} ${londonDateTime(transferredAt)}.`,
  EpisodesMerged: ({ sentAt }) =>
    sentAt === undefined
      ? "*Another record of this disappearance was joined to this one.*"
      : `*Two records are one disappearance*, as an update sent ${londonDateTime(sentAt)} shows: another was joined to this one, which goes on. If they are two after all, Correct separates them.`,
  EpisodesSeparated: ({ takenBack }) =>
    takenBack.includes("returned") || takenBack.includes("found")
      ? "*The other record is a disappearance of its own* and was separated again. Check the card: that the child was found or back was known from that record alone, and is taken back here."
      : "*The other record is a disappearance of its own* and was separated again.",
  EpisodeCorrected: correctedInWords,
  InterviewCorrected: interviewCorrectedInWords,
  WhereaboutsRecorded: ({ whereabouts, since }) =>
    `*Not back:* ${lowerFirst(whereaboutsWords.words[whereabouts])}, since ${londonDateTime(since)}.`,
  ReturnedToRecorded: ({ returnedTo }) => `*Came back to:* ${lowerFirst(returnedToWords.words[returnedTo])}.`,
  AbsenceChanged: ({ absence, changedAt }) =>
    `*${absenceWords.words[absence]}* from ${londonDateTime(changedAt)} on. What it was before is kept.`,
  PlacementRecorded: ({ placement, movedAt }) => {
    const moved = movedAt === undefined ? "*Placed*" : `*Moved* ${londonDateTime(movedAt)}, and now placed`
    return placement._tag === "OwnArea"
      ? `${moved} in our own area.`
      : `${moved} in the area of ${escapeSlack(placement.authority)}.`
  },
  EntryWithdrawn: ({ entry }) => `*Taken back:* ${entryInWords(entry)} was not so.`,
  ChildDied: () => "This child has died. Nothing more is asked for on this record.",
  DeathConfirmed: () => "The record of the child's death was looked at again, and stands.",
  DeathTakenBack: () =>
    "The record of the child's death was wrong and is taken back. What is owed and what was told since stands here again.",
  NotificationAfterDeath: () =>
    "A notification came after the child's death was recorded. It is kept, and changes nothing."
}

export const caseworkLine = (event: CaseworkEvent): string =>
  (lines[event._tag] as (event: CaseworkEvent) => string)(event)

/** For the thread of the record that no longer counts. */
export const joinedByUpdate = (sentAt: Instant): string =>
  `*Two records are one disappearance*, as an update sent ${londonDateTime(sentAt)} shows: this one no longer counts, and the other goes on. If they are two after all, Correct separates them.`

/** Who carries the interview out, when it was said. */
export const arrangedBy = ({ arrangement }: EventOf<"InterviewAssigned">): string =>
  arrangement === undefined ? "" : `, arranged by: ${arrangementWords.words[arrangement]}`
