/** Who the out-of-hours duty is: by the rota where managers keep one, else by the settings. */
import { People } from "@safe-return/casework"
import { type DutyRota, emptyRota, foldRota, onDuty } from "@safe-return/domain/escalation"
import { DutyRotas } from "@safe-return/journal"
import { Effect } from "effect"
import { dueClock } from "../clocks/dueClock.ts"

/** Where it cannot be read, roles are as the settings say: an alert cannot wait for a rota. */
export const readRota: Effect.Effect<DutyRota> = Effect.flatMap(DutyRotas, ({ changes }) =>
  Effect.matchEffect(changes, {
    onFailure: (failed) => Effect.as(Effect.logError("The rota of the duty could not be read", failed), emptyRota),
    onSuccess: (recorded) => Effect.succeed(foldRota(recorded))
  })
)

/** Only those who hold the role by the settings; with nobody of them on duty, all of them, as if no rota were kept. */
export const readDuty = Effect.gen(function* () {
  const people = yield* People
  const rotas = yield* DutyRotas
  const dueNow = yield* dueClock
  return Effect.gen(function* () {
    const named = yield* people.holdersOf("out-of-hours-duty")
    const rota = yield* Effect.provideService(readRota, DutyRotas, rotas)
    if (rota.version === 0) return named
    const there = onDuty(rota, yield* dueNow).filter((person) => named.includes(person))
    return there.length === 0 ? named : there
  })
})
