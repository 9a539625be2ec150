/** What every layer of the journal promises of police references: each stands for one child. */

import { describe, expect, it } from "@effect/vitest"
import { PoliceReference } from "@safe-return/domain/pathway"
import { Effect, type Scope } from "effect"
import { Journal, type UnderReference } from "../src/index.ts"
import { type FreshJournal, restarted } from "./restart.ts"
import { child, madeUpEvent } from "./syntheticEvents.ts"

export const under = (number: number, insteadOf?: string): UnderReference => ({
  reference: PoliceReference.make(`SYP-2026-${number}`),
  ...(insteadOf === undefined ? {} : { insteadOf: child(insteadOf) })
})

/** One event, where the child's stream stands at `version`: whether it was appended, or why not. */
export const report = (reference: UnderReference, about: string, version: number, event: number | string) =>
  Effect.gen(function* () {
    const journal = yield* Journal
    yield* journal.appendUnder(reference, child(about), version, [madeUpEvent(event)])
    return "appended"
  }).pipe(Effect.catch(({ _tag }) => Effect.succeed(_tag)))

export const referencesContract = (name: string, freshJournal: FreshJournal) => {
  const inFreshJournal = <A, E>(effect: Effect.Effect<A, E, Journal | Scope.Scope>) =>
    Effect.scoped(Effect.flatMap(freshJournal, (layer) => restarted(layer)(Effect.scoped(effect))))

  describe(`${name}: one police reference, one child`, () => {
    it.live("lets one child's append win of those of many at once, and the others name it", () =>
      inFreshJournal(
        Effect.gen(function* () {
          const journal = yield* Journal
          const children = Array.from({ length: 20 }, (_, number) => `LCS-${number + 1}`)
          const outcomes = yield* Effect.forEach(children, (about) => report(under(1), about, 0, about), {
            concurrency: "unbounded"
          })
          expect(outcomes.filter((outcome) => outcome !== "StandsForAnother")).toEqual(["appended"])
          const [kept, ...others] = yield* journal.readAll
          expect(others).toEqual([])
          const refused = yield* Effect.flip(journal.appendUnder(under(1), child("LCS-99"), 0, [madeUpEvent(99)]))
          expect(refused).toMatchObject({ _tag: "StandsForAnother", child: kept?.child })
        })
      )
    )

    it.live("is the same child's as often as it likes, and other references are others", () =>
      inFreshJournal(
        Effect.gen(function* () {
          expect(yield* report(under(1), "LCS-1", 0, 1)).toBe("appended")
          expect(yield* report(under(1), "LCS-1", 1, 2)).toBe("appended")
          // The answer had been lost.
          expect(yield* report(under(1), "LCS-1", 1, 2)).toBe("appended")
          expect(yield* report(under(2), "LCS-2", 0, 3)).toBe("appended")
          expect((yield* (yield* Journal).readAll).map(({ version }) => version)).toEqual([1, 2, 1])
        })
      )
    )

    it.live("is nobody's where the append was refused for another reason", () =>
      inFreshJournal(
        Effect.gen(function* () {
          expect(yield* report(under(1), "LCS-1", 3, 1)).toBe("StreamMoved")
          expect(yield* report(under(1), "LCS-2", 0, 2)).toBe("appended")
        })
      )
    )

    it.live("is moved from the child it stood for to one of several, and stays there", () =>
      inFreshJournal(
        Effect.gen(function* () {
          yield* report(under(1), "LCS-1", 0, 1)
          const outcomes = yield* Effect.forEach(
            ["LCS-2", "LCS-3", "LCS-4"],
            (right) => report(under(1, "LCS-1"), right, 0, right),
            { concurrency: "unbounded" }
          )
          expect(outcomes.toSorted()).toEqual(["StandsForAnother", "StandsForAnother", "appended"])
          expect(yield* report(under(1), "LCS-1", 1, 2)).toBe("StandsForAnother")
        })
      )
    )
  })
}
