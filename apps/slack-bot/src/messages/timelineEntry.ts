/**
 * One line in the thread of a card for each thing that happened, with when and who recorded it. Nothing of what the
 * interview brought out, no risk grade and no reason of a cancellation.
 */
import type { Calendars } from "@safe-return/domain/calendar"
import { clocksOf } from "@safe-return/domain/deadlines"
import {
  absenceWords,
  type ChildReference,
  type ChildState,
  type Episode,
  type EpisodeId,
  type EventOf,
  episodeById,
  type InterviewId,
  interviewById,
  isGivenByPolice,
  lastSeenWords,
  missingFromWords,
  type Notification,
  type PathwayEvent,
  type RecordedEvent,
  responseWords
} from "@safe-return/domain/pathway"
import { mayDecisionBeShown } from "@safe-return/domain/risk"
import { hours72InWords, londonDateTime, workingDaysInWords } from "@safe-return/wording"
import { Option } from "effect"
import { escapeSlack } from "../words/escapeSlack.ts"
import { personInWords } from "../words/person.ts"
import { context, section } from "./blocks.ts"
import { arrangedBy, caseworkLine, isCasework, joinedByUpdate } from "./caseworkLine.ts"
import { completionInWords } from "./completion.ts"
import type { MessageContent } from "./MessageContent.ts"

/** What an event is told with. */
interface Told {
  /** The child's state with this event in it; later events do no harm. */
  readonly state: ChildState
  /** With the council's own days. */
  readonly calendars: Calendars
}

/** What the police told of this episode before its `missing` notification came. */
const toldEarly = ({ notifications }: ChildState, episodeId: EpisodeId): ReadonlyArray<Notification> => {
  const ofEpisode = notifications.filter((received) => received.episodeId === episodeId)
  const opening = ofEpisode.findLastIndex(({ notification }) => notification.kind === "missing")
  return ofEpisode.slice(0, Math.max(0, opening)).map(({ notification }) => notification)
}

const EARLY = " The police told us this before the missing notification came: it was kept and is joined now."

const updateInWords = ({
  absence,
  missingFrom,
  lastSeen,
  missingAt,
  reportedAt
}: EventOf<"EpisodeUpdated">): string => {
  const changes = [
    ...(absence === undefined ? [] : [`absence: ${absenceWords.words[absence]}`]),
    ...(missingFrom === undefined ? [] : [`missing from: ${missingFromWords.words[missingFrom]}`]),
    ...(lastSeen === undefined ? [] : [`where last seen: ${lastSeenWords.words[lastSeen]}`]),
    ...(missingAt === undefined ? [] : [`last seen: ${londonDateTime(missingAt)}`]),
    ...(reportedAt === undefined ? [] : [`reported: ${londonDateTime(reportedAt)}`])
  ]
  return changes.length === 0
    ? "*Details updated.* Look them up in the case system."
    : `*Details updated:* ${changes.join("; ")}.`
}

