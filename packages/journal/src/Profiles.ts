/**
 * What is known of a child beyond the case reference, apart from the events so that it can be erased alone.
 */
import type { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Context, type Effect, type Option } from "effect"
import type { JournalUnavailable } from "./Journal.ts"

export interface Profile {
  readonly child: ChildReference
  /** The social worker or Early Help worker the child is allocated to. */
  readonly allocatedWorker?: PersonId
}

export class Profiles extends Context.Service<
  Profiles,
  {
    readonly find: (child: ChildReference) => Effect.Effect<Option.Option<Profile>, JournalUnavailable>
    /** Replaces the profile and returns once it is durable. */
    readonly save: (profile: Profile) => Effect.Effect<void, JournalUnavailable>
  }
>()("@safe-return/journal/Profiles") {}
