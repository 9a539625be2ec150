/** Who the out-of-hours duty is: by the rota where managers keep one, else by the settings. */
import type { Instant } from "@safe-return/domain/calendar"
import { type DutyRota, emptyRota, foldRota, onDuty } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import { DutyRotas } from "@safe-return/journal"
import { Effect } from "effect"

/** Where it cannot be read, roles are as the settings say: an alert cannot wait for a rota. */
export const readRota: Effect.Effect<DutyRota> = Effect.flatMap(DutyRotas, ({ changes }) =>
  Effect.matchEffect(changes, {
    onFailure: (failed) => Effect.as(Effect.logError("The rota of the duty could not be read", failed), emptyRota),
    onSuccess: (recorded) => Effect.succeed(foldRota(recorded))
  })
)

/** Only those who hold the role by the settings; with nobody of them on duty, all of them, as if no rota were kept. */
export const holdersOnDuty = (
  named: ReadonlyArray<PersonId>,
  rota: DutyRota,
  now: Instant
): ReadonlyArray<PersonId> => {
  if (rota.version === 0) return named
  const there = onDuty(rota, now).filter((person) => named.includes(person))
  return there.length === 0 ? named : there
}
