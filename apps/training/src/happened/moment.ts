/** The moment to explain, found from the newest thing that happened or from a message by its delivery key. */

import { episodesOf } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { type ChildReference, type ChildState, type Episode, type EpisodeId, fold } from "@safe-return/domain/pathway"
import type { Delivery, DeliveryKey, JournalEntry } from "@safe-return/journal"
import { messageKindOf } from "@safe-return/outreach"

/** Everything recorded about one child, in order, and everything said of it. */
export interface CaseRecord {
  readonly child: ChildReference
  readonly entries: ReadonlyArray<JournalEntry>
  readonly delivered: ReadonlyMap<DeliveryKey, Delivery>
}

export interface Moment {
  readonly record: CaseRecord
  /** Recorded together in this moment; none when only time passed. */
  readonly fresh: ReadonlyArray<JournalEntry>
  /** Recorded up to and including this moment. */
  readonly upTo: ReadonlyArray<JournalEntry>
  readonly before: ChildState
  readonly after: ChildState
  readonly episode: Episode | undefined
  readonly at: Instant
  /** The message that is explained, when it is one. */
  readonly key?: DeliveryKey
}

const stateOf = (entries: ReadonlyArray<JournalEntry>): ChildState => fold(entries.map(({ recorded }) => recorded))

/** What one command recorded carries one time and one name. */
const recordedWith = (entries: ReadonlyArray<JournalEntry>, one: JournalEntry): ReadonlyArray<JournalEntry> =>
  entries.filter(
    ({ recorded }) => recorded.recordedAt === one.recorded.recordedAt && recorded.recordedBy === one.recorded.recordedBy
  )

const momentOf = (
  record: CaseRecord,
  upTo: ReadonlyArray<JournalEntry>,
  fresh: ReadonlyArray<JournalEntry>,
  at: Instant,
  about: { readonly key?: DeliveryKey; readonly episode?: EpisodeId } = {}
): Moment => {
  const after = stateOf(upTo)
  const ids =
    about.episode === undefined ? fresh.flatMap((entry) => episodesOf(after, entry.recorded.event)) : [about.episode]
  const first = fresh[0]?.version ?? Number.POSITIVE_INFINITY
  return {
    record,
    fresh,
    upTo,
    before: stateOf(upTo.filter(({ version }) => version < first)),
    after,
    episode: after.episodes.find(({ id }) => ids.includes(id)),
    at,
    ...definedFields({ key: about.key })
  }
}

/** The moment in which this entry was recorded. */
export const momentOfEntry = (record: CaseRecord, entry: JournalEntry, key?: DeliveryKey): Moment => {
  const fresh = recordedWith(record.entries, entry)
  const last = Math.max(...fresh.map(({ version }) => version))
  const upTo = record.entries.filter(({ version }) => version <= last)
  return momentOf(record, upTo, fresh, entry.recorded.recordedAt, key === undefined ? {} : { key })
}

/** When a message was sent or last brought up to date, begun, or set aside. */
export const whenOf = (delivery: Delivery): Instant =>
  delivery._tag === "Sent" ? delivery.sentAt : delivery._tag === "Claimed" ? delivery.claimedAt : delivery.at

/** Messages that are sent because a time was reached, not because something was recorded. */
export const isSentByTime = (key: DeliveryKey): boolean => messageKindOf(key) === "reminder"

/** What a message says was known when it was sent; a card, when it was last brought up to date. */
export const momentOfDelivery = (record: CaseRecord, delivery: Delivery): Moment | undefined => {
  const { key } = delivery
  const version = Number(key.split(":")[1])
  const named = record.entries.find((entry) => entry.version === version)
  if (named !== undefined) return momentOfEntry(record, named, key)

  const at = whenOf(delivery)
  const upTo = record.entries.filter(({ recorded }) => recorded.recordedAt <= at)
  const last = upTo.at(-1)
  if (last === undefined) return undefined
  // The last of several, because a trigger rests on the episode that completed it.
  const episode = stateOf(upTo).episodes.findLast(({ id }) => key.includes(id))?.id
  const about = { key, ...definedFields({ episode }) }
  if (isSentByTime(key)) return momentOf(record, upTo, [], at, about)
  const opening = upTo.find(({ recorded: { event } }) => event._tag === "EpisodeOpened" && event.episodeId === episode)
  const cause = messageKindOf(key) === "worker-alert" ? (opening ?? last) : last
  return momentOf(record, upTo, recordedWith(upTo, cause), at, about)
}
