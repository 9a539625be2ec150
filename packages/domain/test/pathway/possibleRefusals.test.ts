import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { definedFields } from "../../src/definedFields.ts"
import { commandKinds, decide, possibleRefusals, refusalTags, transitions } from "../../src/pathway/index.ts"
import { commands, HISTORY_NOW } from "./arbitraries.ts"
import { histories } from "./histories.ts"
import { laterCommands } from "./laterCommands.ts"
import { MUCH_LATER } from "./madeUpChild.ts"
import { cases } from "./refusalCases.ts"

const tags = commandKinds.map((kind) => kind.fields._tag.schema.literal)

describe("the list of what a command can be refused with", () => {
  it("holds every refusal that there is a way to, under the command of that way", () => {
    expect(refusalTags.toSorted()).toEqual(Object.keys(cases).toSorted())
    for (const { state, command, now = MUCH_LATER, by } of Object.values(cases)) {
      const decision = decide(state, command, definedFields({ now, by }))
      expect(possibleRefusals(command._tag)).toContain(Result.isFailure(decision) ? decision.failure._tag : "accepted")
    }
  })

  it("is there for each kind of command, and only for those", () => {
    expect(tags.toSorted()).toEqual(
      Object.keys(transitions)
        .filter((row) => !["CoverEpisode", "KeepEpisode", "SeparateFrom"].includes(row))
        .toSorted()
    )
    for (const tag of tags) expect(new Set(possibleRefusals(tag)).size).toBe(possibleRefusals(tag).length)
  })

  it("names whatever any history answers to any command", () => {
    fc.assert(
      fc.property(histories, fc.array(fc.oneof(commands, laterCommands), { maxLength: 12 }), ({ turns }, asked) => {
        for (const { after } of turns) {
          for (const command of asked) {
            const decision = decide(after, command, { now: HISTORY_NOW })
            if (Result.isFailure(decision)) expect(possibleRefusals(command._tag)).toContain(decision.failure._tag)
          }
        }
        for (const { command, refusal } of turns) {
          if (refusal !== undefined) expect(possibleRefusals(command._tag)).toContain(refusal._tag)
        }
      }),
      { numRuns: 100 }
    )
  })
})
