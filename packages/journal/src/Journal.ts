/** The durable order of everything that happened, one stream a child; an `append` that returns survives a kill. */
import { ChildReference, type EventId, type PoliceReference, type RecordedEvent } from "@safe-return/domain/pathway"
import { Context, type Effect, Schema, type Scope, type Stream } from "effect"
import type { FinishedChild } from "./FinishedChild.ts"
import type { WentBack } from "./WentBack.ts"

/** An event where it stands: the nth of its child's stream and of the whole journal, both counted from 1. */
export interface JournalEntry {
  readonly id: EventId
  readonly child: ChildReference
  /** Place in the child's stream. */
  readonly version: number
  /** Place among all events of all children; grows with every append, never reused. */
  readonly position: number
  readonly recorded: RecordedEvent
}

/** An event that only a newer version reads: it counts in its stream and among positions, and is passed over. */
export interface UnreadableRecord {
  readonly id: EventId
  readonly child: ChildReference
  readonly version: number
  readonly position: number
  /** Which kind of event it says it is. */
  readonly tag: string
  /** It is among the entries without the fields that this version does not know. */
  readonly isReadInPart: boolean
}

/** An event to be added. Its id names it for good, so that one which is sent twice is recognised. */
export interface NewEvent {
  readonly id: EventId
  readonly recorded: RecordedEvent
}

export interface ChildStream {
  readonly child: ChildReference
  /** The version of the last event, even an unreadable one; 0 for a child with no records. */
  readonly version: number
  readonly entries: ReadonlyArray<JournalEntry>
  /** Absent where every event could be read whole. */
  readonly unreadable?: ReadonlyArray<UnreadableRecord>
}

export interface Opening {
  readonly entries: ReadonlyArray<JournalEntry>
  readonly finished: ReadonlyArray<FinishedChild>
}

/** Someone else recorded something about this child in between: read again and decide again. */
export class VersionConflict extends Schema.TaggedError<VersionConflict>()("StreamMoved", {
  child: Schema.String,
  expected: Schema.Int,
  actual: Schema.Int
}) {
  override get message() {
    return `Someone else recorded something about ${this.child} at the same moment. Nothing of yours was saved: look again and repeat it.`
  }
}

/** An id names an event already, of this child or of another, and this is not the append that recorded it. */
export class EventIdUsed extends Schema.TaggedError<EventIdUsed>()("EventIdUsed", {
  id: Schema.String,
  child: Schema.String
}) {
  override get message() {
    return `The id ${this.id} names an event in the journal already, and this append about ${this.child} is not the one that recorded it. Nothing was saved: give every new event an id of its own.`
  }
}

/** The police reference an append is made under, which stands for one child alone. */
export interface UnderReference {
  readonly reference: PoliceReference
  /** The child it stood for so far, where it is moved from a wrong child to the right one. */
  readonly insteadOf?: ChildReference
}

/** The police reference already stands for another child, so nothing was saved. */
export class StandsForAnother extends Schema.TaggedError<StandsForAnother>()("StandsForAnother", {
  reference: Schema.String,
  child: ChildReference
}) {
  override get message() {
    return `The police reference ${this.reference} stands for ${this.child}. Nothing of yours was saved.`
  }
}

/** Why nothing can be recorded, so that people can be told what to do about it. */
export const WriteFault = Schema.Literals([
  "disk-full",
  /** The disk reported a fault, and may take the next write. */
  "disk-failing",
  /** The disk or the database takes no writes, as a database server after a failover. */
  "read-only",
  "not-allowed",
  /** The folder is gone, or something else stands in its place. */
  "gone",
  /** Another process had the folder before this one: a bot that was started twice. */
  "in-use",
  /** Another process may be writing in the folder: this one writes no more. */
  "lock-lost",
  /** The disk did not confirm a write: this process writes no more. */
  "write-in-doubt",
  /** The database does not answer. */
  "away"
])
export type WriteFault = typeof WriteFault.Type

