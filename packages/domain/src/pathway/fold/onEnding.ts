import type { endingEvents } from "../events/endingEvents.ts"
import type { PlacementEntry } from "../placement.ts"
import { withPlacementEntry } from "../placementsOf.ts"
import { isOpen } from "../standing.ts"
import type { Episode } from "../state.ts"
import { type Stay, withStay } from "../whereabouts.ts"
import type { ChangesOf } from "./change.ts"
import { changeEpisode, type Draft, withItem } from "./draft.ts"
import { withoutEntry } from "./withdrawing.ts"

/** What comes last is added in place: a long list is not copied at each. */
const added = <T>(
  draft: Draft,
  list: ReadonlyArray<T>,
  item: T,
  isLater: (item: T, last: T) => boolean,
  inPlace: (list: ReadonlyArray<T>, item: T) => ReadonlyArray<T>
): ReadonlyArray<T> => {
  const last = list.at(-1)
  return last === undefined || isLater(item, last) ? withItem(draft, list, item) : inPlace(list, item)
}

const isLaterStay = (stay: Stay, last: Stay): boolean => stay.since > last.since

const isLaterMove = ({ movedAt }: PlacementEntry, last: PlacementEntry): boolean =>
  movedAt !== undefined && (last.movedAt === undefined || movedAt > last.movedAt)

export const onEnding: ChangesOf<typeof endingEvents> = {
  WhereaboutsRecorded: (draft, { episodeId, whereabouts, since }) =>
    changeEpisode(draft, episodeId, (episode) => ({
      ...episode,
      stays: added(draft, episode.stays ?? [], { whereabouts, since }, isLaterStay, withStay)
    })),
  ReturnedToRecorded: (draft, { episodeId, returnedTo }) =>
    changeEpisode(draft, episodeId, (episode) => ({ ...episode, returnedTo })),
  AbsenceChanged: (draft, { episodeId, absence, changedAt }) =>
    changeEpisode(draft, episodeId, (episode) => ({
      ...episode,
      absence,
      // What was sent before a person said so does not outweigh it.
      correctedAt: { ...episode.correctedAt, absence: draft.at ?? changedAt },
      earlierStretches: withItem(draft, episode.earlierStretches ?? [], {
        absence: episode.absence,
        until: changedAt
      })
    })),
  PlacementRecorded: (draft, { _tag, episodeId, ...placed }) =>
    changeEpisode(draft, episodeId, (episode) => ({
      ...episode,
      placements: added(draft, episode.placements ?? [], placed, isLaterMove, withPlacementEntry)
    })),
  EntryWithdrawn: (draft, { episodeId, entry }) =>
    changeEpisode(draft, episodeId, (episode) => withoutEntry(episode, entry)),
  ChildDied: (draft, { knownFrom, by }) => {
    draft.death = { knownFrom, by, laterNotifications: draft.death?.laterNotifications ?? [] }
    for (const { id, ...episode } of draft.episodes.items) {
      const isOver = !isOpen({ id, ...episode }) && episode.closure?._tag !== "Died"
      if (isOver) continue
      changeEpisode(draft, id, (own) => ({ ...own, closure: { _tag: "Died", knownFrom } }))
    }
  },
  DeathConfirmed: (draft, { confirmedAt }) => {
    const { death } = draft
    if (death === undefined) return
    draft.death = {
      ...death,
      laterNotifications: death.laterNotifications.map((kept) => ({ lookedAt: confirmedAt, ...kept }))
    }
  },
  DeathTakenBack: (draft, { reason }) => {
    if (draft.death === undefined) return
    draft.death = undefined
    draft.deathTakenBack = reason
    for (const { id, closure } of draft.episodes.items) {
      if (closure?._tag === "Died") changeEpisode(draft, id, ({ closure: _, ...episode }): Episode => episode)
    }
  },
  NotificationAfterDeath: (draft, { _tag, ...kept }) => {
    const { death } = draft
    if (death === undefined) return
    draft.death = { ...death, laterNotifications: withItem(draft, death.laterNotifications, kept) }
  }
}
