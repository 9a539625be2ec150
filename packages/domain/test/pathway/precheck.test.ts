import { Result } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { type Command, decide, precheck } from "../../src/pathway/index.ts"
import { HISTORY_NOW } from "./arbitraries.ts"
import { histories } from "./histories.ts"

it("what the precheck refuses is never recorded, however the command goes on", () => {
  const refused = new Set<Command["_tag"]>()
  fc.assert(
    fc.property(histories, ({ turns }) => {
      for (const { command, after } of turns) {
        if (!("episodeId" in command) || command.episodeId === undefined || command._tag === "MergeDuplicate") continue
        if (Result.isSuccess(precheck(after, command._tag, command.episodeId))) continue
        refused.add(command._tag)
        const decision = decide(after, command, { now: HISTORY_NOW })
        expect([command._tag, Result.getOrElse(decision, () => [])]).toEqual([command._tag, []])
      }
    }),
    { numRuns: 400 }
  )
  expect(refused.size).toBeGreaterThan(15)
})
