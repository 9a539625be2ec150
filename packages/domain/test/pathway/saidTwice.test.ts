import { Result } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { type Command, decide } from "../../src/pathway/index.ts"
import { HISTORY_NOW } from "./arbitraries.ts"
import { histories } from "./histories.ts"

it("the same command again right after it was carried out is accepted and records nothing", () => {
  const met = new Set<Command["_tag"]>()
  fc.assert(
    fc.property(histories, ({ turns }) => {
      for (const { command, after, events } of turns) {
        if (events.length === 0) continue
        met.add(command._tag)
        const again = decide(after, command, { now: HISTORY_NOW })
        expect([command._tag, Result.merge(again)]).toEqual([command._tag, []])
      }
    }),
    { numRuns: 400 }
  )
  expect(met.size).toBeGreaterThan(35)
})
