import type { CouncilWording } from "@safe-return/domain/policy"
import { expect, test } from "vitest"
import { inCouncilWords } from "../src/councilWords.ts"

const wording: CouncilWording = {
  mash: { team: "Front Door" },
  "missing-coordinator": { one: "an Exploitation Lead", many: "Exploitation Leads" },
  "team-manager": { one: "a practice supervisor", many: "practice supervisors" },
  "head-of-service": { one: "an assistant director", many: "assistant directors" },
  "allocated-worker": { one: "a lead practitioner", many: "lead practitioners" },
  "out-of-hours-duty": { one: "an evening worker", team: "evening desk" },
  "missing-team": { team: "Safe Home Team" },
  "exploitation-team": { team: "Contextual Hub" }
}
const say = inCouncilWords({ wording })

test.each([
  ["A Missing Co-ordinator or team manager assigns it.", "An Exploitation Lead or practice supervisor assigns it."],
  ["Tell the Missing Co-ordinators and a team manager.", "Tell the Exploitation Leads and a practice supervisor."],
  ["Team managers decide; the head of service hears.", "Practice supervisors decide; the assistant director hears."],
  ["The MASH screens: MASH screening, *MASH*.", "The Front Door screens: Front Door screening, *Front Door*."],
  ["You are the allocated worker's cover.", "You are the lead practitioner's cover."],
  ["Allocated worker: nobody", "Lead practitioner: nobody"],
  ["Ring the duty team. An out-of-hours duty worker comes.", "Ring the evening desk. An evening worker comes."],
  ["the out-of-hours duty team; out-of-hours duty", "the evening desk; evening desk"],
  ["Missing Team (Evolve)", "Safe Home Team"],
  ["Is the Evolve Team asked?", "Is the Contextual Hub asked?"]
])("%s is said in the council's words", (ours, theirs) => {
  expect(say(ours)).toBe(theirs)
})

test("names of senders, ids and words that only hold a role's name stay", () => {
  for (const text of ["mash", "SAFE_RETURN_MASH", "MASHED", "missing-coordinator", "a steam manager"]) {
    expect(say(text)).toBe(text)
  }
})

test("a council's own word that holds one of ours is said once", () => {
  const own = inCouncilWords({ wording: { mash: { team: "MASH North" } } })
  expect(own("The MASH screens.")).toBe("The MASH North screens.")
})

test("a council without words of its own reads ours", () => {
  const text = "A Missing Co-ordinator or team manager, the MASH."
  expect(inCouncilWords({})(text)).toBe(text)
  expect(inCouncilWords({ wording: {} })(text)).toBe(text)
})
