/**
 * The end of a child's records: what was held is gone for good, and that it was, when and by whose word stays.
 *
 * The tombstone names the child by reference. A digest would hide nothing: references are short numbers that anybody
 * can count through, and the audit names them as well.
 */
import { InstantFromIso } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Context, type Effect, Schema, type Scope, type Stream } from "effect"
import { type Hold, holdReasonWords } from "./Holds.ts"
import type { JournalUnavailable } from "./Journal.ts"

/** Our own list: no form was seen with one. */
export const erasureReasonWords = {
  "retention-ended": "the time for which it is kept has ended",
  "right-to-erasure": "a request to erase that was granted",
  "recorded-in-error": "it was recorded in error",
  "court-order": "a court ordered it",
  "made-up-data": "the child was made up, for training or a test"
} as const

export type ErasureReason = keyof typeof erasureReasonWords
export const ErasureReason = Schema.Literals(Object.keys(erasureReasonWords) as ReadonlyArray<ErasureReason>)

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** Which records of a reference: those of the pathway where none is named. References of two systems may be alike. */
export const RecordsStrand = Schema.Literals(["education"])
export type RecordsStrand = typeof RecordsStrand.Type

export const Tombstone = Schema.Struct({
  child: ChildReference,
  strand: Schema.optionalKey(RecordsStrand),
  at: InstantFromIso,
  by: PersonId,
  reason: ErasureReason,
  /** How much was held. */
  removed: Schema.Struct({ events: Count, profile: Count, deliveries: Count, reveals: Count }),
  /** SHA-256 over what was held, in base64url: a copy that turns up later can be shown to be what was erased. */
  digest: Schema.String,
  /** The highest position one of the events had, which no other event is given; 0 when there were no events. */
  lastPosition: Count
})
export type Tombstone = typeof Tombstone.Type

/** What every version's tombstones have had in common: whose records to forget, and up to where. */
export const LeastTombstone = Schema.Struct({
  child: ChildReference,
  /** One that a later version names too. */
  strand: Schema.optionalKey(Schema.String),
  at: InstantFromIso,
  lastPosition: Count
})
export type LeastTombstone = typeof LeastTombstone.Type

export const leastOf = ({ child, strand, at, lastPosition }: LeastTombstone): LeastTombstone => ({
  child,
  ...definedFields({ strand }),
  at,
  lastPosition
})

/** One for each erasure: two strands of a reference may be erased at one moment. */
export const erasureName = ({ child, strand, at }: Omit<LeastTombstone, "lastPosition">): string =>
  `${at} ${strand ?? ""} ${child}`

export type ErasureRequest = Pick<Tombstone, "child" | "strand" | "at" | "by" | "reason">

/** A hold stands. */
export class UnderHold extends Schema.TaggedError<UnderHold>()("UnderHold", { message: Schema.String }) {}

export const underHold = ({ child, reason, reference }: Hold): UnderHold =>
  new UnderHold({
    message: `The records of ${child} are under a legal hold for ${holdReasonWords[reason]} (${reference}). Nothing was erased: the hold has to be released first.`
  })

/** There is nothing of the child, or nothing any more. */
export class NoRecordsHeld extends Schema.TaggedError<NoRecordsHeld>()("NoRecordsHeld", { child: ChildReference }) {
  override get message() {
    return `Nothing is held of ${this.child}. Check the reference against the case system.`
  }
}

/** What {@link Erasures} had to do again on a journal that was restored. */
export interface ErasureReplay {
  /** Children whose records had come back, and were erased again. */
  readonly erased: ReadonlyArray<ChildReference>
  /** Tombstones the journal did not know, whether or not something had come back. */
  readonly tombstones: number
}

export class Erasures extends Context.Service<
  Erasures,
  {
    /** Every tombstone that can be read, in the order of the references; a child's own oldest first. */
    readonly all: Effect.Effect<ReadonlyArray<Tombstone>, JournalUnavailable>
    /** The children with a tombstone that only a newer version can read whole. */
    readonly unreadable: Effect.Effect<ReadonlyArray<ChildReference>, JournalUnavailable>
    /** Succeeds where `erase` would not be refused as things stand; changes nothing. */
    readonly mayErase: (
      child: ChildReference,
      strand?: RecordsStrand
    ) => Effect.Effect<void, UnderHold | NoRecordsHeld | JournalUnavailable>
    /** Carries out tombstones that a restored backup lacks; a hold it brought back was released before the erasure. */
    readonly replayErasures: (tombstones: ReadonlyArray<Tombstone>) => Effect.Effect<ErasureReplay, JournalUnavailable>
    /** Removes all of the child's records for good, even across a crash; readers must forget them, see `subscribe`. */
    readonly erase: (asked: ErasureRequest) => Effect.Effect<Tombstone, UnderHold | NoRecordsHeld | JournalUnavailable>
    /** Later erasures of the pathway's records by any instance: forget the child's entries up to `lastPosition` only, whatever the order. */
    readonly subscribe: Effect.Effect<Stream.Stream<LeastTombstone>, never, Scope.Scope>
  }
>()("@safe-return/journal/Erasures") {}
