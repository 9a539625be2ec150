import { Instant } from "@safe-return/domain/calendar"
import { actingFor } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import { Availabilities, type PersonAvailability } from "@safe-return/journal"
import { Clock, Effect } from "effect"

/** The people this person stands in for today; nobody, where it cannot be read who is away. */
export const coveredBy = Effect.fn("coveredBy")(function* (person: PersonId) {
  const availabilities = yield* Availabilities
  const known = yield* Effect.orElseSucceed(availabilities.all, () => new Map<PersonId, PersonAvailability>())
  const now = Instant(yield* Clock.currentTimeMillis)
  const covered = [...known.keys()].filter((one) => {
    const acting = actingFor(one, now, (holder) => known.get(holder))
    return acting._tag === "Cover" && acting.person === person
  })
  return new Set(covered)
})
