import { at, cases, child, worker } from "@safe-return/casework/testing"
import type { InputBlock, KnownBlock, ModalView } from "@slack/types"
import fc from "fast-check"
import { expect, it } from "vitest"
import { assignView } from "../../src/forms/assign/assignView.ts"
import { everyForm } from "./everyForm.ts"

const isInput = (block: KnownBlock): block is InputBlock => block.type === "input"

const inputsOf = ({ blocks }: Pick<ModalView, "blocks">): ReadonlyArray<InputBlock> =>
  (blocks as ReadonlyArray<KnownBlock>).filter(isInput)

/** Slack itself writes "(optional)" beside what may be left empty, and asks for what may not. */
const saysItself = /\b(?:optional|required|mandatory|needed|compulsory)\b|\*$/i

it("every input of every form says in one way alone whether it may be left empty", () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(cases, ({ state }) => {
      for (const episode of state.episodes) {
        for (const view of everyForm({ child, state, person: worker }, episode, at(600))) {
          for (const input of inputsOf(view)) {
            seen.add(`${view.callback_id} ${input.block_id} ${input.optional}`)
            expect(typeof input.optional).toBe("boolean")
            expect([view.callback_id, input.label.text]).not.toEqual([
              view.callback_id,
              expect.stringMatching(saysItself)
            ])
          }
        }
      }
    }),
    { numRuns: 30 }
  )
  expect(seen.size).toBeGreaterThan(80)
})

it("the form to assign asks for an interviewer, and for another person only where one is named", () => {
  const needed = (interviewers: Readonly<Record<string, string>>) =>
    inputsOf(assignView({ child, episodeId: "episode-1" as never }, undefined, { interviewers })).flatMap(
      ({ optional, label }) => (optional === true ? [] : [label.text])
    )
  expect(needed({ U1: "One" })).toEqual(["Interviewer"])
  expect(needed({})).toEqual(["Interviewer"])
})
