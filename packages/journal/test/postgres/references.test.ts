import { describe, expect, it } from "@effect/vitest"
import { connectedAs } from "@safe-return/postgres-testkit"
import { Context, Effect, Layer, Redacted } from "effect"
import { Erasures, Journal } from "../../src/index.ts"
import { postgresLayer } from "../../src/postgres/index.ts"
import { asked } from "../madeUpErasure.ts"
import { referencesContract, report, under } from "../referencesContract.ts"
import { restarted } from "../restart.ts"
import { newCouncil } from "./freshDatabase.ts"
import { postgresPlace } from "./freshPlace.ts"

referencesContract(
  "PostgreSQL",
  Effect.map(postgresPlace, ({ layer }) => layer)
)

describe("one police reference at several instances", () => {
  it.live("is one child's, however many report it for two at once", () =>
    Effect.gen(function* () {
      const council = yield* newCouncil
      const instances = yield* Effect.all([1, 2].map(() => Layer.build(Layer.fresh(postgresLayer(council)))))
      for (let round = 1; round <= 60; round++) {
        const outcomes = yield* Effect.forEach(
          instances,
          (instance, index) =>
            Effect.provideContext(report(under(round), `LCS-${round}-${index}`, 0, `${round}-${index}`), instance),
          { concurrency: "unbounded" }
        )
        expect(outcomes.toSorted()).toEqual(["StandsForAnother", "appended"])
      }
      const [one, other] = yield* Effect.forEach(instances, (instance) => Context.get(instance, Journal).readAll)
      expect(one).toHaveLength(60)
      expect(other).toEqual(one)
      expect(one?.map(({ position }) => position)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
    }).pipe(Effect.scoped)
  )

  it.live("is still that child's after a restart, and goes with the child's records", () =>
    Effect.gen(function* () {
      const council = yield* newCouncil
      const restart = restarted(postgresLayer(council))
      yield* restart(report(under(1), "LCS-1", 0, 1))
      expect(yield* restart(report(under(1), "LCS-2", 0, 2))).toBe("StandsForAnother")
      yield* restart(Effect.flatMap(Erasures, (erasures) => erasures.erase(asked)))
      const sql = yield* connectedAs(Redacted.value(council.url))
      expect(yield* sql`select * from safe_return.police_references`).toEqual([])
      expect(yield* restart(report(under(1), "LCS-2", 0, 2))).toBe("appended")
    }).pipe(Effect.scoped)
  )
})
