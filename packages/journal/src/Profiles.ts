/** What is known of a child beyond the reference, apart from the events so that it can be erased alone. */
import { type CivilDay, CivilDayFromIso } from "@safe-return/domain/calendar"
import { type ChildReference, PersonId } from "@safe-return/domain/pathway"
import { CaseStatus } from "@safe-return/domain/policy"
import { Context, type Effect, type Option, type Result, Schema } from "effect"
import type { JournalUnavailable } from "./Journal.ts"

/** One to four capital letters, never a name. */
export const Initials = Schema.String.check(Schema.isPattern(/^[A-Z]{1,4}$/)).pipe(Schema.brand("Initials"))
export type Initials = typeof Initials.Type

export interface Profile {
  readonly child: ChildReference
  /** The social worker or Early Help worker the child is allocated to. */
  readonly allocatedWorker?: PersonId
  /** What a council chooses to hold besides; each is optional, and none of it is ever posted. */
  readonly initials?: Initials
  readonly bornOn?: CivilDay
  readonly caseStatus?: CaseStatus
  /** How often these were changed, so that a form opened on older ones overwrites nothing. */
  readonly revision?: number
}

/** How a profile is kept, whatever it is kept in. */
export const KeptProfile = Schema.Struct({
  allocatedWorker: Schema.optionalKey(PersonId),
  initials: Schema.optionalKey(Initials),
  bornOn: Schema.optionalKey(CivilDayFromIso),
  caseStatus: Schema.optionalKey(CaseStatus),
  revision: Schema.optionalKey(Schema.Int)
})

export class Profiles extends Context.Service<
  Profiles,
  {
    readonly find: (child: ChildReference) => Effect.Effect<Option.Option<Profile>, JournalUnavailable>
    /** Of these children the profiles that can be read, in one question. */
    readonly findEach: (
      children: ReadonlyArray<ChildReference>
    ) => Effect.Effect<ReadonlyMap<ChildReference, Profile>, JournalUnavailable>
    /** Gives, each time it is asked, whose profile any instance changed since it was asked before. */
    readonly changed: Effect.Effect<Effect.Effect<ReadonlyArray<ChildReference>, JournalUnavailable>>
    /** Those of every child. */
    readonly all: Effect.Effect<ReadonlyArray<Profile>, JournalUnavailable>
    /**
     * Changes a child's profile to what `changed` makes of the one that is held, of which no more than the reference is
     * known while there is none. Looking and writing are one step, at whichever instance: of several at once, each is
     * given what the one before it made. Returns what is kept, once it is durable; a refusal keeps nothing.
     * `changed` may be asked more than once.
     */
    readonly change: <E = never>(
      child: ChildReference,
      changed: (held: Profile) => Result.Result<Omit<Profile, "child">, E>
    ) => Effect.Effect<Profile, E | JournalUnavailable>
    /** Keeps a profile as it comes from elsewhere, whatever was held. */
    readonly bring: (profile: Profile) => Effect.Effect<void, JournalUnavailable>
  }
>()("@safe-return/journal/Profiles") {}
