import { describe, expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { lowdbLayer, Reveals } from "../../src/index.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { restarted } from "../restart.ts"
import { child } from "../syntheticEvents.ts"

describe("reveals in lowdb", () => {
  it.live("are all kept, in order, over a restart", () =>
    Effect.gen(function* () {
      const restart = restarted(lowdbLayer({ directory: yield* freshDirectory }))
      const revealed = Array.from({ length: 20 }, (_, index) => ({
        by: PersonId.make(`UMADEUP${index}`),
        at: utc(2026, 11, 23, index)
      }))
      const add = (index: number) =>
        Effect.flatMap(Reveals, (reveals) =>
          Effect.forEach(revealed.slice(index, index + 10), (one) => reveals.add(child("LCS-1"), one), {
            concurrency: "unbounded"
          })
        )
      yield* restart(add(0))
      yield* restart(add(10))
      const of = (reference: string) => Effect.flatMap(Reveals, (reveals) => reveals.of(child(reference)))
      expect(yield* restart(of("LCS-1"))).toEqual(revealed)
      expect(yield* restart(of("LCS-2"))).toEqual([])
    }).pipe(Effect.scoped)
  )
})
