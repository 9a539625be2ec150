/**
 * Who looked at what is held of a child beyond the case reference, as it was journaled before there was an audit. The
 * audit tells of every look since; these are only read.
 */
import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Context, type Effect } from "effect"

export interface Reveal {
  readonly by: PersonId
  readonly at: Instant
}

export class Reveals extends Context.Service<
  Reveals,
  {
    /** Oldest first. */
    readonly of: (child: ChildReference) => Effect.Effect<ReadonlyArray<Reveal>>
  }
>()("@safe-return/journal/Reveals") {}
