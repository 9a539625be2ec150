/** The children's folded states, kept in step with the journal. */
import { type ChildReference, type ChildState, emptyChildState, evolve } from "@safe-return/domain/pathway"
import type { JournalEntry } from "@safe-return/journal"

interface CaseFile {
  readonly version: number
  readonly state: ChildState
}

const emptyCaseFile: CaseFile = { version: 0, state: emptyChildState }

/** What a police reference stands for, and the event that says so. */
interface Meant {
  readonly child: ChildReference
  readonly position: number
  readonly isReport: boolean
}

/** Which of two counts, in whatever order they are heard of. */
const isAfter = (one: Meant, other: Meant): boolean => {
  if (one.isReport !== other.isReport) return one.isReport
  // A second `missing` is on another child's record only when the first was on the wrong child's.
  return one.isReport ? one.position > other.position : one.position < other.position
}

/** An entry that is heard of twice is folded once. */
export const caseFiles = (entries: ReadonlyArray<JournalEntry>) => {
  const files = new Map<ChildReference, CaseFile>()
  const states = new Map<ChildReference, ChildState>()
  const meant = new Map<string, Meant>()
  let snapshot: ReadonlyMap<ChildReference, ChildState> | undefined
  const add = (entry: JournalEntry) => {
    const { state, version } = files.get(entry.child) ?? emptyCaseFile
    if (entry.version <= version) return
    const next = evolve(state, entry.recorded)
    files.set(entry.child, { version: entry.version, state: next })
    states.set(entry.child, next)
    snapshot = undefined
    const { event } = entry.recorded
    if (event._tag !== "NotificationReceived") return
    const { kind, policeReference } = event.notification
    const meaning = { child: entry.child, position: entry.position, isReport: kind === "missing" }
    const before = meant.get(policeReference)
    if (before === undefined || isAfter(meaning, before)) meant.set(policeReference, meaning)
  }
  entries.forEach(add)
  return {
    add,
    states,
    meant,
    all: () => {
      snapshot ??= new Map(states)
      return snapshot
    },
    of: (child: ChildReference) => files.get(child) ?? emptyCaseFile
  }
}
