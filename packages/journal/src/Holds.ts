/** Legal holds: whose records may not be erased, by whose word and why; a released one stays in the history. */
import { InstantFromIso } from "@safe-return/domain/calendar"
import { CaseSystemReference, ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Context, type Effect, Result, Schema } from "effect"
import type { JournalUnavailable } from "./Journal.ts"

/** Our own list: no form was seen with one. */
export const holdReasonWords = {
  "court-proceedings": "court proceedings",
  "police-investigation": "a police investigation",
  "public-inquiry": "a public inquiry",
  "safeguarding-review": "a safeguarding practice review",
  complaint: "a complaint",
  "insurance-claim": "an insurance claim",
  "subject-access": "a subject access request that is not answered yet"
} as const

export type HoldReason = keyof typeof holdReasonWords
export const HoldReason = Schema.Literals(Object.keys(holdReasonWords) as ReadonlyArray<HoldReason>)

export const Hold = Schema.Struct({
  child: ChildReference,
  reason: HoldReason,
  /** Where the case system tells why. Names the hold: a child may be under several. */
  reference: CaseSystemReference,
  setAt: InstantFromIso,
  setBy: PersonId,
  /** Absent while the hold stands. */
  released: Schema.optionalKey(Schema.Struct({ at: InstantFromIso, by: PersonId }))
})
export type Hold = typeof Hold.Type

export const isStanding = ({ released }: Hold): boolean => released === undefined

/** The hold is there already, or there is none of that reference to release. */
export class HoldRefused extends Schema.TaggedError<HoldRefused>()("HoldRefused", { message: Schema.String }) {}

/** A child's holds with one more; refused while one of the same reference stands. */
export const withHold = (holds: ReadonlyArray<Hold>, hold: Hold): Result.Result<ReadonlyArray<Hold>, HoldRefused> =>
  holds.some((other) => isStanding(other) && other.reference === hold.reference)
    ? Result.fail(
        new HoldRefused({
          message: `The records of ${hold.child} are under the hold ${hold.reference} already. Nothing was changed.`
        })
      )
    : Result.succeed([...holds, hold])

/** A child's holds with the one of that reference released. */
export const withRelease = (
  holds: ReadonlyArray<Hold>,
  { child, reference, ...released }: Release
): Result.Result<ReadonlyArray<Hold>, HoldRefused> => {
  const at = holds.findIndex((hold) => isStanding(hold) && hold.reference === reference)
  const hold = holds[at]
  return hold === undefined
    ? Result.fail(
        new HoldRefused({ message: `No hold ${reference} stands on the records of ${child}. Nothing was changed.` })
      )
    : Result.succeed(holds.with(at, { ...hold, released }))
}

export interface Release {
  readonly child: ChildReference
  readonly reference: CaseSystemReference
  readonly at: Hold["setAt"]
  readonly by: PersonId
}

export class Holds extends Context.Service<
  Holds,
  {
    /** Oldest first, released ones among them. */
    readonly of: (child: ChildReference) => Effect.Effect<ReadonlyArray<Hold>, JournalUnavailable>
    /** Those of every child that can be read. */
    readonly all: Effect.Effect<ReadonlyArray<Hold>, JournalUnavailable>
    /** The children with holds that only a newer version can read whole. */
    readonly unreadable: Effect.Effect<ReadonlyArray<ChildReference>, JournalUnavailable>
    /** Returns once it is durable. */
    readonly set: (hold: Hold) => Effect.Effect<void, HoldRefused | JournalUnavailable>
    /** Returns once it is durable. */
    readonly release: (release: Release) => Effect.Effect<void, HoldRefused | JournalUnavailable>
  }
>()("@safe-return/journal/Holds") {}
