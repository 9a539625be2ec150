/** What joins a child's strands: links between two references, and what other systems' tables say of one. */
import { PupilReference } from "@safe-return/domain/education"
import { RecordedJoinedUpEvent } from "@safe-return/domain/joinedUp"
import { ChildReference, EventId, referenceKey } from "@safe-return/domain/pathway"
import { Context, type Effect, Result, Schema } from "effect"
import { EventIdUsed, type JournalUnavailable, VersionConflict } from "./Journal.ts"
import { idUsedTwice, recordedBefore } from "./repeatedAppend.ts"

/** The references a stream is about: one, or for a link both. It is erased with either. */
export const StreamReferences = Schema.Struct({
  education: Schema.optionalKey(PupilReference),
  socialCare: Schema.optionalKey(ChildReference)
})
export type StreamReferences = typeof StreamReferences.Type

/** An event, under an id that names it for good. */
export const JoinedUpEntry = Schema.Struct({ id: EventId, recorded: RecordedJoinedUpEvent })
export type JoinedUpEntry = typeof JoinedUpEntry.Type

export interface JoinedUpStream {
  /** As they were written first; as they were asked for where nothing is recorded. */
  readonly about: StreamReferences
  /** How many events there are; 0 for a stream with no records. */
  readonly version: number
  readonly entries: ReadonlyArray<JoinedUpEntry>
}

/** The references' keys, one for every spelling; blank where the stream is about none of that system. */
export const keysOf = ({ education, socialCare }: StreamReferences) => ({
  education: education === undefined ? "" : referenceKey(education),
  socialCare: socialCare === undefined ? "" : referenceKey(socialCare)
})

/** The stream with these events at its end; as it is, where the very same append recorded them before. */
export const withJoinedUpEntries = (
  stream: JoinedUpStream,
  expected: number,
  added: ReadonlyArray<JoinedUpEntry>
): Result.Result<JoinedUpStream, EventIdUsed | VersionConflict> => {
  const { about, version, entries } = stream
  const child = about.education ?? about.socialCare ?? ""
  if (recordedBefore(entries, added) !== undefined) return Result.succeed(stream)
  const used = idUsedTwice((id) => entries.some((entry) => entry.id === id), added)
  if (used !== undefined) return Result.fail(new EventIdUsed({ id: used, child }))
  if (version !== expected) return Result.fail(new VersionConflict({ child, expected, actual: version }))
  return Result.succeed({ about, version: version + added.length, entries: [...entries, ...added] })
}

export class JoinedUpRecords extends Context.Service<
  JoinedUpRecords,
  {
    /**
     * Adds events to the end of a stream, all or none, and returns it once they are durable. The same append once more
     * adds nothing. References name one stream however they are written.
     */
    readonly append: (
      about: StreamReferences,
      expectedVersion: number,
      events: ReadonlyArray<JoinedUpEntry>
    ) => Effect.Effect<JoinedUpStream, EventIdUsed | VersionConflict | JournalUnavailable>
    /** Fails where a newer version recorded what cannot be read. */
    readonly read: (about: StreamReferences) => Effect.Effect<JoinedUpStream, JournalUnavailable>
    /** Every stream that names this reference, alone or beside another, in the order of their references. */
    readonly naming: (
      one: { readonly education: PupilReference } | { readonly socialCare: ChildReference }
    ) => Effect.Effect<ReadonlyArray<JoinedUpStream>, JournalUnavailable>
    /** Every stream, in the order of their references; fails where one cannot be read. */
    readonly all: Effect.Effect<ReadonlyArray<JoinedUpStream>, JournalUnavailable>
  }
>()("@safe-return/journal/JoinedUpRecords") {}
