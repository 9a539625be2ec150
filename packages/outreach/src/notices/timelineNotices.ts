/** A line for each thing that happened: nothing of the interview, no risk grade, no reason of a cancellation. */
import type { Calendars } from "@safe-return/domain/calendar"
import { clocksOf } from "@safe-return/domain/deadlines"
import {
  absenceWords,
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
  responseWords
} from "@safe-return/domain/pathway"
import { mayShow } from "@safe-return/domain/policy"
import {
  type DateWords,
  datesInFull,
  datesSeenFrom,
  elapsedClockInWords,
  workingDaysInWords
} from "@safe-return/wording"
import { Option } from "effect"
import type { JoinedEntry, TimelineEntry, TimelineEvent } from "../message/cardMessages.ts"
import type { Facts } from "../message/Message.ts"
import { hasTimelineEntry } from "../owed/timelineEntryOf.ts"
import { ANSWER_KEPT, arrangedBy, caseworkLine, isCasework, joinedByUpdate, type Shows } from "./caseworkLine.ts"
import { completionInWords } from "./completion.ts"
import { CANCELLATION_DECIDED, REPORT_DECIDED } from "./decisionOwed.ts"
import type { Style } from "./Notice.ts"
import { type Notice, small } from "./Notice.ts"
import { policeReferenceInWords } from "./policeReferenceInWords.ts"
import { setAsideInWords } from "./setAsideWords.ts"
import { tellsOfCare } from "./tellsOfCare.ts"

/** What an event is told with. */
interface Told {
  /** The child's state with this event in it; later events do no harm. */
  readonly state: ChildState
  /** With the council's own days. */
  readonly calendars: Calendars
  /** In full where nobody says from when they are seen. */
  readonly dates?: DateWords
}

/** What the police told of this episode before its `missing` notification came. */
const toldEarly = ({ notifications }: ChildState, episodeId: EpisodeId): ReadonlyArray<Notification> => {
  const ofEpisode = notifications.filter((received) => received.episodeId === episodeId)
  const opening = ofEpisode.findLastIndex(({ notification }) => notification.kind === "missing")
  return ofEpisode.slice(0, Math.max(0, opening)).map(({ notification }) => notification)
}

const EARLY = " The police told us this before the missing notification came: it was kept and is joined now."

const updateInWords = (
  { absence, missingFrom, lastSeen, missingAt, reportedAt }: EventOf<"EpisodeUpdated">,
  style: Style,
  shows: Shows,
  { dateTime }: DateWords
): string => {
  const changes = [
    ...(absence === undefined ? [] : [`absence: ${absenceWords.words[absence]}`]),
    ...(missingFrom === undefined || !shows("missing-from")
      ? []
      : [`missing from: ${missingFromWords.words[missingFrom]}`]),
    ...(lastSeen === undefined || (tellsOfCare(lastSeen) && !shows("missing-from"))
      ? []
      : [`where last seen: ${lastSeenWords.words[lastSeen]}`]),
    ...(missingAt === undefined ? [] : [`last seen: ${dateTime(missingAt)}`]),
    ...(reportedAt === undefined ? [] : [`reported: ${dateTime(reportedAt)}`])
  ]
  return changes.length === 0
    ? `${style.strong("Details updated.")} Look them up in the case system.`
    : `${style.strong("Details updated:")} ${changes.join("; ")}.`
}

const keptInWords = (
  event: EventOf<"NotificationSetAside">,
  { episodes }: ChildState,
  style: Style,
  dates: DateWords
): string => {
  const episode = episodes.find(({ id }) => id === event.episodeId)
  // What a person decides is asked of them by itself.
  const check = event.reason === "child-is-back" ? "" : " Check which is right."
  return `${style.strong("Kept, not applied:")} ${setAsideInWords(event, dates, episode)}.${event.toDecide === true ? ` ${REPORT_DECIDED}` : check}`
}

