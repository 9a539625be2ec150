/** What people were asked to decide on, and a person corrected or withdrew: who did so, and when. */
import type { Instant } from "@safe-return/domain/calendar"
import { fold, type PathwayEvent, type PersonId } from "@safe-return/domain/pathway"
import { type Firing, triggersFired } from "@safe-return/domain/risk"
import type { JournalEntry } from "@safe-return/journal"
import type { CaseSnapshot } from "./OwedMessage.ts"

export interface GroundTaken {
  readonly entry: JournalEntry
  readonly by: PersonId
  readonly at: Instant
  readonly firing: Firing
}

const takesBack: ReadonlySet<PathwayEvent["_tag"]> = new Set([
  "InterviewCorrected",
  "InterviewFactWithdrawn",
  "InterviewNarrowed",
  "InterviewRecorded",
  "EpisodeCorrected"
] as const)

/** What stood before an entry never changes: to judge every rule twice is the dear part. */
const judged = new WeakMap<JournalEntry, ReadonlyArray<Firing>>()

const isSame = (one: Firing) => (other: Firing) => other.key === one.key || other.formerKeys?.includes(one.key) === true

const takenBy = ({ entries, facts = {}, calendars }: CaseSnapshot, place: number): ReadonlyArray<Firing> => {
  const entry = entries[place]
  if (entry === undefined) return []
  const known = judged.get(entry)
  if (known !== undefined) return known
  const now = entry.recorded.recordedAt
  const firedBy = (end: number) =>
    triggersFired(fold(entries.slice(0, end).map(({ recorded }) => recorded)), { now, facts, calendars })
  const after = firedBy(place + 1)
  const taken = firedBy(place).filter((firing) => !after.some(isSame(firing)))
  judged.set(entry, taken)
  return taken
}

/** Each trigger that stood until a person took away what it rested on, in the order in which they did. */
export const groundsTaken = (snapshot: CaseSnapshot): ReadonlyArray<GroundTaken> =>
  snapshot.entries.flatMap((entry, place) => {
    const { event, recordedAt, recordedBy } = entry.recorded
    if (!takesBack.has(event._tag) || recordedAt < snapshot.announceFrom) return []
    return takenBy(snapshot, place).map((firing) => ({ entry, by: recordedBy, at: recordedAt, firing }))
  })

const mayBringBack: ReadonlySet<PathwayEvent["_tag"]> = new Set([
  ...takesBack,
  "InterviewCompleted",
  "FurtherSessionHeld"
] as const)

/** What made a trigger stand again that had been taken away: it is owed a decision as a new one. */
export const standsAgain = (snapshot: CaseSnapshot, firing: Firing): JournalEntry | undefined => {
  const taken = groundsTaken(snapshot).findLast(
    ({ firing: before }) => isSame(firing)(before) || isSame(before)(firing)
  )
  if (taken === undefined) return undefined
  const { entries, facts = {}, calendars } = snapshot
  return entries.find(({ version, recorded: { event, recordedAt: now } }, place) => {
    if (version <= taken.entry.version || !mayBringBack.has(event._tag)) return false
    const state = fold(entries.slice(0, place + 1).map(({ recorded }) => recorded))
    return triggersFired(state, { now, facts, calendars }).some(isSame(firing))
  })
}
