/** The card of each episode, and its thread. */

import { episodesOf } from "@safe-return/casework"
import {
  type Episode,
  type EpisodeId,
  episodeById,
  interviewerOf,
  interviewStatus,
  isInterviewOwed,
  isOpen,
  type PathwayEvent,
  type RecordedEvent
} from "@safe-return/domain/pathway"
import type { JournalEntry } from "@safe-return/journal"
import { Option } from "effect"
import type { CardMessage, EpisodeCard } from "../message/cardMessages.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import { absenceOf } from "../recipients/InterviewerAbsence.ts"
import { alertStandingOf } from "./alertStanding.ts"
import { alertUrgency, type CaseSnapshot, channel, type OwedMessage, once, type Urgency } from "./OwedMessage.ts"
import { timelineEntryOf } from "./timelineEntryOf.ts"

const cardKey = (id: EpisodeId): MessageKey => `card:${id}`

/** No interview is owed of an unborn child; their mother is looked for as any child is. */
const isMotherMissing = ({ death }: CaseSnapshot["state"], episode: Episode): boolean =>
  death === undefined && episode.unborn !== undefined && episode.progress._tag === "Missing" && isOpen(episode)

/** A person still has something to do about this episode. */
export const isLiving = ({ state }: Pick<CaseSnapshot, "state">, episode: Episode): boolean => {
  const standing = interviewStatus(state, episode)
  return standing._tag === "NotYetDue" || isInterviewOwed(standing) || isMotherMissing(state, episode)
}

const hasCard = (snapshot: CaseSnapshot, episode: Episode): boolean =>
  snapshot.delivered.has(cardKey(episode.id)) ||
  episode.notifiedAt >= snapshot.announceFrom ||
  isLiving(snapshot, episode)

/** What tells people that a child is missing goes before all else. */
export const cardUrgency = (episode: Episode): Urgency =>
  episode.progress._tag === "Missing" && isOpen(episode) ? alertUrgency(episode, "new-child") : "record"

const cardOf = (snapshot: CaseSnapshot, episode: Episode): EpisodeCard => {
  const { child, state, allocatedWorker, togetherWith, calendars, now, there } = snapshot
  const absence = absenceOf(there, interviewerOf(interviewStatus(state, episode)))
  const alert = alertStandingOf(snapshot, episode)
  const movedTo = snapshot.movedTo?.get(episode.id)
  return {
    _tag: "EpisodeCard",
    child,
    state,
    episode,
    calendars,
    now,
    ...(allocatedWorker === undefined ? {} : { allocatedWorker }),
    ...(togetherWith === undefined ? {} : { togetherWith }),
    ...(movedTo === undefined ? {} : { movedTo }),
    ...(alert === undefined ? {} : { alert }),
    ...(absence === undefined ? {} : { absence })
  }
}

export const cards = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> =>
  snapshot.state.episodes
    .filter((episode) => hasCard(snapshot, episode))
    .map((episode) => ({
      ...once(cardKey(episode.id), channel, () => cardOf(snapshot, episode), cardUrgency(episode), episode.notifiedAt),
      keptCurrent: true
    }))

/** What was still to be said of a child who died stays unsaid: when they were found, say, or back. */
const isOfDeath = ({ _tag }: PathwayEvent): boolean =>
  _tag === "ChildDied" || _tag === "DeathConfirmed" || _tag === "NotificationAfterDeath"

/** In the thread of an episode's card, where it has one; a line that is there stays as it is. */
const lineIn = (
  snapshot: CaseSnapshot,
  { recordedAt }: RecordedEvent,
  { key, id, message }: { readonly key: MessageKey; readonly id: EpisodeId; readonly message: CardMessage }
): ReadonlyArray<OwedMessage> => {
  const episode = Option.getOrUndefined(episodeById(snapshot.state, id))
  if (episode === undefined || !hasCard(snapshot, episode) || snapshot.delivered.get(key)?._tag === "Sent") return []
  return [once(key, { _tag: "ThreadOf", key: cardKey(id) }, () => message, "record", recordedAt)]
}

/** The time planned for an interview that this entry left with nobody. */
const droppedPlanAt = ({ entries }: CaseSnapshot, { version, recorded: { event } }: JournalEntry) => {
  if (event._tag !== "InterviewUnassigned") return {}
  const before = entries.findLast(
    ({ version: earlier, recorded: { event: given } }) =>
      earlier < version && given._tag === "InterviewAssigned" && given.interviewId === event.interviewId
  )?.recorded.event
  return before?._tag === "InterviewAssigned" && before.plannedFor !== undefined
    ? { droppedPlan: before.plannedFor }
    : {}
}

export const timeline = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> =>
  snapshot.entries.flatMap((entry) => {
    const { version, recorded } = entry
    const key: MessageKey = `timeline:${version}`
    if (recorded.recordedAt < snapshot.announceFrom) return []
    if (snapshot.state.death !== undefined && !isOfDeath(recorded.event)) return []
    const { child, state, calendars } = snapshot
    const { event } = recorded
    const joined =
      event._tag === "EpisodesMerged" && event.sentAt !== undefined
        ? lineIn(snapshot, recorded, {
            key: `${key}:${event.duplicateId}`,
            id: event.duplicateId,
            message: { _tag: "JoinedEntry", child, recorded, sentAt: event.sentAt }
          })
        : []
    if (snapshot.delivered.get(key)?._tag === "Sent") return joined
    const [id] = episodesOf(state, event)
    const message = timelineEntryOf({ child, recorded, state, calendars, ...droppedPlanAt(snapshot, entry) })
    if (id === undefined || message === undefined) return joined
    return [...lineIn(snapshot, recorded, { key, id, message }), ...joined]
  })
