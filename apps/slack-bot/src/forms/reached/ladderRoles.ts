/** In which roles of the ladder a person answers an alert: those they hold, and those of the people they act for. */

import { People } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { actingFor } from "@safe-return/domain/escalation"
import { allocatedWorkers, type ChildReference, type Episode, type PersonId } from "@safe-return/domain/pathway"
import type { OnRung } from "@safe-return/domain/policy"
import { Availabilities, type PersonAvailability } from "@safe-return/journal"
import { type EscalationRole, emptyRoster } from "@safe-return/outreach"
import { Clock, Effect } from "effect"
import { allocatedWorkerOf } from "../../handlers/findCase.ts"

const roles = Object.keys(emptyRoster.holders) as ReadonlyArray<EscalationRole>

export const ladderRoles = Effect.fn("ladderRoles")(function* (
  child: ChildReference,
  episode: Episode,
  person: PersonId
) {
  const people = yield* People
  const availabilities = yield* Availabilities
  const now = Instant(yield* Clock.currentTimeMillis)
  const held = yield* people.rolesOf(person)
  // An answer is recorded also while it cannot be read who is away: they then answer for themselves.
  const known = yield* Effect.catch(availabilities.all, (failed) =>
    Effect.as(Effect.logError("Who is away could not be read", failed), new Map<PersonId, PersonAvailability>())
  )
  const isTheirs = (other: PersonId): boolean => {
    const acting = actingFor(other, now, (away) => known.get(away))
    return other === person || (acting._tag === "Cover" && acting.person === person)
  }
  const worker = yield* allocatedWorkerOf(child)
  const workers = [...(worker === undefined ? [] : [worker]), ...allocatedWorkers(episode)]
  const as: Array<OnRung> = workers.some(isTheirs) ? ["worker"] : []
  for (const role of roles) {
    if (held.has(role) || (yield* people.holdersOf(role)).some(isTheirs)) as.push(role)
  }
  return as
})
