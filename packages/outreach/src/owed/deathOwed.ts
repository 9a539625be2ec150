/** Who is told of a child's death, that it was taken back, and of a report that came after it. */
import type { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { allocatedWorkers, isOpen, latestEpisode, type PersonId } from "@safe-return/domain/pathway"
import type { JournalEntry } from "@safe-return/journal"
import { Option } from "effect"
import type { MessageKey } from "../message/messageKinds.ts"
import { presentHolders, recipientsFor } from "../recipients/Roster.ts"
import { isLookedFor } from "./acknowledgement.ts"
import { alertedOf, alertKinds } from "./alerted.ts"
import { leftTheCase } from "./formerWorkers.ts"
import {
  type CaseSnapshot,
  channel,
  includeExistingRecipients,
  type OwedMessage,
  once,
  whenAsked
} from "./OwedMessage.ts"
import { recipientOf } from "./recipientOf.ts"

const rolesTold = ["missing-coordinator", "team-manager", "head-of-service"] as const

/** The entry by which the death that stands was first recorded: a corrected day is no news. */
const entryOfDeath = ({ entries }: CaseSnapshot): JournalEntry | undefined => {
  const lastBack = entries.findLastIndex(({ recorded: { event } }) => event._tag === "DeathTakenBack")
  return entries.slice(lastBack + 1).find(({ recorded: { event } }) => event._tag === "ChildDied")
}

const workersOf = ({ state, allocatedWorker }: CaseSnapshot): ReadonlyArray<PersonId> => [
  ...(allocatedWorker === undefined ? [] : [allocatedWorker]),
  ...state.episodes.flatMap((episode) => (episode.closure?._tag === "Died" ? allocatedWorkers(episode) : []))
]

/** Who had an interview of theirs still to carry out. */
const interviewersOf = ({ state }: CaseSnapshot): ReadonlyArray<PersonId> => {
  const ended = state.episodes.flatMap(({ id, closure }) => (closure?._tag === "Died" ? [id] : []))
  return state.interviews.flatMap(({ interviewer, completed, notDone, episodeIds }) =>
    interviewer !== undefined &&
    completed === undefined &&
    notDone === undefined &&
    episodeIds.some((id) => ended.includes(id))
      ? [interviewer]
      : []
  )
}

/** Who was alerted of a child that is looked for, and may be acting. */
const alertedPeople = (snapshot: CaseSnapshot): ReadonlyArray<PersonId> =>
  snapshot.state.episodes.flatMap((episode) => {
    if (episode.closure?._tag !== "Died" || episode.progress._tag !== "Missing") return []
    const former = leftTheCase(snapshot, episode)
    return alertedOf(snapshot, episode).people.filter(
      (person) => !former.includes(person) && snapshot.there.canBeTold(person)
    )
  })

/** To each of those who must know, once. */
export const deathNotices = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { child, state, there, announceFrom } = snapshot
  const { death } = state
  const entry = entryOfDeath(snapshot)
  if (death === undefined || entry === undefined || entry.recorded.recordedAt < announceFrom) return []
  const keyed: MessageKey = `death:${entry.version}`
  const at = entry.recorded.recordedAt
  const workers = [...workersOf(snapshot), ...interviewersOf(snapshot)].flatMap((person) =>
    recipientsFor({ ...snapshot, person, key: `${keyed}:${person}`, at })
  )
  const people = [...workers, ...rolesTold.flatMap((role) => presentHolders(there, role)), ...alertedPeople(snapshot)]
  const message = whenAsked(() => ({ _tag: "DeathNotice", child, death }))
  return [...new Set(people)].map((person) =>
    once(`${keyed}:${person}`, { _tag: "Person", person }, message, "required", at)
  )
}

/** Who an alert that rang when the death was taken back, or rings now, tells that the record was wrong. */
const alertedSince = (
  { delivered }: CaseSnapshot,
  alerts: ReadonlyArray<OwedMessage>,
  takenBackAt: Instant
): ReadonlyArray<PersonId> => [
  ...[...delivered.values()].flatMap((delivery) => {
    const isAlert = alertKinds.has(delivery.key.split(":")[0] ?? "")
    const person =
      isAlert && delivery._tag === "Sent" && delivery.sentAt >= takenBackAt ? recipientOf(delivery) : undefined
    return person ?? []
  }),
  ...alerts.flatMap(({ key, place }) => (place._tag === "Person" && !delivered.has(key) ? [place.person] : []))
]

/**
 * To each who was told of the death, as soon as it turns out to be wrong.
 *
 * @param alerts who is alerted of the child besides, and reads it there
 */
export const deathsTakenBack = (
  snapshot: CaseSnapshot,
  alerts: ReadonlyArray<OwedMessage>
): ReadonlyArray<OwedMessage> => {
  const { child, state, entries, announceFrom, now } = snapshot
  const open = state.episodes.filter((one) => isOpen(one) && one.progress._tag !== "Cancelled")
  const episode = open.find((one) => isLookedFor(state, one)) ?? open.at(-1)
  const message = whenAsked(() => ({ _tag: "DeathWithdrawal", child, state, now, ...definedFields({ episode }) }))
  return entries.flatMap(({ version, recorded: { recordedAt, event } }, place) => {
    if (event._tag !== "DeathTakenBack" || recordedAt < announceFrom) return []
    const before = entries.slice(0, place)
    const lastBack = before.findLastIndex(({ recorded }) => recorded.event._tag === "DeathTakenBack")
    const death = before.slice(lastBack + 1).find(({ recorded }) => recorded.event._tag === "ChildDied")
    if (death === undefined) return []
    const alerted = alertedSince(snapshot, alerts, recordedAt)
    return includeExistingRecipients(snapshot, `death:${death.version}`, []).flatMap((person) => {
      const key: MessageKey = `death-taken-back:${version}:${person}`
      if (alerted.includes(person) && !snapshot.delivered.has(key)) return []
      const withdrawal = once(key, { _tag: "Person", person }, message, "required", recordedAt)
      return [{ ...withdrawal, keptCurrent: true }]
    })
  })
}

/** The child may be alive: MASH in the channel, and the co-ordinators and managers, who act on it. */
export const reportsToLookAt = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { child, state, entries, there, announceFrom } = snapshot
  const episode = Option.getOrUndefined(latestEpisode(state))
  if (state.death === undefined || episode === undefined) return []
  return entries.flatMap(({ version, recorded: { recordedAt, event } }) => {
    if (event._tag !== "NotificationAfterDeath" || event.notification.kind !== "missing") return []
    if (recordedAt < announceFrom) return []
    const kept = state.death?.laterNotifications.find(
      ({ notification }) =>
        notification.policeReference === event.notification.policeReference && notification.kind === "missing"
    )
    const key: MessageKey = `after-death:${version}`
    if (kept === undefined || (kept.lookedAt !== undefined && !snapshot.delivered.has(key))) return []
    const message = whenAsked(() => ({ _tag: "ReportAfterDeath", child, episodeId: episode.id, report: kept }))
    const holders = (["missing-coordinator", "team-manager"] as const).flatMap((role) => presentHolders(there, role))
    const people = includeExistingRecipients(snapshot, key, kept.lookedAt === undefined ? holders : [])
    return [
      { ...once(key, channel, message, "alert", recordedAt), keptCurrent: true },
      ...people.map((person) => ({
        ...once(`${key}:${person}`, { _tag: "Person", person } as const, message, "alert", recordedAt),
        keptCurrent: true
      }))
    ]
  })
}
