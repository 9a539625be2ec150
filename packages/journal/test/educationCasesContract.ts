/** What every layer of education cases must do, wherever it keeps them. */
import { describe, expect, it } from "@effect/vitest"
import { Effect, type Layer, Result, type Scope } from "effect"
import fc from "fast-check"
import { EducationCases, Erasures, type JournalUnavailable } from "../src/index.ts"
import { fill, heldOf, type Kept, nothing } from "./erasuresContract.ts"
import { caseEntries, caseEntry, pupil, recordCase } from "./madeUpCases.ts"
import { asked } from "./madeUpErasure.ts"
import { restarted } from "./restart.ts"
import { child } from "./syntheticEvents.ts"

const read = (reference: string) => Effect.flatMap(EducationCases, (cases) => cases.read(pupil(reference)))
const pupils = Effect.flatMap(EducationCases, (cases) => cases.pupils)
const outcomeOf = <A, E extends { readonly _tag: string }, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.result(effect), (one) => (Result.isFailure(one) ? one.failure._tag : "added"))

export const educationCasesContract = (
  name: string,
  fresh: Effect.Effect<Layer.Layer<Kept | EducationCases, JournalUnavailable>, never, Scope.Scope>
) =>
  describe(`education cases in ${name}`, () => {
    it.live("are one stream a child over a restart, however the reference is written", () =>
      Effect.gen(function* () {
        const restart = restarted(yield* fresh)
        yield* restart(recordCase("EDU-2", 1))
        yield* restart(recordCase("EDU-10432", 4))
        yield* restart(recordCase("edu10432", 2, 4))
        const whole = { child: "EDU-10432", version: 6, entries: caseEntries(6) }
        expect(yield* restart(read("EDU10432"))).toEqual(whole)
        expect(yield* restart(read("edu-10432"))).toEqual(whole)
        expect(yield* restart(read("EDU-3"))).toEqual({ child: "EDU-3", version: 0, entries: [] })
        expect(yield* restart(pupils)).toEqual([
          { child: "EDU-10432", version: 6 },
          { child: "EDU-2", version: 1 }
        ])
      }).pipe(Effect.scoped)
    )

    it.live("take of many appends on one version a single one, of new children too", () =>
      Effect.gen(function* () {
        const restart = restarted(yield* fresh)
        for (const expected of [0, 1]) {
          const spellings = ["EDU-1", "edu-1", "EDU1", "edu1", "Edu-1"]
          const each = spellings.map((reference, index) =>
            Effect.flatMap(EducationCases, (cases) =>
              cases.append(pupil(reference), expected, [caseEntry(10 * expected + index + 1)])
            )
          )
          const outcomes = yield* restart(Effect.forEach(each, outcomeOf, { concurrency: "unbounded" }))
          expect(outcomes.filter((outcome) => outcome !== "StreamMoved")).toEqual(["added"])
        }
        expect(yield* restart(read("EDU-1"))).toMatchObject({ version: 2 })
        expect(yield* restart(pupils)).toHaveLength(1)
      }).pipe(Effect.scoped)
    )

    it.live("record the same append once, and refuse an id that names another event", () =>
      Effect.gen(function* () {
        const restart = restarted(yield* fresh)
        const first = yield* restart(recordCase("EDU-1", 2))
        // The answer had been lost; another event came meanwhile.
        expect(yield* restart(recordCase("EDU-1", 2))).toEqual(first)
        yield* restart(recordCase("EDU-1", 1, 2))
        expect(yield* restart(recordCase("EDU-1", 2))).toMatchObject({ version: 3 })
        const other = { ...caseEntry(4), id: caseEntry(2).id }
        const append = Effect.flatMap(EducationCases, (cases) => cases.append(pupil("EDU-1"), 3, [other]))
        expect(yield* restart(outcomeOf(append))).toBe("EventIdUsed")
        expect(yield* restart(outcomeOf(recordCase("EDU-1", 1, 5)))).toBe("StreamMoved")
        expect(yield* restart(read("EDU-1"))).toMatchObject({ version: 3, entries: caseEntries(3) })
      }).pipe(Effect.scoped)
    )

    it.live("are read as they were recorded, however they came in", () =>
      Effect.gen(function* () {
        const restart = restarted(yield* fresh)
        const parts = fc.sample(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }), {
          numRuns: 8,
          seed: 11
        })
        yield* Effect.forEach(parts, (sizes, number) =>
          restart(
            Effect.gen(function* () {
              let version = 0
              for (const size of sizes) {
                yield* recordCase(`EDU-${number}`, size, version)
                version += size
              }
              expect((yield* read(`EDU-${number}`)).entries).toEqual(caseEntries(version))
            })
          )
        )
      }).pipe(Effect.scoped)
    )

    it.live("and the pathway's records of an equal reference are erased apart, and once more", () =>
      Effect.gen(function* () {
        const restart = restarted(yield* fresh)
        const education = { ...asked, strand: "education" as const }
        const erase = Effect.flatMap(Erasures, (erasures) => erasures.erase(education))
        yield* restart(fill)
        yield* restart(recordCase("LCS-1", 3))
        yield* restart(recordCase("LCS-2", 1))
        const tombstone = yield* restart(erase)
        expect(tombstone).toMatchObject({ ...education, removed: { events: 3, profile: 0 }, lastPosition: 0 })
        expect(yield* restart(read("LCS-1"))).toMatchObject({ version: 0 })
        expect(yield* restart(heldOf("LCS-1"))).toEqual({ events: 2, profile: true, deliveries: 1 })
        expect(yield* restart(outcomeOf(erase))).toBe("NoRecordsHeld")

        const restored = restarted(yield* fresh)
        yield* restored(fill)
        yield* restored(recordCase("LCS-1", 3))
        const replay = Effect.flatMap(Erasures, (erasures) => erasures.replayErasures([tombstone]))
        expect(yield* restored(replay)).toEqual({ erased: ["LCS-1"], tombstones: 1 })
        expect(yield* restored(read("LCS-1"))).toMatchObject({ version: 0 })
        expect((yield* restored(heldOf("LCS-1"))).events).toBe(2)

        yield* restart(Effect.flatMap(Erasures, (erasures) => erasures.erase({ ...asked, child: child("LCS-2") })))
        expect(yield* restart(heldOf("LCS-2"))).toEqual(nothing)
        expect(yield* restart(read("LCS-2"))).toMatchObject({ version: 1 })
      }).pipe(Effect.scoped)
    )
  })