const setAsideReasons: Readonly<Record<EventOf<"NotificationSetAside">["reason"], string>> = {
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

const kindWords: Readonly<Record<EventOf<"NotificationSetAside">["kind"], string>> = {
  missing: "that the child is missing",
  updated: "an update",
  found: "that the child was found",
  returned: "that the child returned",
  cancelled: "that the report is cancelled"
}

const setAsideInWords = ({ kind, reason, reportedTime }: EventOf<"NotificationSetAside">): string => {
  const time = reportedTime === undefined ? "" : ` at ${londonDateTime(reportedTime)}`
  // What a person decides is asked of them by itself.
  const check = reason === "child-is-back" ? "" : " Check which is right."
  return `*Kept, not applied:* the police notified ${kindWords[kind]}${time}, but ${setAsideReasons[reason]}.${check}`
}

/** The report that opened the episode has its own line; one that came to it later is told of here. */
const reportInWords = (
  { notification, episodeId }: EventOf<"NotificationReceived">,
  { notifications }: ChildState
): Option.Option<string> => {
  if (notification.kind !== "missing" || episodeId === undefined) return Option.none()
  const first = notifications.find(
    (received) => received.episodeId === episodeId && received.notification.kind === "missing"
  )
  const { policeReference } = notification
  if (first === undefined || first.notification.policeReference === policeReference) return Option.none()
  return Option.some(
    isGivenByPolice(policeReference)
      ? `*The police report this disappearance too*, under police reference ${escapeSlack(policeReference)}. What they tell under it belongs to this episode.`
      : "*Reported once more*, by a person. It is the same disappearance."
  )
}

/** What was sent last of the child's coming back, where it is other than what was known. */
const endInWords = ({ foundAt, returnedAt }: EventOf<"EndRevised">): string => {
  const found = foundAt === undefined ? "" : ` Found ${londonDateTime(foundAt)}.`
  const returned = returnedAt === undefined ? "" : ` Returned ${londonDateTime(returnedAt)}.`
  return `*Put right by what was sent last.*${found}${returned}`
}

/** The deadlines as the episode's policy starts them: by default at this return, elsewhere at the finding or the notice. */
const returnInWords = (
  returnedAt: EventOf<"ChildReturned">["returnedAt"],
  episode: Episode,
  calendars: Calendars
): string => {
  const { policy, progress } = episode
  const found = "foundAt" in progress && progress.foundAt !== undefined ? { foundAt: progress.foundAt } : {}
  const then: Episode = { ...episode, progress: { _tag: "Returned", returnedAt, ...found } }
  const due = Option.match(clocksOf(then, calendars), {
    onNone: () => "",
    onSome: (clocks) =>
      ` Interview due by both clocks: ${hours72InWords(clocks, policy)}; ${workingDaysInWords(clocks, policy)}.`
  })
  return `*Returned* ${londonDateTime(returnedAt)}.${due}`
}

/** An interview that was held was accepted, also where its answer was not told apart from it. */
const acceptedInWords = (interviewId: InterviewId, state: ChildState): string => {
  const isSaid = Option.exists(interviewById(state, interviewId), ({ answers = [] }) =>
    answers.some(({ response }) => response === "accepted")
  )
  return isSaid ? "" : ` *Answer to the offer:* ${responseWords.words.accepted}.`
}

const completedInWords = ({ state, calendars }: Told, interviewId: InterviewId): Option.Option<string> =>
  Option.flatMap(interviewById(state, interviewId), (interview) =>
    Option.flatMap(episodeById(state, interview.episodeIds[0]), (episode) =>
      completionInWords(episode, { _tag: "Completed", interview }, calendars)
    )
  )

/** That somebody decided on a trigger which is never posted would tell that there is one. */
const mayBeTold = ({ episodeId, trigger }: EventOf<"TriggerDecided">, state: ChildState): boolean =>
  Option.exists(episodeById(state, episodeId), ({ policy }) => mayDecisionBeShown(policy, trigger))

/** What one event says, in Slack's mrkdwn; none for what nobody needs a line about. */
export const eventInWords = (event: PathwayEvent, told: Told): Option.Option<string> => {
  const { state, calendars } = told
  if (event._tag === "TriggerDecided" && !mayBeTold(event, state)) return Option.none()
  if (isCasework(event)) return Option.some(caseworkLine(event))
  switch (event._tag) {
    case "NotificationReceived":
      return reportInWords(event, state)
    case "NotificationTurnedAway":
    case "NotificationRepeated":
    case "FindMePlanRecorded":
      return Option.none()
    case "NotificationSetAside":
      return Option.some(setAsideInWords(event))
    case "EpisodeOpened":
      return Option.some(
        `*Reported missing.* Last seen ${londonDateTime(event.missingAt)}, reported ${londonDateTime(event.reportedAt)}.`
      )
    case "EpisodeUpdated":
      return Option.some(updateInWords(event))
    case "ChildFound": {
      const isEarly = toldEarly(state, event.episodeId).some(
        (told) => told.kind === "found" && told.foundAt === event.foundAt
      )
      return Option.some(`*Found* ${londonDateTime(event.foundAt)}.${isEarly ? EARLY : ""}`)
    }
    case "ChildReturned": {
      const isEarly = toldEarly(state, event.episodeId).some(
        (told) => told.kind === "returned" && told.returnedAt === event.returnedAt
      )
      return Option.map(
        episodeById(state, event.episodeId),
        (episode) => `${returnInWords(event.returnedAt, episode, calendars)}${isEarly ? EARLY : ""}`
      )
    }
    case "EndRevised":
      return Option.some(endInWords(event))
    case "MissingAfterAll":
      return Option.some(
        `*Missing after all*, as reported ${londonDateTime(event.sentAt)}: what was told before of the child's coming back no longer stands.`
      )
    case "CancellationQuestioned":
      return Option.some(
        `*To decide:* a cancellation of this report was sent ${londonDateTime(event.sentAt)}, but the child is back or an interview is recorded. A Missing Co-ordinator, a team manager or the MASH keeps the episode or cancels it.`
      )
    case "CancellationDeclined":
      return Option.some("*The cancellation does not stand:* the episode and its interview do.")
    case "EpisodeCancelled":
      return Option.some("*Cancelled.* The reason is kept with the notification.")
    case "InterviewAssigned": {
      const planned = event.plannedFor === undefined ? "" : `, planned for ${londonDateTime(event.plannedFor)}`
      const wish = event.knownAdult ? ", a known adult the child asked for" : ""
      return Option.some(
        `*Interview assigned* to ${personInWords(event.interviewer)}${wish}${arrangedBy(event)}${planned}.`
      )
    }
    case "InterviewOffered":
      return Option.some(`*Interview offered* ${londonDateTime(event.offeredAt)}.`)
    case "InterviewAnswered":
      return Option.some(`*Answer to the offer:* ${responseWords.words[event.response]}.`)
    case "InterviewCompleted":
      return Option.map(
        completedInWords(told, event.interviewId),
        (words) => `*Interview.* ${words}${acceptedInWords(event.interviewId, state)}`
      )
  }
}

export interface TimelineFacts extends Told {
  readonly child: ChildReference
  readonly recorded: RecordedEvent
}

const lineOf = ({ child, recorded }: Omit<TimelineFacts, keyof Told>, words: string): MessageContent => ({
  text: `${escapeSlack(child)}: ${words}`,
  blocks: [
    section(words),
    context(`Recorded ${londonDateTime(recorded.recordedAt)} by ${personInWords(recorded.recordedBy)}`)
  ]
})

/** None for what nobody needs a line about. */
export const timelineEntry = ({ child, recorded, ...told }: TimelineFacts): Option.Option<MessageContent> =>
  Option.map(eventInWords(recorded.event, told), (words) => lineOf({ child, recorded }, words))

/** For the thread of the record that an update joined to another: nobody was there to say so. */
export const joinedEntry = (
  child: ChildReference,
  recorded: RecordedEvent
): Option.Option<{ readonly duplicateId: EpisodeId; readonly content: MessageContent }> => {
  const { event } = recorded
  return event._tag === "EpisodesMerged" && event.sentAt !== undefined
    ? Option.some({
        duplicateId: event.duplicateId,
        content: lineOf({ child, recorded }, joinedByUpdate(event.sentAt))
      })
    : Option.none()
}
