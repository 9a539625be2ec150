/**
 * The folded states of children who have something left to do, kept in step with the journal, what is kept of every
 * finished child, and the child that each police reference stands for.
 */
import type { Instant } from "@safe-return/domain/calendar"
import {
  type AmbiguousReference,
  type ChildReference,
  type ChildState,
  emptyChildState,
  evolve,
  fold,
  referencesOnRecord
} from "@safe-return/domain/pathway"
import {
  type ChildStream,
  type FinishedChild,
  type JournalEntry,
  type Opening,
  referenceUse,
  type Tombstone,
  type UnreadableRecord
} from "@safe-return/journal"
import { Option, Result } from "effect"
import { policeReferences } from "./policeReferences.ts"

interface CaseFile {
  /** Of the last entry that was folded. */
  readonly version: number
  /** How many entries were folded: fewer than versions where some cannot be read. */
  readonly folded: number
  /** Up to where in the journal the child's entries are in it, or are known to have been erased. */
  readonly position: number
  /** When the latest of it was recorded, in epoch milliseconds. */
  readonly recordedAt: number
  readonly state: ChildState
}

/** How many finished children's states are kept for a while: a person who looks at one goes on looking. */
const MOST_READ_LATELY = 200

const emptyCaseFile: CaseFile = { version: 0, folded: 0, position: 0, recordedAt: 0, state: emptyChildState }

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
export const caseFiles = (opening: Opening) => {
  const files = new Map<ChildReference, CaseFile>()
  const finished = new Map<ChildReference, FinishedChild>()
  /** Of finished children whose stream was read lately, the latest last. */
  const readLately = new Map<ChildReference, ChildState>()
  const states = new Map<ChildReference, ChildState>()
  const children = referencesOnRecord<ChildReference>()
  const references = policeReferences()
  /** What only a newer version can read, in order of version; no entry where there is none. */
  const unreadable = new Map<ChildReference, ReadonlyArray<UnreadableRecord>>()
  /** Those who are shown as they were heard of, though the journal lost that and went on otherwise. */
  const shownAsHeard = new Set<ChildReference>()
  let snapshot: ReadonlyMap<ChildReference, ChildState> | undefined

  const of = (child: ChildReference): CaseFile => files.get(child) ?? emptyCaseFile

  const hear = (entry: JournalEntry): void => {
    const use = referenceUse(entry)
    if (use !== undefined) references.hear(use)
  }

  const isOnRecord = (child: ChildReference): boolean => states.has(child) || finished.has(child)

  const unreadableOf = (child: ChildReference): ReadonlyArray<UnreadableRecord> => unreadable.get(child) ?? []

  const setState = (child: ChildReference, state: ChildState): void => {
    if (!states.has(child)) children.add(child)
    states.set(child, state)
    snapshot = undefined
  }

  const setUnreadable = (child: ChildReference, records: ReadonlyArray<UnreadableRecord>): void => {
    if (records.length === 0) unreadable.delete(child)
    else {
      children.add(child)
      unreadable.set(
        child,
        records.toSorted((one, other) => one.version - other.version)
      )
    }
  }

  const noteUnreadable = (record: UnreadableRecord): void => {
    const known = unreadableOf(record.child)
    if (known.every(({ position }) => position !== record.position)) setUnreadable(record.child, [...known, record])
  }

  /** Where the stream ends, as far as every version up to there has been heard of. */
  const versionOf = (child: ChildReference): number => {
    let { version } = of(child)
    for (const record of unreadableOf(child)) if (record.version === version + 1) version = record.version
    return version
  }

  /** What is in the journal of the child up to that position is there no longer. */
  const forget = ({ child, lastPosition }: Pick<Tombstone, "child" | "lastPosition">): void => {
    setUnreadable(
      child,
      unreadableOf(child).filter(({ position }) => position > lastPosition)
    )
    if ((finished.get(child) ?? of(child)).position > lastPosition) return
    finished.delete(child)
    readLately.delete(child)
    files.set(child, { ...emptyCaseFile, position: lastPosition })
    states.delete(child)
    if (!unreadable.has(child)) children.remove(child)
    shownAsHeard.delete(child)
    snapshot = undefined
    references.forget(child)
  }

  const add = (entry: JournalEntry): void => {
    const { child, position, recorded } = entry
    if (position <= of(child).position) return
    // A stream begins once, unless it was erased and the child is on record again: that may be heard of first.
    if (entry.version === 1 && of(child).version > 0) forget({ child, lastPosition: position - 1 })
    const before = of(child)
    const next = evolve(before.state, recorded)
    const recordedAt = Math.max(before.recordedAt, recorded.recordedAt)
    files.set(child, { version: entry.version, folded: before.folded + 1, position, recordedAt, state: next })
    setState(child, next)
    shownAsHeard.delete(child)
    hear(entry)
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
    files.set(child, { version, folded: stream.length, position, recordedAt, state })
    finished.delete(child)
    readLately.delete(child)
    setState(child, state)
    stream.forEach(hear)
  }
  for (const [child, stream] of streamsOf(opening.entries)) begin(child, stream)
  for (const one of opening.finished) {
    finished.set(one.child, one)
    children.add(one.child)
    one.references.forEach(references.hear)
  }

  return {
    add,
    forget,
    of,
    versionOf,
    noteUnreadable,
    isFinished: (child: ChildReference): boolean => finished.has(child),
    /** Holds the state of a finished child from now on: something is recorded, or known otherwise, of them. */
    hold: ({ child, entries, unreadable: met = [] }: ChildStream): void => {
      if (!finished.has(child)) return
      if (entries.length > 0) begin(child, entries)
      setUnreadable(child, met)
    },
    /** The state of a finished child whose stream was read lately. */
    stateReadLately: (child: ChildReference): ChildState | undefined => readLately.get(child),
    noteRead: ({ child, entries }: ChildStream): ChildState => {
      const state = fold(entries.map(({ recorded }) => recorded))
      if (finished.has(child)) readLately.set(child, state)
      const [oldest] = readLately.keys()
      if (readLately.size > MOST_READ_LATELY && oldest !== undefined) readLately.delete(oldest)
      return state
    },
    /** How many of the child's entries were folded. */
    countOf: (child: ChildReference): number => finished.get(child)?.version ?? of(child).folded,
    isReadWhole: (child: ChildReference): boolean =>
      of(child).folded === of(child).version && unreadableOf(child).length === 0,
    /** The children with something on record that could not be read. */
    withUnreadable: (): ReadonlyArray<readonly [ChildReference, ReadonlyArray<UnreadableRecord>]> => [...unreadable],
    /** The child's whole stream again, unless more has been heard of meanwhile than was read. */
    replaceStream: ({ child, entries, unreadable: left = [] }: ChildStream): void => {
      if ((entries.at(-1)?.position ?? 0) < of(child).position) return
      setUnreadable(child, left)
      if (entries.length > 0) begin(child, entries)
    },
    /** `before` is what was known before the stream was read. */
    catchUp: ({ child, entries, unreadable: met = [] }: ChildStream, before: CaseFile): void => {
      const isThere = before.version === 0 || entries.some(({ position }) => position === before.position)
      if (!isThere) forget({ child, lastPosition: before.position })
      entries.forEach(add)
      met.forEach(noteUnreadable)
    },
    /** The stream after the journal went back; where it took another way, the child stays in every list for now. */
    standAgain: ({ child, entries, unreadable: left = [] }: ChildStream, isDiffering: boolean): void => {
      const shown = states.get(child)
      setUnreadable(child, left)
      files.delete(child)
      finished.delete(child)
      readLately.delete(child)
      states.delete(child)
      if (entries.length > 0) begin(child, entries)
      if (isDiffering && shown !== undefined) {
        setState(child, shown)
        shownAsHeard.add(child)
      }
      if (!states.has(child) && !unreadable.has(child)) children.remove(child)
      snapshot = undefined
    },
    isShownAsHeard: (child: ChildReference): boolean => shownAsHeard.has(child),
    childOf: references.childOf,
    policeSpellingOf: references.spellingOf,
    /** The child on record under any spelling of this reference; none where it is new. */
    childNamed: (typed: ChildReference): Result.Result<Option.Option<ChildReference>, AmbiguousReference> =>
      isOnRecord(typed) ? Result.succeed(Option.some(typed)) : children.find(typed),
    get: (child: ChildReference) => states.get(child),
    /** The children with something recorded after that moment. */
    recordedOfAfter: (moment: Instant): ReadonlyArray<ChildReference> => [
      ...[...states.keys()].filter((child) => of(child).recordedAt > moment),
      ...[...finished.values()].filter(({ recordedAt }) => recordedAt > moment).map(({ child }) => child)
    ],
    /** Every child with something on record. */
    children: (): ReadonlyArray<ChildReference> => [...states.keys(), ...finished.keys()],
    active: () => {
      snapshot ??= new Map(states)
      return snapshot
    }
  }
}