/** Whether only a new start can write again. */
export const needsRestart = (fault: WriteFault): boolean => fault === "lock-lost" || fault === "write-in-doubt"

/** The journal could not be read or written: a full disk, a document that does not decode, a second process. */
export class JournalUnavailable extends Schema.TaggedError<JournalUnavailable>()("JournalUnavailable", {
  path: Schema.String,
  reason: Schema.String,
  /** Absent where one document or one question is at fault, and not what everything is kept in. */
  fault: Schema.optionalKey(WriteFault),
  /** Whether what was asked for may have been done all the same: no answer came. */
  inDoubt: Schema.optionalKey(Schema.Boolean)
}) {
  override get message() {
    const changed = this.inDoubt === true ? "It may have been saved all the same: look first" : "Nothing was changed"
    return `The journal at ${this.path} cannot be used: ${this.reason}. ${changed}.`
  }
}

export class Journal extends Context.Service<
  Journal,
  {
    /**
     * Adds events to the end of a child's stream, all or none, and returns once they are durable.
     * `expectedVersion` is the version the decision was made on.
     *
     * The same append once more (its answer had been lost) adds nothing and returns the entries it added the first
     * time. An id that is in the journal already, in this stream or another, with anything else is refused as
     * {@link EventIdUsed}.
     */
    readonly append: (
      child: ChildReference,
      expectedVersion: number,
      events: ReadonlyArray<NewEvent>
    ) => Effect.Effect<ReadonlyArray<JournalEntry>, EventIdUsed | VersionConflict | JournalUnavailable>
    /** The same under a police reference: of different children the first wins; others get {@link StandsForAnother}. */
    readonly appendUnder: (
      under: UnderReference,
      child: ChildReference,
      expectedVersion: number,
      events: ReadonlyArray<NewEvent>
    ) => Effect.Effect<
      ReadonlyArray<JournalEntry>,
      EventIdUsed | StandsForAnother | VersionConflict | JournalUnavailable
    >
    readonly read: (child: ChildReference) => Effect.Effect<ChildStream, JournalUnavailable>
    /** Every child with a record, each in the spelling on record. */
    readonly children: Effect.Effect<ReadonlyArray<ChildReference>, JournalUnavailable>
    /** What a start needs: of every child either the entries, in order of position, or what is kept of a finished one. */
    readonly opening: Effect.Effect<Opening, JournalUnavailable>
    /** The children whose records were not looked at since the start, where nothing else vouches for them. */
    readonly unread: Effect.Effect<ReadonlyArray<ChildReference>>
    /** Every entry in order of position; without those that only a newer version can read. */
    readonly readAll: Effect.Effect<ReadonlyArray<JournalEntry>, JournalUnavailable>
    /** Entries appended after this effect returns, in order of position. */
    readonly subscribe: Effect.Effect<Stream.Stream<JournalEntry>, never, Scope.Scope>
    /** Of all that has been read so far, what only a newer version can read as it stands now, in order of position. */
    readonly unreadable: Effect.Effect<ReadonlyArray<UnreadableRecord>, JournalUnavailable>
    /** What only a newer version can read, as it is met after this effect returns, each once. */
    readonly subscribeUnreadable: Effect.Effect<Stream.Stream<UnreadableRecord>, never, Scope.Scope>
    /** Rewrites anything heard of that has gone, and says whether any had; ask before answering "already recorded". */
    readonly assure: Effect.Effect<boolean, JournalUnavailable>
    /** Whenever the database turned out to have less than was heard of, after what could be was written again. */
    readonly wentBack: Effect.Effect<Stream.Stream<WentBack>, never, Scope.Scope>
    /** Children with other events than were heard of; a person decides. */
    readonly differing: Effect.Effect<ReadonlySet<ChildReference>>
  }
>()("@safe-return/journal/Journal") {}