const reportInWords = ({ policeReference }: Notification, style: Style): string =>
  isGivenByPolice(policeReference)
    ? `${style.strong("The police report this disappearance too")}, under ${policeReferenceInWords(policeReference, style)}. What they tell under it belongs to this episode.`
    : `${style.strong("Reported once more")}, by a person. It is the same disappearance.`

/** What was sent last of the child's coming back, where it is other than what was known. */
const endInWords = ({ foundAt, returnedAt }: EventOf<"EndRevised">, style: Style, { dateTime }: DateWords): string => {
  const found = foundAt === undefined ? "" : ` Found ${dateTime(foundAt)}.`
  const returned = returnedAt === undefined ? "" : ` Returned ${dateTime(returnedAt)}.`
  return `${style.strong("Put right by what was sent last.")}${found}${returned}`
}

/** The deadlines as the episode's policy starts them: by default at this return, elsewhere at the finding or the notice. */
const dueInWords = (
  returnedAt: EventOf<"ChildReturned">["returnedAt"],
  episode: Episode,
  calendars: Calendars,
  dates: DateWords
): string => {
  const { policy, progress } = episode
  const found = "foundAt" in progress && progress.foundAt !== undefined ? { foundAt: progress.foundAt } : {}
  const then: Episode = { ...episode, progress: { _tag: "Returned", returnedAt, ...found } }
  return Option.match(clocksOf(then, calendars), {
    onNone: () => "",
    onSome: (clocks) =>
      ` Interview due by both clocks: ${elapsedClockInWords(clocks, policy, dates)}; ${workingDaysInWords(clocks, policy, dates)}.`
  })
}

const returnInWords = (
  { episodeId, returnedAt }: EventOf<"ChildReturned">,
  { state, calendars, dates = datesInFull }: Told,
  style: Style
): string => {
  const { dateTime } = dates
  const due = Option.map(episodeById(state, episodeId), (episode) => dueInWords(returnedAt, episode, calendars, dates))
  return `${style.strong("Returned")} ${dateTime(returnedAt)}.${Option.getOrElse(due, () => "")}`
}

/** An interview that was held was accepted, also where its answer was not told apart from it. */
const acceptedInWords = (interviewId: InterviewId, state: ChildState, style: Style, shows: Shows): string => {
  if (!shows("answers")) return ""
  const isSaid = Option.exists(interviewById(state, interviewId), ({ answers = [] }) =>
    answers.some(({ response }) => response === "accepted")
  )
  return isSaid ? "" : ` ${style.strong("Answer to the offer:")} ${responseWords.words.accepted}.`
}

const completedInWords = ({ state, calendars, dates }: Told, interviewId: InterviewId, style: Style): string => {
  const words = Option.flatMap(interviewById(state, interviewId), (interview) =>
    Option.flatMap(episodeById(state, interview.episodeIds[0]), (episode) =>
      completionInWords(episode, { _tag: "Completed", interview }, calendars, style, dates)
    )
  )
  return Option.match(words, { onNone: () => "", onSome: (completion) => ` ${completion}` })
}

/** By the policy of the episode it is about; of none, or one that is gone, nothing. */
const showsOf = (event: PathwayEvent, state: ChildState): Shows => {
  const interviewId = "interviewId" in event ? event.interviewId : undefined
  const interview = interviewId === undefined ? undefined : Option.getOrUndefined(interviewById(state, interviewId))
  const id = ("episodeId" in event ? event.episodeId : undefined) ?? interview?.episodeIds[0]
  const episode = state.episodes.find((one) => one.id === id)
  return (fact) => episode !== undefined && mayShow(episode.policy, fact)
}

