/** The children's folded states, kept in step with the journal, and whom each police reference stands for. */
import type { Instant } from "@safe-return/domain/calendar"
import { type ChildReference, type ChildState, emptyChildState, evolve, fold } from "@safe-return/domain/pathway"
import type { ChildStream, JournalEntry, Tombstone } from "@safe-return/journal"
import { policeReferences } from "./policeReferences.ts"

interface CaseFile {
  readonly version: number
  /** Up to where in the journal the child's entries are in it, or are known to have been erased. */
  readonly position: number
  /** When the latest of it was recorded, in epoch milliseconds. */
  readonly recordedAt: number
  readonly state: ChildState
}

const emptyCaseFile: CaseFile = { version: 0, position: 0, recordedAt: 0, state: emptyChildState }

const streamsOf = (entries: ReadonlyArray<JournalEntry>): ReadonlyMap<ChildReference, ReadonlyArray<JournalEntry>> => {
  const streams = new Map<ChildReference, Array<JournalEntry>>()
  for (const entry of entries) {
    const stream = streams.get(entry.child)
    if (stream === undefined) streams.set(entry.child, [entry])
    else stream.push(entry)
  }
  return streams
}

/** An entry that is heard of twice is folded once, and one that was erased by then not at all. */
export const caseFiles = (entries: ReadonlyArray<JournalEntry>) => {
  const files = new Map<ChildReference, CaseFile>()
  const states = new Map<ChildReference, ChildState>()
  const references = policeReferences()
  let snapshot: ReadonlyMap<ChildReference, ChildState> | undefined

  const of = (child: ChildReference): CaseFile => files.get(child) ?? emptyCaseFile

  /** What is in the journal of the child up to that position is there no longer. */
  const forget = ({ child, lastPosition }: Pick<Tombstone, "child" | "lastPosition">): void => {
    if (of(child).position > lastPosition) return
    files.set(child, { ...emptyCaseFile, position: lastPosition })
    states.delete(child)
    snapshot = undefined
    references.forget(child)
  }

  const add = (entry: JournalEntry): void => {
    const { child, position, recorded } = entry
    if (position <= of(child).position) return
    // A stream begins once, unless it was erased and the child is on record anew: that may be heard of first.
    if (entry.version === 1 && of(child).version > 0) forget({ child, lastPosition: position - 1 })
    const before = of(child)
    const next = evolve(before.state, recorded)
    const recordedAt = Math.max(before.recordedAt, recorded.recordedAt)
    files.set(child, { version: entry.version, position, recordedAt, state: next })
    states.set(child, next)
    snapshot = undefined
    references.hear(entry)
  }

  /** The same as adding each, at a third of the cost: a start folds years of them. */
  const begin = (child: ChildReference, entries: ReadonlyArray<JournalEntry>): void => {
    const stream = entries.slice(
      Math.max(
        0,
        entries.findLastIndex(({ version }) => version === 1)
      )
    )
    const { version, position } = stream.at(-1) ?? emptyCaseFile
    const state = fold(stream.map(({ recorded }) => recorded))
    const recordedAt = stream.reduce((latest, { recorded }) => Math.max(latest, recorded.recordedAt), 0)
    files.set(child, { version, position, recordedAt, state })
    states.set(child, state)
    stream.forEach(references.hear)
  }
  for (const [child, stream] of streamsOf(entries)) begin(child, stream)

  return {
    add,
    forget,
    of,
    /** `before` is what was known before the stream was read. */
    catchUp: ({ child, entries }: ChildStream, before: CaseFile): void => {
      const isThere = before.version === 0 || entries[before.version - 1]?.position === before.position
      if (!isThere) forget({ child, lastPosition: before.position })
      entries.forEach(add)
    },
    childOf: references.childOf,
    get: (child: ChildReference) => states.get(child),
    /** Those of whom something was recorded after that moment. */
    recordedOfAfter: (moment: Instant): ReadonlyArray<ChildReference> =>
      [...states.keys()].filter((child) => of(child).recordedAt > moment),
    all: () => {
      snapshot ??= new Map(states)
      return snapshot
    }
  }
}
