/** What every layer of holds must do, wherever it keeps them. */
import { describe, expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import { CaseSystemReference, PersonId } from "@safe-return/domain/pathway"
import { Effect, type Layer, type Scope } from "effect"
import { type Hold, Holds, type JournalUnavailable } from "../src/index.ts"
import { restarted } from "./restart.ts"
import { child } from "./syntheticEvents.ts"

const by = PersonId.make("UMADEUP1")

export const madeUpHold = (number: number, of = "LCS-1"): Hold => ({
  child: child(of),
  reason: "court-proceedings",
  reference: CaseSystemReference.make(`LEGAL-${number}`),
  setAt: utc(2026, 11, 26, 9, number),
  setBy: by
})

const release = (number: number) => ({
  child: child("LCS-1"),
  reference: CaseSystemReference.make(`LEGAL-${number}`),
  at: utc(2027, 1, 1),
  by
})

export const holdsContract = (
  name: string,
  fresh: Effect.Effect<Layer.Layer<Holds, JournalUnavailable>, never, Scope.Scope>
) =>
  describe(`holds in ${name}`, () => {
    it.live("are kept over a restart, and stay in the history when they are released", () =>
      Effect.gen(function* () {
        const restart = restarted(yield* fresh)
        yield* restart(
          Effect.gen(function* () {
            const holds = yield* Holds
            yield* holds.set(madeUpHold(1))
            yield* holds.set(madeUpHold(2))
            yield* holds.set(madeUpHold(1, "LCS-2"))
            yield* holds.release(release(1))
          })
        )
        yield* restart(
          Effect.gen(function* () {
            const holds = yield* Holds
            const released = { ...madeUpHold(1), released: { at: utc(2027, 1, 1), by } }
            expect(yield* holds.of(child("LCS-1"))).toEqual([released, madeUpHold(2)])
            expect(yield* holds.of(child("LCS-3"))).toEqual([])
            expect(yield* holds.all).toHaveLength(3)
            yield* holds.set(madeUpHold(1))
            expect(yield* holds.of(child("LCS-1"))).toEqual([released, madeUpHold(2), madeUpHold(1)])
          })
        )
      }).pipe(Effect.scoped)
    )

    it.live("of one reference stand once, and only one that stands is released", () =>
      Effect.gen(function* () {
        yield* restarted(yield* fresh)(
          Effect.gen(function* () {
            const holds = yield* Holds
            yield* holds.set(madeUpHold(1))
            expect((yield* Effect.flip(holds.set(madeUpHold(1)))).message).toContain("under the hold LEGAL-1 already")
            expect((yield* Effect.flip(holds.release(release(2)))).message).toContain("No hold LEGAL-2 stands")
            yield* holds.release(release(1))
            expect((yield* Effect.flip(holds.release(release(1)))).message).toContain("No hold LEGAL-1 stands")
            expect(yield* holds.of(child("LCS-1"))).toHaveLength(1)
          })
        )
      }).pipe(Effect.scoped)
    )
  })
