/**
 * Everything that should have been said about a child by now, computed afresh from what happened. What was said
 * already is the deliveries' business; comparing the two is the courier's.
 */
import type { Instant } from "@safe-return/domain/calendar"
import { type Reminder, remindersOf } from "@safe-return/domain/deadlines"
import {
  type ChildState,
  type Episode,
  type EpisodeId,
  episodeById,
  interviewStanding,
  isInterviewOwed,
  isOpen,
  unanswered
} from "@safe-return/domain/pathway"
import { type Firing, triggersFired } from "@safe-return/domain/risk"
import type { DeliveryKey } from "@safe-return/journal"
import { Option } from "effect"
import { episodesOf } from "../casework/episodesOf.ts"
import { isPartOf } from "../casework/undecidedTriggers.ts"
import { considerationsAsked } from "../messages/considerationsAsked.ts"
import { earlyFound } from "../messages/earlyFound.ts"
import { episodeCard } from "../messages/episodeCard.ts"
import { interviewerAlert } from "../messages/interviewAssigned.ts"
import { reminder } from "../messages/reminder.ts"
import { timelineEntry } from "../messages/timelineEntry.ts"
import { triggerAlert } from "../messages/triggerAlert.ts"
import { turnedAway } from "../messages/turnedAway.ts"
import { workerAlert } from "../messages/workerAlert.ts"
import { missingAfterAllAlerts } from "./missingAfterAll.ts"
import { type CaseToTell, channel, type OwedMessage, once, type Urgency } from "./OwedMessage.ts"

const cardKey = (id: EpisodeId): DeliveryKey => `card:${id}`

/** Somebody still has something to do about this episode. */
const isLiving = ({ state }: CaseToTell, episode: Episode): boolean => {
  const standing = interviewStanding(state, episode)
  return standing._tag === "NotYetDue" || isInterviewOwed(standing)
}

const hasCard = (told: CaseToTell, episode: Episode): boolean =>
  told.delivered.has(cardKey(episode.id)) || episode.notifiedAt >= told.announceFrom || isLiving(told, episode)

/** The card is what tells the channel that a child is missing. */
const cardUrgency = (episode: Episode): Urgency =>
  episode.progress._tag === "Missing" && isOpen(episode) ? "alert" : "record"

const cards = (told: CaseToTell): ReadonlyArray<OwedMessage> =>
  told.state.episodes
    .filter((episode) => hasCard(told, episode))
    .map((episode) => ({
      ...once(cardKey(episode.id), channel, episodeCard({ ...told, episode }), cardUrgency(episode)),
      keptCurrent: true
    }))

const timeline = (told: CaseToTell): ReadonlyArray<OwedMessage> =>
  told.entries.flatMap(({ version, recorded }) => {
    if (recorded.recordedAt < told.announceFrom) return []
    const [id] = episodesOf(told.state, recorded.event)
    const episode = id === undefined ? undefined : Option.getOrUndefined(episodeById(told.state, id))
    if (episode === undefined || !hasCard(told, episode)) return []
    return Option.toArray(
      Option.map(timelineEntry({ child: told.child, recorded, state: told.state }), (content) =>
        once(`timeline:${version}`, { _tag: "ThreadOf", key: cardKey(episode.id) }, content, "record")
      )
    )
  })

const workerAlerts = (told: CaseToTell): ReadonlyArray<OwedMessage> => {
  const { child, state, allocatedWorker } = told
  if (allocatedWorker === undefined) return []
  return state.episodes
    .filter((episode) => episode.notifiedAt >= told.announceFrom && isLiving(told, episode))
    .map((episode) =>
      once(
        `worker-alert:${episode.id}:${allocatedWorker}`,
        { _tag: "Person", person: allocatedWorker },
        workerAlert({ child, episode }),
        cardUrgency(episode) === "alert" ? "alert" : "task"
      )
    )
}

/** Once the interview is settled, the allocated worker is asked for what they then have to consider. */
const considerationsToAnswer = (told: CaseToTell): ReadonlyArray<OwedMessage> => {
  const { child, state, entries, allocatedWorker, announceFrom } = told
  if (allocatedWorker === undefined) return []
  const settled = entries.flatMap(({ recorded: { recordedAt, event } }) => {
    const isSettled =
      event._tag === "InterviewCompleted" ||
      event._tag === "InterviewNotDone" ||
      (event._tag === "InterviewAnswered" && event.response === "declined")
    return isSettled && recordedAt >= announceFrom ? episodesOf(state, event) : []
  })
  return state.episodes
    .filter((episode) => settled.includes(episode.id) && isOpen(episode))
    .filter((episode) => !isInterviewOwed(interviewStanding(state, episode)))
    .filter(({ considerations = {} }) => unanswered(considerations).length > 0)
    .map((episode) =>
      once(
        `considerations:${episode.id}:${allocatedWorker}`,
        { _tag: "Person", person: allocatedWorker },
        considerationsAsked({ child, episode }),
        "task"
      )
    )
}

/**
 * Whoever has an interview now is told when it is given to them, not by the first reminder. Of several words on it while
 * nothing could be sent, only the last: an earlier one may name a plan that was dropped.
 */
