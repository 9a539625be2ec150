/**
 * Who looked at what is held of a child beyond the case reference, and when. Only ever added to, and kept when the
 * profile itself is erased.
 */
import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Context, type Effect } from "effect"
import type { JournalUnavailable } from "./Journal.ts"

export interface Reveal {
  readonly by: PersonId
  readonly at: Instant
}

export class Reveals extends Context.Service<
  Reveals,
  {
    /** Returns once it is durable: nothing is shown before. */
    readonly add: (child: ChildReference, reveal: Reveal) => Effect.Effect<void, JournalUnavailable>
    /** Oldest first. */
    readonly of: (child: ChildReference) => Effect.Effect<ReadonlyArray<Reveal>>
  }
>()("@safe-return/journal/Reveals") {}
