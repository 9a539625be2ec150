import { describe, expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import type { RecordedDuty } from "@safe-return/domain/escalation"
import { PersonId } from "@safe-return/domain/pathway"
import { Effect, Result } from "effect"
import { DutyRotas } from "../src/index.ts"
import { type FreshPlace, restarted } from "./restart.ts"

const given = (day: number): RecordedDuty => ({
  recordedAt: utc(2026, 11, 1),
  recordedBy: PersonId.make("UMANAGER"),
  event: {
    _tag: "DutyGiven",
    dutyId: `duty-${day}`,
    person: PersonId.make("UDUTY"),
    from: utc(2026, 11, day, 17),
    until: utc(2026, 11, day + 1, 9)
  }
})

export const dutyRotasContract = (name: string, freshPlace: FreshPlace) => {
  describe(`${name}: the rota of the duty`, () => {
    it.live("keeps every change over a restart, and of two at once only one", () =>
      Effect.gen(function* () {
        const { layer, leasesRunOut } = yield* freshPlace
        const restart = restarted(layer)
        const add = (before: number, day: number) =>
          Effect.flatMap(DutyRotas, (rotas) => Effect.result(rotas.add(before, given(day))))
        expect(yield* restart(Effect.flatMap(DutyRotas, ({ changes }) => changes))).toEqual([])
        yield* restart(add(0, 1))
        yield* leasesRunOut
        const both = yield* restart(Effect.all([add(1, 2), add(1, 3)], { concurrency: "unbounded" }))
        yield* leasesRunOut
        expect(both.map((one) => (Result.isFailure(one) ? one.failure._tag : "added")).sort()).toEqual([
          "RotaChanged",
          "added"
        ])
        const changes = yield* restart(Effect.flatMap(DutyRotas, (rotas) => rotas.changes))
        expect(changes).toHaveLength(2)
        expect(changes[0]).toEqual(given(1))
      }).pipe(Effect.scoped)
    )
  })
}
