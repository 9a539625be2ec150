/** Who looked at what is held of a child, as journaled before the audit; these are only read. */
import { type Instant, InstantFromIso } from "@safe-return/domain/calendar"
import { type ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Context, type Effect, Schema } from "effect"
import type { JournalUnavailable } from "./Journal.ts"

export interface Reveal {
  readonly by: PersonId
  readonly at: Instant
}

/** How a look is kept, whatever it is kept in. */
export const KeptReveal = Schema.Struct({ by: PersonId, at: InstantFromIso })

export class Reveals extends Context.Service<
  Reveals,
  {
    /** Oldest first. */
    readonly of: (child: ChildReference) => Effect.Effect<ReadonlyArray<Reveal>, JournalUnavailable>
    /** Keeps what is brought over from another place, for a child with none here. */
    readonly bring: (child: ChildReference, reveals: ReadonlyArray<Reveal>) => Effect.Effect<void, JournalUnavailable>
  }
>()("@safe-return/journal/Reveals") {}