const lineInWords = (event: TimelineEvent, told: Told, style: Style, shows: Shows): string => {
  const { state, dates = datesInFull } = told
  const { dateTime } = dates
  if (isCasework(event)) return caseworkLine(event, style, shows, dates)
  switch (event._tag) {
    case "NotificationReceived":
      return reportInWords(event.notification, style)
    case "NotificationSetAside":
      return keptInWords(event, state, style, dates)
    case "EpisodeOpened":
      return `${style.strong("Reported missing.")} Last seen ${dateTime(event.missingAt)}, reported ${dateTime(event.reportedAt)}.`
    case "EpisodeUpdated":
      return updateInWords(event, style, shows, dates)
    case "ChildFound": {
      const isEarly = toldEarly(state, event.episodeId).some(
        (told) => told.kind === "found" && told.foundAt === event.foundAt
      )
      return `${style.strong("Found")} ${dateTime(event.foundAt)}.${isEarly ? EARLY : ""}`
    }
    case "ChildReturned": {
      const isEarly = toldEarly(state, event.episodeId).some(
        (told) => told.kind === "returned" && told.returnedAt === event.returnedAt
      )
      return `${returnInWords(event, told, style)}${isEarly ? EARLY : ""}`
    }
    case "EndRevised":
      return endInWords(event, style, dates)
    case "MissingAfterAll":
      return `${style.strong("Missing after all")}, as reported ${dateTime(event.sentAt)}: what was told before of the child's coming back no longer stands.`
    case "CancellationQuestioned":
      return `${style.strong("To decide:")} a cancellation of this report was sent ${dateTime(event.sentAt)}, but the child is found or back, or an interview is recorded. ${CANCELLATION_DECIDED}`
    case "CancellationDeclined":
      return `${style.strong("The cancellation does not stand:")} the episode and its interview do.`
    case "ReportDeclined":
      return `${style.strong("What was recorded stands:")} what was told against it was looked at.`
    case "EpisodeCancelled":
      return `${style.strong("Cancelled.")} The reason is kept with the notification.`
    case "InterviewAssigned": {
      const planned = event.plannedFor === undefined ? "" : `, planned for ${dateTime(event.plannedFor)}`
      const wish = event.knownAdult ? ", a known adult the child asked for" : ""
      return `${style.strong("Interview assigned")} to ${style.person(event.interviewer)}${wish}${arrangedBy(event)}${planned}.`
    }
    case "InterviewOffered":
      return `${style.strong("Interview offered")} ${dateTime(event.offeredAt)}.`
    case "InterviewAnswered":
      // That there is none yet tells nothing of what the child answered.
      if (event.response === "no-answer") return style.strong("No answer to the offer yet.")
      return shows("answers")
        ? `${style.strong("Answer to the offer:")} ${responseWords.words[event.response]}.`
        : `${style.strong("Answered the offer.")} ${ANSWER_KEPT}`
    case "InterviewCompleted":
      return `${style.strong("Interview.")}${completedInWords(told, event.interviewId, style)}${acceptedInWords(event.interviewId, state, style, shows)}`
  }
}

/** What one event says in a sentence or two, to a person in their own form; none for what has no line. */
export const eventInWords = (event: PathwayEvent, told: Told, style: Style): Option.Option<string> =>
  hasTimelineEntry(event, told.state) ? Option.some(lineInWords(event, told, style, () => true)) : Option.none()

const lineOf = (
  { child, recorded }: Pick<JoinedEntry, "child" | "recorded">,
  words: string,
  { text, person }: Style
): Notice => ({
  summary: `${text(child)}: ${words}`,
  paragraphs: [
    words,
    small(
      `Recorded ${datesSeenFrom(recorded.recordedAt).dateTime(recorded.recordedAt)} by ${person(recorded.recordedBy)}`
    )
  ]
})

export const timelineEntry = (
  { child, recorded, droppedPlan, ...facts }: Facts<TimelineEntry>,
  style: Style
): Notice => {
  const told = { ...facts, dates: datesSeenFrom(recorded.recordedAt) }
  const line = lineInWords(recorded.event, told, style, showsOf(recorded.event, told.state))
  const plan = droppedPlan === undefined ? "" : ` The time planned, ${told.dates.dateTime(droppedPlan)}, is dropped.`
  return lineOf({ child, recorded }, `${line}${plan}`, style)
}

export const joinedEntry = ({ child, recorded, sentAt }: Facts<JoinedEntry>, style: Style): Notice =>
  lineOf({ child, recorded }, joinedByUpdate(sentAt, style, datesSeenFrom(recorded.recordedAt)), style)
