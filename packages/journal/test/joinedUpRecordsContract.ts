/** What every layer of the records that join strands must do, wherever it keeps them. */
import { describe, expect, it } from "@effect/vitest"
import { Effect, type Layer, Result, type Scope } from "effect"
import {
  Deliveries,
  type EducationCases,
  Erasures,
  EventIdUsed,
  JoinedUpRecords,
  type JournalUnavailable,
  Profiles,
  type StreamReferences
} from "../src/index.ts"
import { fill, heldOf, type Kept } from "./erasuresContract.ts"
import { pupil, recordCase } from "./madeUpCases.ts"
import { asked } from "./madeUpErasure.ts"
import { exclusionEntry, linkEntries, recordExclusion, recordIndicator, recordLink } from "./madeUpJoins.ts"
import { restarted } from "./restart.ts"
import { child } from "./syntheticEvents.ts"

const records = <A, E>(use: (of: JoinedUpRecords["Service"]) => Effect.Effect<A, E>) =>
  Effect.flatMap(JoinedUpRecords, use)
const read = (about: StreamReferences) => records((of) => of.read(about))
const all = records((of) => of.all)
const link = (education: string, socialCare: string) => ({ education: pupil(education), socialCare: child(socialCare) })
const outcomeOf = <A, E extends { readonly _tag: string }, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.result(effect), (one) => (Result.isFailure(one) ? one.failure._tag : "added"))
const aboutAll = Effect.map(all, (streams) => streams.map(({ about, version }) => [about, version]))

/** Two children of both systems, each linked, with rows of other tables; and one whose references are alike. */
const fillJoins = Effect.gen(function* () {
  yield* recordLink("EDU-1", "LCS-1", 1)
  yield* recordLink("EDU-2", "LCS-2", 3)
  yield* recordExclusion("EDU-1")
  yield* recordIndicator("LCS-1")
  yield* recordExclusion("LCS-1")
})

