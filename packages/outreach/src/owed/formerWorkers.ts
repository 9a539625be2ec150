import {
  type Episode,
  interviewerOf,
  interviewStatus,
  type PathwayEvent,
  type PersonId
} from "@safe-return/domain/pathway"
import type { JournalEntry } from "@safe-return/journal"
import { presentOf } from "../recipients/Roster.ts"
import type { CaseSnapshot } from "./OwedMessage.ts"
import { recipientOf } from "./recipientOf.ts"
import { workersOf } from "./rungRecipients.ts"

type Allocation = Extract<PathwayEvent, { readonly _tag: "WorkerAllocated" | "NobodyAllocated" }>
type AllocationEntry = JournalEntry & { readonly recorded: { readonly event: Allocation } }

const isAllocation = (entry: JournalEntry): entry is AllocationEntry =>
  entry.recorded.event._tag === "WorkerAllocated" || entry.recorded.event._tag === "NobodyAllocated"

const namedIn = ({ recorded: { event } }: AllocationEntry): ReadonlyArray<PersonId> =>
  event._tag === "WorkerAllocated" ? [event.worker, ...(event.alsoWorkers ?? []).map(({ worker }) => worker)] : []

/** Who was sent the alert as the child's worker, or as their cover, by then. */
const alertedBy = ({ delivered }: CaseSnapshot, { id }: Episode, by: JournalEntry): ReadonlyArray<PersonId> =>
  [...delivered.values()].flatMap((delivery) => {
    const person = delivery.key.startsWith(`worker-alert:${id}:`) ? recipientOf(delivery) : undefined
    const isBefore = delivery._tag === "Sent" && delivery.sentAt <= by.recorded.recordedAt
    return person !== undefined && isBefore ? [person] : []
  })

/** Who answered for the child by the profile alone, before the case named a worker. */
const namedByProfile = (
  snapshot: CaseSnapshot,
  episode: Episode,
  allocations: ReadonlyArray<AllocationEntry>
): ReadonlyArray<PersonId> => {
  const place = allocations.findIndex(({ recorded: { event } }) => event.episodeId === episode.id)
  const first = allocations[place]
  const before = (first === undefined ? allocations : allocations.slice(0, place)).at(-1)
  if (before !== undefined) return namedIn(before).slice(0, 1)
  // While nobody else can be told, who had the alert goes on having it.
  if (first === undefined || presentOf(snapshot.there, workersOf(snapshot, episode)).length === 0) return []
  // Brought in from elsewhere, a profile says only by its alerts who it named.
  const alerted = alertedBy(snapshot, episode, first)
  return namedIn(first).some((worker) => alerted.includes(worker)) ? [] : alerted
}

/** Those who were a worker of the child in this episode, and are no longer. */
export const formerWorkers = (snapshot: CaseSnapshot, episode: Episode): ReadonlyArray<PersonId> => {
  const now = workersOf(snapshot, episode)
  const allocations = snapshot.entries.filter(isAllocation)
  const ever = [
    ...allocations.filter(({ recorded: { event } }) => event.episodeId === episode.id).flatMap(namedIn),
    ...namedByProfile(snapshot, episode, allocations)
  ]
  return [...new Set(ever)].filter((worker) => !now.includes(worker))
}

/** Those of them who have no other part in the case: nothing more of it is for them. */
export const leftTheCase = (snapshot: CaseSnapshot, episode: Episode): ReadonlyArray<PersonId> => {
  const others = [
    ...Object.values(snapshot.there.holders).flat(),
    interviewerOf(interviewStatus(snapshot.state, episode))
  ]
  return formerWorkers(snapshot, episode).filter((worker) => !others.includes(worker))
}

/** What replaced a worker who knew of the episode by then; undefined where they were never told of it. */
export const replacedBy = (snapshot: CaseSnapshot, { id }: Episode, worker: PersonId): JournalEntry | undefined => {
  const allocations = snapshot.entries.filter(isAllocation)
  const since = allocations.findLastIndex((entry) => namedIn(entry).includes(worker))
  const toldAt = [...snapshot.delivered.values()].flatMap((delivery) =>
    delivery._tag === "Sent" && delivery.key.split(":").includes(id) && recipientOf(delivery) === worker
      ? [delivery.sentAt]
      : []
  )
  const first = Math.min(...toldAt)
  return allocations.slice(since + 1).find(({ recorded: { recordedAt } }) => first <= recordedAt)
}

/** When a worker who had been replaced got the child back: what they had of it before rang for them then. */
export const allocatedAgain = (
  snapshot: CaseSnapshot,
  episode: Episode,
  worker: PersonId
): AllocationEntry | undefined => {
  const allocations = snapshot.entries.filter(isAllocation)
  return allocations.findLast((entry, place) => {
    const before = allocations[place - 1]
    const isBack = before !== undefined && namedIn(entry).includes(worker) && !namedIn(before).includes(worker)
    return isBack && alertedBy(snapshot, episode, before).includes(worker)
  })
}
