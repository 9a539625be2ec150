import { describe, expect, it } from "@effect/vitest"
import { civilDay, utc } from "@safe-return/domain/calendar"
import { withAbsence, withReturnOn } from "@safe-return/domain/escalation"
import { PersonId } from "@safe-return/domain/pathway"
import { usualStaffAbsence, withoutPastAbsences } from "@safe-return/domain/retention"
import { Effect } from "effect"
import { Availabilities, type AvailabilityChange, type PersonAvailability } from "../src/index.ts"
import { type FreshPlace, restarted } from "./restart.ts"

const [worker, another, manager] = ["UMADEUP1", "UMADEUP2", "UMADEUP3"].map((id) => PersonId.make(id)) as [
  PersonId,
  PersonId,
  PersonId
]

const at = utc(2026, 11, 26, 9)
const leave = { from: civilDay(2026, 12, 7), to: civilDay(2026, 12, 11), for: "leave", cover: another } as const
const sickness = { from: civilDay(2026, 11, 26), for: "sickness" } as const

export const madeUpLeave = (person: string): PersonAvailability => ({
  person: PersonId.make(person),
  pattern: { monday: { opens: "09:00", closes: "17:00" } },
  away: [leave],
  changed: { by: manager, at }
})

const all = Effect.flatMap(Availabilities, (availabilities) => availabilities.all)
const change = (change: AvailabilityChange) =>
  Effect.flatMap(Availabilities, (availabilities) => availabilities.change(change))

export const availabilitiesContract = (name: string, freshPlace: FreshPlace) => {
  describe(`${name}: who is away`, () => {
    it.live("is kept over a restart, with who changed it last", () =>
      Effect.gen(function* () {
        const restart = restarted((yield* freshPlace).layer)
        const sick = yield* restart(
          Effect.gen(function* () {
            expect((yield* all).size).toBe(0)
            yield* (yield* Availabilities).bring(madeUpLeave("UMADEUP2"))
            yield* change({ person: worker, by: worker, at, to: (known) => withAbsence(known, leave) })
            return yield* change({ person: worker, by: manager, at, to: (known) => withAbsence(known, sickness) })
          })
        )
        expect(sick).toEqual({ person: worker, away: [sickness, leave], changed: { by: manager, at } })
        const kept = yield* restart(all)
        expect(kept.get(worker)).toEqual(sick)
        expect(kept.get(another)).toEqual(madeUpLeave("UMADEUP2"))
        const back = utc(2026, 11, 30, 8)
        yield* restart(
          change({
            person: worker,
            by: worker,
            at: back,
            to: (known) => withReturnOn(known, civilDay(2026, 11, 30))
          })
        )
        expect((yield* restart(all)).get(worker)?.away).toEqual([{ ...sickness, to: civilDay(2026, 11, 29) }, leave])
      }).pipe(Effect.scoped)
    )

    it.live("lets go of everybody's old records, and of nothing where none are old", () =>
      Effect.gen(function* () {
        const restart = restarted((yield* freshPlace).layer)
        const letGo = (today: ReturnType<typeof civilDay>) =>
          Effect.flatMap(Availabilities, (availabilities) =>
            availabilities.letGo((known) => withoutPastAbsences(known, today, usualStaffAbsence))
          )
        const ended = { ...sickness, to: civilDay(2026, 11, 30) }
        yield* restart(change({ person: worker, by: manager, at, to: (known) => withAbsence(known, ended) }))
        yield* restart(change({ person: another, by: manager, at, to: (known) => withAbsence(known, sickness) }))
        expect(yield* restart(letGo(civilDay(2026, 11, 30)))).toEqual([])
        // The day after, why they were away is let go of; four weeks later, that they were.
        expect(yield* restart(letGo(civilDay(2026, 12, 1)))).toEqual([worker])
        expect((yield* restart(all)).get(worker)).toEqual({
          person: worker,
          away: [{ ...ended, for: "other" }],
          changed: { by: manager, at }
        })
        expect(yield* restart(letGo(civilDay(2026, 12, 28)))).toEqual([])
        expect(yield* restart(letGo(civilDay(2026, 12, 29)))).toEqual([worker])
        const kept = yield* restart(all)
        expect(kept.get(worker)?.away).toEqual([])
        expect(kept.get(another)?.away).toEqual([sickness])
      }).pipe(Effect.scoped)
    )

    it.live("loses no change when two people change it at once", () =>
      Effect.gen(function* () {
        const { layer } = yield* freshPlace
        const days = [1, 2, 3, 4, 5, 6].map((day) => civilDay(2026, 12, day))
        const kept = yield* restarted(layer)(
          Effect.gen(function* () {
            yield* Effect.forEach(
              days,
              (day) =>
                change({
                  person: worker,
                  by: manager,
                  at,
                  to: (known) => withAbsence(known, { from: day, to: day, for: "other" })
                }),
              { concurrency: "unbounded" }
            )
            return yield* all
          })
        )
        expect(kept.get(worker)?.away.map(({ from }) => from)).toEqual(days)
      }).pipe(Effect.scoped)
    )
  })
}
