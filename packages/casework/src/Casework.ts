/** The one door to a child's stream: Slack, intake and training get the same decisions and the same durability. */
import type { Instant } from "@safe-return/domain/calendar"
import type {
  AmbiguousReference,
  ChildReference,
  ChildState,
  Command,
  PathwayEvent,
  PersonId,
  PoliceReference,
  RecordedEvent,
  Refusal
} from "@safe-return/domain/pathway"
import type {
  JournalUnavailable,
  StandsForAnother,
  UnderReference,
  UnreadableRecord,
  VersionConflict
} from "@safe-return/journal"
import { Context, type Effect, type Option, Schema } from "effect"

/** Nothing is recorded under this reference. */
export class UnknownReference extends Schema.TaggedError<UnknownReference>()("UnknownReference", {
  reference: Schema.String,
  /** References on record that differ by one letter or digit, for those who may see them. */
  alike: Schema.optionalKey(Schema.Array(Schema.String))
}) {
  override get message() {
    const [first, second, more] = this.alike ?? []
    if (first !== undefined && more === undefined) {
      return `Nothing is recorded for ${this.reference}. Did you mean ${first}${second === undefined ? "" : ` or ${second}`}?`
    }
    return `Nothing is recorded for ${this.reference}. Check the reference against the case system.`
  }
}

/** A newer version recorded something about the child that may matter to what was asked, and it cannot be read here. */
export class RecordedByNewerVersion extends Schema.TaggedError<RecordedByNewerVersion>()("RecordedByNewerVersion", {
  child: Schema.String
}) {
  override get message() {
    return `A newer version of Safe Return recorded something about ${this.child} that this one cannot read. Nothing of yours was saved: use the updated bot, or ask the people who look after Safe Return to update this one. A report, an acknowledgement, found and returned can be recorded meanwhile.`
  }
}

/** What a command came to: the events it recorded (none when it had been done before) and the state after them. */
export interface Outcome {
  readonly events: ReadonlyArray<PathwayEvent>
  readonly state: ChildState
}

export class Casework extends Context.Service<
  Casework,
  {
    /**
     * Decides a command on the child's newest state and records its events; returns once they are durable.
     * Where a newer version recorded what cannot be read, only what is safe all the same is (`isSafeUnread`). When
     * another person recorded something in between, it decides again on what is there now; a command that carries an
     * expected {@link version} fails with `StreamMoved` instead, and nothing is recorded.
     */
    readonly execute: (
      child: ChildReference,
      command: Command,
      by: PersonId,
      expectedVersion?: number
    ) => Effect.Effect<Outcome, Refusal | RecordedByNewerVersion | JournalUnavailable | VersionConflict>
    /** Several commands as one: each is decided on what the ones before it came to, and all are recorded or none. */
    readonly executeAll: (
      child: ChildReference,
      commands: ReadonlyArray<Command>,
      by: PersonId,
      expectedVersion?: number
    ) => Effect.Effect<Outcome, Refusal | RecordedByNewerVersion | JournalUnavailable | VersionConflict>
    /** The same under a police reference; `StandsForAnother`, with nothing recorded, where it is another child's. */
    readonly executeForPoliceReference: (
      under: UnderReference,
      child: ChildReference,
      command: Command,
      by: PersonId
    ) => Effect.Effect<Outcome, Refusal | RecordedByNewerVersion | JournalUnavailable | StandsForAnother>
    /** Succeeds where the child's whole record can be read, so that any command may be decided on it. */
    readonly isReadWhole: (child: ChildReference) => Effect.Effect<void, RecordedByNewerVersion>
    /** What only a newer version can read, as it stands now; what has come to be readable is folded first. */
    readonly unreadable: Effect.Effect<ReadonlyArray<UnreadableRecord>, JournalUnavailable>
    /** Everything recorded of the child so far that can be read, oldest first. */
    readonly history: (child: ChildReference) => Effect.Effect<ReadonlyArray<RecordedEvent>, JournalUnavailable>
    /** How many of the child's events are known: what a person's form saw, and what their command expects. */
    readonly version: (child: ChildReference) => Effect.Effect<number>
    /** A child with something on record; the stream of a finished one is read. */
    readonly get: (child: ChildReference) => Effect.Effect<ChildState, UnknownReference | JournalUnavailable>
    /** Every child with something on record, finished or not. */
    readonly children: Effect.Effect<ReadonlyArray<ChildReference>>
    /**
     * The state of every child who is not finished: there is something left to do, or was lately. The same map again
     * until something is recorded, so what is made of it can be kept that long.
     */
    readonly active: Effect.Effect<ReadonlyMap<ChildReference, ChildState>>
    /** Takes a child among the active ones, because something is known of them otherwise. */
    readonly hold: (child: ChildReference) => Effect.Effect<void, JournalUnavailable>
    /** The states of the active children as they were known at that moment, whatever was recorded since. */
    readonly activeAt: (moment: Instant) => Effect.Effect<ReadonlyMap<ChildReference, ChildState>, JournalUnavailable>
    /** A child's state, if it is folded to exactly this place among all events; none where it is behind or ahead. */
    readonly foldedTo: (child: ChildReference, position: number) => Effect.Effect<Option.Option<ChildState>>
    /** The child a police reference stands for: the first it was used for, or was moved to since. */
    readonly childOf: (policeReference: PoliceReference) => Effect.Effect<Option.Option<ChildReference>>
    /** The child on record under any spelling of this reference; none where it is new. */
    readonly childNamed: (typed: ChildReference) => Effect.Effect<Option.Option<ChildReference>, AmbiguousReference>
    /** How a police reference is written on record, of this child rather than of another; none where it is new. */
    readonly policeSpellingOf: (
      typed: PoliceReference,
      child: ChildReference
    ) => Effect.Effect<Option.Option<PoliceReference>>
  }
>()("@safe-return/slack-bot/Casework") {}
