/** The card of each episode, and its thread. */
import {
  type Episode,
  type EpisodeId,
  episodeById,
  interviewStanding,
  isInterviewOwed,
  isOpen,
  type PathwayEvent,
  type RecordedEvent
} from "@safe-return/domain/pathway"
import type { DeliveryKey } from "@safe-return/journal"
import { Option } from "effect"
import { episodesOf } from "../casework/episodesOf.ts"
import { episodeCard } from "../messages/episodeCard.ts"
import type { MessageContent } from "../messages/MessageContent.ts"
import { joinedEntry, timelineEntry } from "../messages/timelineEntry.ts"
import { alertStandingOf } from "./climbing.ts"
import { alertUrgency, type CaseToTell, channel, type OwedMessage, once, type Urgency } from "./OwedMessage.ts"

const cardKey = (id: EpisodeId): DeliveryKey => `card:${id}`

/** No interview is owed of an unborn child; their mother is looked for as any child is. */
const isMotherMissing = ({ death }: CaseToTell["state"], episode: Episode): boolean =>
  death === undefined && episode.unborn !== undefined && episode.progress._tag === "Missing" && isOpen(episode)

/** Somebody still has something to do about this episode. */
export const isLiving = ({ state }: CaseToTell, episode: Episode): boolean => {
  const standing = interviewStanding(state, episode)
  return standing._tag === "NotYetDue" || isInterviewOwed(standing) || isMotherMissing(state, episode)
}

const hasCard = (told: CaseToTell, episode: Episode): boolean =>
  told.delivered.has(cardKey(episode.id)) || episode.notifiedAt >= told.announceFrom || isLiving(told, episode)

/** What tells people that a child is missing goes before all else. */
export const cardUrgency = (episode: Episode): Urgency =>
  episode.progress._tag === "Missing" && isOpen(episode) ? alertUrgency(episode, "new-child") : "record"

export const cards = (told: CaseToTell): ReadonlyArray<OwedMessage> =>
  told.state.episodes
    .filter((episode) => hasCard(told, episode))
    .map((episode) => {
      const content = () => {
        const alert = alertStandingOf(told, episode)
        return episodeCard({ ...told, episode, ...(alert === undefined ? {} : { alert }) })
      }
      return {
        ...once(cardKey(episode.id), channel, content, cardUrgency(episode), episode.notifiedAt),
        keptCurrent: true
      }
    })

/** What was still to be said of a child who died stays unsaid: when they were found, say, or back. */
const isOfDeath = ({ _tag }: PathwayEvent): boolean =>
  _tag === "ChildDied" || _tag === "DeathConfirmed" || _tag === "NotificationAfterDeath"

/** In the thread of an episode's card, where it has one; a line that is there stays as it is. */
const lineIn = (
  told: CaseToTell,
  { recordedAt }: RecordedEvent,
  { key, id, content }: { readonly key: DeliveryKey; readonly id: EpisodeId; readonly content: MessageContent }
): ReadonlyArray<OwedMessage> => {
  const episode = Option.getOrUndefined(episodeById(told.state, id))
  if (episode === undefined || !hasCard(told, episode) || told.delivered.get(key)?._tag === "Sent") return []
  return [once(key, { _tag: "ThreadOf", key: cardKey(id) }, () => content, "record", recordedAt)]
}

export const timeline = (told: CaseToTell): ReadonlyArray<OwedMessage> =>
  told.entries.flatMap(({ version, recorded }) => {
    const key: DeliveryKey = `timeline:${version}`
    if (recorded.recordedAt < told.announceFrom) return []
    if (told.state.death !== undefined && !isOfDeath(recorded.event)) return []
    const joined = Option.match(joinedEntry(told.child, recorded), {
      onNone: () => [],
      onSome: ({ duplicateId: id, content }) => lineIn(told, recorded, { key: `${key}:${id}`, id, content })
    })
    if (told.delivered.get(key)?._tag === "Sent") return joined
    const [id] = episodesOf(told.state, recorded.event)
    if (id === undefined) return joined
    const own = Option.match(timelineEntry({ ...told, recorded }), {
      onNone: () => [],
      onSome: (content) => lineIn(told, recorded, { key, id, content })
    })
    return [...own, ...joined]
  })