export const joinedUpRecordsContract = (
  name: string,
  fresh: Effect.Effect<Layer.Layer<Kept | EducationCases | JoinedUpRecords, JournalUnavailable>, never, Scope.Scope>
) =>
  describe(`records that join strands in ${name}`, () => {
    it.live("are one stream for their references over a restart, however those are written", () =>
      Effect.gen(function* () {
        const restart = restarted(yield* fresh)
        const long = "9".repeat(40)
        yield* restart(recordLink("EDU-10432", "LCS-7", 2))
        yield* restart(recordLink(long, long, 1))
        yield* restart(
          records((of) => of.append(link("edu10432", "lcs7"), 2, linkEntries("EDU-10432", "LCS-7", 3).slice(2)))
        )
        const whole = { about: link("EDU-10432", "LCS-7"), version: 3, entries: linkEntries("EDU-10432", "LCS-7", 3) }
        expect(yield* restart(read(link("EDU10432", "Lcs-7")))).toEqual(whole)
        expect(yield* restart(read(link(long, long)))).toMatchObject({ version: 1 })
        expect(yield* restart(read({ education: pupil("EDU-10432") }))).toMatchObject({ version: 0, entries: [] })
        yield* restart(recordExclusion("EDU-10432"))
        const naming = yield* restart(records((of) => of.naming({ education: pupil("edu10432") })))
        expect(naming.map(({ about }) => about)).toEqual([{ education: "EDU-10432" }, link("EDU-10432", "LCS-7")])
        expect(yield* restart(records((of) => of.naming({ socialCare: child("LCS-7") })))).toEqual([whole])
        expect(yield* restart(records((of) => of.naming({ socialCare: child("EDU-10432") })))).toEqual([])
        expect(yield* restart(all)).toHaveLength(3)
      }).pipe(Effect.scoped)
    )

    it.live("take of many appends on one version a single one, and the same append once", () =>
      Effect.gen(function* () {
        const restart = restarted(yield* fresh)
        const each = ["EDU-1", "edu-1", "EDU1"].map((education, index) =>
          records((of) =>
            of.append(link(education, "LCS-1"), 0, [
              {
                ...exclusionEntry("EDU-1"),
                id: linkEntries("EDU-1", "LCS-1", 5)[index]?.id ?? exclusionEntry("EDU-1").id
              }
            ])
          )
        )
        const outcomes = yield* restart(Effect.forEach(each, outcomeOf, { concurrency: "unbounded" }))
        expect(outcomes.filter((outcome) => outcome !== "StreamMoved")).toEqual(["added"])
        yield* restart(recordLink("EDU-2", "LCS-2", 2))
        // The answer had been lost; another event came meanwhile.
        yield* restart(recordLink("EDU-2", "LCS-2", 1, 2))
        expect(yield* restart(recordLink("EDU-2", "LCS-2", 2))).toMatchObject({ version: 3 })
        const other = { ...exclusionEntry("EDU-2"), id: linkEntries("EDU-2", "LCS-2", 2)[1]?.id }
        const append = records((of) =>
          of.append(link("EDU-2", "LCS-2"), 3, [{ ...exclusionEntry("EDU-2"), ...(other.id && { id: other.id }) }])
        )
        expect(yield* restart(Effect.flip(append))).toBeInstanceOf(EventIdUsed)
        expect(yield* restart(outcomeOf(recordLink("EDU-2", "LCS-2", 1, 5)))).toBe("StreamMoved")
      }).pipe(Effect.scoped)
    )

    it.live("go with an erasure of the strand they name, and with no other", () =>
      Effect.gen(function* () {
        const restart = restarted(yield* fresh)
        yield* restart(Effect.andThen(fill, fillJoins))
        const education = { ...asked, child: child("edu-1"), strand: "education" as const }
        const erase = (one: typeof asked) => Effect.flatMap(Erasures, (erasures) => erasures.erase(one))
        const tombstone = yield* restart(erase(education))
        expect(tombstone.removed).toEqual({ events: 2, profile: 0, deliveries: 0, reveals: 0 })
        expect(yield* restart(aboutAll)).toEqual([
          [{ socialCare: "LCS-1" }, 1],
          [link("EDU-2", "LCS-2"), 3],
          [{ education: "LCS-1" }, 1]
        ])
        const later = yield* restart(erase(asked))
        expect(later.removed).toEqual({ events: 3, profile: 1, deliveries: 1, reveals: 0 })
        expect(yield* restart(aboutAll)).toEqual([
          [link("EDU-2", "LCS-2"), 3],
          [{ education: "LCS-1" }, 1]
        ])
        expect(yield* restart(heldOf("LCS-2"))).toMatchObject({ events: 1 })

        const restored = restarted(yield* fresh)
        yield* restored(Effect.andThen(fill, fillJoins))
        // At one moment, of two strands of one reference: each is carried out.
        const sameName = { ...later, strand: "education" as const }
        const replay = Effect.flatMap(Erasures, (erasures) => erasures.replayErasures([tombstone, later, sameName]))
        expect((yield* restored(replay)).tombstones).toBe(3)
        expect(yield* restored(aboutAll)).toEqual([[link("EDU-2", "LCS-2"), 3]])
        expect((yield* restored(replay)).tombstones).toBe(0)
      }).pipe(Effect.scoped)
    )

    it.live("an erased education case leaves the pathway's child of that reference all doors open", () =>
      Effect.gen(function* () {
        const restart = restarted(yield* fresh)
        yield* restart(recordCase("LCS-1", 1))
        const education = { ...asked, strand: "education" as const }
        yield* restart(Effect.flatMap(Erasures, (erasures) => erasures.erase(education)))
        const [key, by] = ["reminder:LCS-1", "later"]
        yield* restart(
          Effect.gen(function* () {
            yield* (yield* Profiles).change(child("LCS-1"), (profile) => Result.succeed({ ...profile, revision: 3 }))
            yield* (yield* Deliveries).keep(child("LCS-1"), { _tag: "Superseded", key, by, at: asked.at })
          })
        )
        expect(yield* restart(heldOf("LCS-1"))).toEqual({ events: 0, profile: true, deliveries: 1 })
      }).pipe(Effect.scoped)
    )
  })
