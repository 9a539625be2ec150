/** The cases of children missing education: a stream a child, under the education reference, apart from the pathway. */
import { type PupilReference, RecordedCmeEvent } from "@safe-return/domain/education"
import { EventId } from "@safe-return/domain/pathway"
import { Context, type Effect, Result, Schema } from "effect"
import { EventIdUsed, type JournalUnavailable, VersionConflict } from "./Journal.ts"
import { idUsedTwice, recordedBefore } from "./repeatedAppend.ts"

/** An event of a case, under an id that names it for good. */
export const CaseEntry = Schema.Struct({ id: EventId, recorded: RecordedCmeEvent })
export type CaseEntry = typeof CaseEntry.Type

/** What is recorded of one child's missing education. */
export interface PupilStream {
  /** As it was written first; as it was asked for where nothing is recorded. */
  readonly child: PupilReference
  /** How many events there are; 0 for a child with no records. */
  readonly version: number
  readonly entries: ReadonlyArray<CaseEntry>
}

/** A child on record, and how far their stream has come: what is read once need not be read again. */
export type PupilOnRecord = Pick<PupilStream, "child" | "version">

/** The stream with these events at its end; as it is, where the very same append recorded them before. */
export const withCaseEntries = (
  stream: PupilStream,
  expected: number,
  added: ReadonlyArray<CaseEntry>
): Result.Result<PupilStream, EventIdUsed | VersionConflict> => {
  const { child, version, entries } = stream
  if (recordedBefore(entries, added) !== undefined) return Result.succeed(stream)
  const used = idUsedTwice((id) => entries.some((entry) => entry.id === id), added)
  if (used !== undefined) return Result.fail(new EventIdUsed({ id: used, child }))
  if (version !== expected) return Result.fail(new VersionConflict({ child, expected, actual: version }))
  return Result.succeed({ child, version: version + added.length, entries: [...entries, ...added] })
}

export class EducationCases extends Context.Service<
  EducationCases,
  {
    /**
     * Adds events to the end of a child's stream, all or none, and returns it once they are durable. The same append
     * once more adds nothing. A reference names one stream however it is written.
     */
    readonly append: (
      child: PupilReference,
      expectedVersion: number,
      events: ReadonlyArray<CaseEntry>
    ) => Effect.Effect<PupilStream, EventIdUsed | VersionConflict | JournalUnavailable>
    /** Fails where a newer version recorded what cannot be read. */
    readonly read: (child: PupilReference) => Effect.Effect<PupilStream, JournalUnavailable>
    /** Every child with a record, open or not, in the order of the references. */
    readonly pupils: Effect.Effect<ReadonlyArray<PupilOnRecord>, JournalUnavailable>
  }
>()("@safe-return/journal/EducationCases") {}