const interviewerAlerts = ({ child, state, entries, announceFrom }: CaseToTell): ReadonlyArray<OwedMessage> =>
  entries.flatMap(({ version, recorded: { recordedAt, event } }) => {
    if (event._tag !== "InterviewAssigned" || recordedAt < announceFrom) return []
    const { interviewer, interviewId } = event
    const isOutOfDate = entries.some(
      ({ version: later, recorded: { event: other } }) =>
        later > version && other._tag === "InterviewAssigned" && other.interviewId === interviewId
    )
    if (isOutOfDate) return []
    const episode = Option.getOrUndefined(episodeById(state, event.episodeIds[0]))
    if (episode === undefined) return []
    const standing = interviewStanding(state, episode)
    const isTheirs = standing._tag === "Assigned" && standing.interview.interviewer === interviewer
    return isTheirs && standing.interview.id === interviewId
      ? [
          once(
            `interviewer-alert:${version}`,
            { _tag: "Person", person: interviewer },
            interviewerAlert({
              child,
              episode,
              interviewer,
              ...(event.plannedFor === undefined ? {} : { plannedFor: event.plannedFor })
            }),
            "task"
          )
        ]
      : []
  })

const reminderKey = ({ episodeId, stage, dueAt }: Reminder): DeliveryKey =>
  `reminder:${episodeId}:${stage._tag === "Breach" ? "breach" : `${stage.hours}h`}:${dueAt}`

/** Of several reminders that fell due while nothing could be sent, only the latest still says something true. */
const reminders = (told: CaseToTell): ReadonlyArray<OwedMessage> => {
  const { child, state, now } = told
  const due = remindersOf(state).filter(({ at }) => at <= now && at >= told.announceFrom)
  return state.episodes.flatMap((episode) => {
    const ofEpisode = due.filter(({ episodeId }) => episodeId === episode.id)
    const latest = ofEpisode.at(-1)
    if (latest === undefined) return []
    const standing = interviewStanding(state, episode)
    const interviewer = standing._tag === "Assigned" ? standing.interview.interviewer : undefined
    const facts = { child, episode, reminder: latest, now, ...(interviewer === undefined ? {} : { interviewer }) }
    const content = reminder(facts)
    const earlier = ofEpisode.slice(0, -1).map(reminderKey)
    const toChannel: OwedMessage = { ...once(reminderKey(latest), channel, content, "statutory"), supersedes: earlier }
    if (interviewer === undefined) return [toChannel]
    const to = (key: DeliveryKey): DeliveryKey => `${key}:${interviewer}`
    const toInterviewer = once(to(reminderKey(latest)), { _tag: "Person", person: interviewer }, content, "statutory")
    return [toChannel, { ...toInterviewer, supersedes: earlier.map(to) }]
  })
}

const triggerKey = ({ key }: Firing): DeliveryKey => `trigger:${key}`

/** Of firings that grew while nothing could be sent, or by a late notification, only the one with most evidence. */
const triggers = (told: CaseToTell): ReadonlyArray<OwedMessage> => {
  const { child, state, now, announceFrom, allocatedWorker, facts = {} } = told
  const news = triggersFired(state, { now, facts }).filter(
    (firing) => firing.mayGoToChat && firing.metAt >= announceFrom
  )
  const whole = news.filter((firing) => !news.some((other) => isPartOf(firing, other)))
  return whole.flatMap((firing) => {
    const content = triggerAlert({ child, firing, state })
    const urgency = firing.level === "must" ? "statutory" : "task"
    const parts = news.filter((other) => isPartOf(other, firing)).map(triggerKey)
    const toChannel: OwedMessage = { ...once(triggerKey(firing), channel, content, urgency), supersedes: parts }
    if (allocatedWorker === undefined) return [toChannel]
    const to = (key: DeliveryKey): DeliveryKey => `${key}:${allocatedWorker}`
    const toWorker = once(to(triggerKey(firing)), { _tag: "Person", person: allocatedWorker }, content, urgency)
    return [toChannel, { ...toWorker, supersedes: parts.map(to) }]
  })
}

/** News of a report that has not come itself: MASH is told at once, and chases it. */
const early = ({ child, state, entries, announceFrom }: CaseToTell): ReadonlyArray<OwedMessage> =>
  entries.flatMap(({ version, recorded: { recordedAt, event } }) => {
    if (event._tag !== "NotificationReceived" || event.episodeId !== undefined || recordedAt < announceFrom) return []
    const { notification } = event
    const isWaiting = state.early.some(({ policeReference }) => policeReference === notification.policeReference)
    return isWaiting && notification.kind !== "missing"
      ? [once(`early:${version}`, channel, earlyFound({ child, notification }), "alert")]
      : []
  })

/** Refused to the police's system, which may tell nobody: people are told, so that somebody rings. */
const turnedAwayNews = ({ child, entries, announceFrom }: CaseToTell): ReadonlyArray<OwedMessage> =>
  entries.flatMap(({ version, recorded: { recordedAt, event } }) =>
    event._tag === "NotificationTurnedAway" && recordedAt >= announceFrom
      ? [once(`turned-away:${version}`, channel, turnedAway({ child, notification: event.notification }), "alert")]
      : []
  )

/** In the order in which it should reach people: where the child is first, paperwork last. */
export const owedMessages = (told: CaseToTell): ReadonlyArray<OwedMessage> => [
  ...cards(told),
  ...workerAlerts(told),
  ...missingAfterAllAlerts(told),
  ...early(told),
  ...turnedAwayNews(told),
  ...triggers(told),
  ...reminders(told),
  ...interviewerAlerts(told),
  ...considerationsToAnswer(told),
  ...timeline(told)
]

/** When the next reminder of this child falls due; none when none is to come. */
export const nextReminderAt = (state: ChildState, now: Instant): Option.Option<Instant> =>
  Option.map(Option.fromNullishOr(remindersOf(state).find(({ at }) => at > now)), ({ at }) => at)
