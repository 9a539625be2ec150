/** That two records are one disappearance, to those who were told of the one that no longer counts. */

import { type EpisodeId, episodeById, type PersonId } from "@safe-return/domain/pathway"
import type { Delivery, JournalEntry } from "@safe-return/journal"
import { Option } from "effect"
import type { MessageKey } from "../message/messageKinds.ts"
import { recipientsFor } from "../recipients/Roster.ts"
import { type CaseSnapshot, includeExistingRecipients, type OwedMessage, once, whenAsked } from "./OwedMessage.ts"
import { recipientOf } from "./recipientOf.ts"

const personIn = (delivery: Delivery): ReadonlyArray<PersonId> => {
  const person = recipientOf(delivery)
  return person === undefined ? [] : [person]
}

/** Everyone who was sent something about this episode, or was told that they have its interview. */
const toldOf = (
  { delivered }: CaseSnapshot,
  id: EpisodeId,
  before: ReadonlyArray<JournalEntry>
): ReadonlyArray<PersonId> => {
  const assigned = before.flatMap(({ version, recorded: { event } }) =>
    event._tag === "InterviewAssigned" && event.episodeIds.includes(id) ? [{ version, to: event.interviewer }] : []
  )
  return [...delivered.values()].flatMap((delivery) => {
    const [kind, ...parts] = delivery.key.split(":")
    if (parts.includes(id)) return personIn(delivery)
    const given = kind === "interviewer-alert" ? assigned.find(({ version }) => parts[0] === `${version}`) : undefined
    if (given === undefined || delivery._tag !== "Sent") return []
    // To the interviewer it goes without their name in the key.
    return parts.length === 1 ? [given.to] : personIn(delivery)
  })
}

/** Told once for each joining that stands; the other record's own messages say what to do. */
export const joinedNews = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { child, state, entries, announceFrom } = snapshot
  return entries.flatMap(({ version, recorded: { event, recordedAt, recordedBy } }, place) => {
    if (event._tag !== "EpisodesMerged" || recordedAt < announceFrom) return []
    const duplicate = Option.getOrUndefined(episodeById(state, event.duplicateId))
    const kept = Option.getOrUndefined(episodeById(state, event.episodeId))
    const { progress } = duplicate ?? {}
    const isJoined = progress?._tag === "Cancelled" && progress.duplicateOf === event.episodeId
    if (duplicate === undefined || kept === undefined || !isJoined) return []
    const key: MessageKey = `joined:${version}:${duplicate.id}:${kept.id}`
    // Nobody is told what they did, and who has both records' messages sees it in place where a person joined them.
    const keptWith = new Set(toldOf(snapshot, kept.id, entries.slice(0, place)))
    const people = toldOf(snapshot, duplicate.id, entries.slice(0, place)).filter(
      (person) => person !== recordedBy && (event.sentAt !== undefined || !keptWith.has(person))
    )
    const message = whenAsked(() => ({ _tag: "RecordsJoined", child, state, duplicate, kept, event }))
    const readers = [...new Set(people)].flatMap((person) =>
      recipientsFor({ ...snapshot, person, key: `${key}:${person}`, at: recordedAt })
    )
    // Who has it goes on to read how the child is, whatever else they are sent.
    return includeExistingRecipients(snapshot, key, readers).map((person) => ({
      ...once(`${key}:${person}`, { _tag: "Person", person } as const, message, "task", recordedAt),
      keptCurrent: true
    }))
  })
}
