/** When the people of the pathway work and are away, as they or another person said. */

import { type Instant, InstantFromIso } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { type Availability, Away, WorkingPattern } from "@safe-return/domain/escalation"
import { PersonId } from "@safe-return/domain/pathway"
import { Context, type Effect, Schema } from "effect"
import type { JournalUnavailable } from "./Journal.ts"

/** How a person's availability is kept, whatever it is kept in. */
export const KeptAvailability = Schema.Struct({
  pattern: Schema.optionalKey(WorkingPattern),
  away: Schema.Array(Away),
  /** Who changed it last, and when. */
  changed: Schema.Struct({ by: PersonId, at: InstantFromIso })
})

export interface PersonAvailability extends Availability {
  readonly person: PersonId
  readonly changed: { readonly by: PersonId; readonly at: Instant }
}

export interface AvailabilityChange {
  readonly person: PersonId
  readonly by: PersonId
  readonly at: Instant
  /** What it becomes, from what was known; a person without a record is there. */
  readonly to: (known: Availability) => Availability
}

/** What it becomes; the one place in which a change is made. */
export const changedAvailability = (
  known: PersonAvailability | undefined,
  { person, by, at, to }: AvailabilityChange
): PersonAvailability => {
  const { pattern, away } = to(known ?? { away: [] })
  return { person, ...definedFields({ pattern }), away, changed: { by, at } }
}

/** Everyone whose record loses something, as it is kept from then on. */
export const withoutLetGo = (
  known: Iterable<PersonAvailability>,
  to: (known: Availability) => Availability
): ReadonlyArray<PersonAvailability> =>
  [...known].flatMap((one) => {
    const kept = to(one)
    if (kept === one) return []
    const { pattern, away } = kept
    return [{ person: one.person, ...definedFields({ pattern }), away, changed: one.changed }]
  })

export class Availabilities extends Context.Service<
  Availabilities,
  {
    /** Of everyone with a record this version can read. */
    readonly all: Effect.Effect<ReadonlyMap<PersonId, PersonAvailability>, JournalUnavailable>
    /** The people whose record only a newer version can read whole. */
    readonly unreadable: Effect.Effect<ReadonlyArray<PersonId>, JournalUnavailable>
    /** Changes a person's and returns the result once durable; of two at once, the second sees the first. */
    readonly change: (change: AvailabilityChange) => Effect.Effect<PersonAvailability, JournalUnavailable>
    /** Drops for good what `to` no longer keeps, and returns whose it was; `to` gives back the same for no change. */
    readonly letGo: (
      to: (known: Availability) => Availability
    ) => Effect.Effect<ReadonlyArray<PersonId>, JournalUnavailable>
    /** Writes a person's as it stood at another place. */
    readonly bring: (availability: PersonAvailability) => Effect.Effect<void, JournalUnavailable>
  }
>()("@safe-return/journal/Availabilities") {}
