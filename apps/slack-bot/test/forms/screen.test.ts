import { at, child, missing } from "@safe-return/casework/testing"
import { describe, expect, it } from "vitest"
import { screenButton } from "../../src/forms/screen/screenView.ts"
import { press, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"

const now = at(20)

const missingCommand = (surface: Surface, person: string, text: string) =>
  surface.person(person).command(CHANNEL, "/missing", text)

const onlyEpisodeOf = (surface: Surface) => surface.states.get(child)?.episodes[0]

describe("MASH screening", () => {
  it("records who is allocated, the hand-over and the case system's record, in one go", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    const mash = surface.person("U0MASH")
    await press(mash, card, screenButton.actionId)
    const answers = {
      allocated: "social-worker",
      allocatedWorker: "U0WORKER",
      coordinator: "U0COORDINATOR",
      caseReference: "LL-2026-7"
    }
    expect(await mash.submit(answers)).toMatchObject({ fieldErrors: {} })
    expect(onlyEpisodeOf(surface)).toMatchObject({
      allocation: { _tag: "Allocated", to: "social-worker", worker: "U0WORKER" },
      coordinator: "U0COORDINATOR",
      caseReference: "LL-2026-7"
    })
    expect(surface.profiles.get(child)).toEqual({ child, allocatedWorker: "U0WORKER" })
  })

  it("sends a child nobody is allocated to somewhere, by command", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    await missingCommand(surface, "U0MASH", "screen LCS-10432")
    await surface.person("U0MASH").submit({ allocated: "concern", outcome: "early-help" })
    expect(onlyEpisodeOf(surface)?.allocation).toEqual({ _tag: "Screened", outcome: "early-help" })
  })

  it.each([
    ["nothing", {}, "allocated", "Nothing is filled in"],
    ["a kind of worker without a person", { allocated: "social-worker" }, "allocatedWorker", "Choose who"],
    ["a person without a kind", { allocatedWorker: "U0WORKER" }, "allocated", "Say whether this person"],
    [
      "a person without a role",
      { allocated: "social-worker", allocatedWorker: "U0BYSTANDER" },
      "allocatedWorker",
      "Choose a worker or team manager"
    ],
    ["a hand-over to an interviewer", { coordinator: "U0INTERVIEWER" }, "coordinator", "Choose a Missing Co-ordinator"],
    ["a hand-over to a bystander", { coordinator: "U0BYSTANDER" }, "coordinator", "no role"],
    ["a screening of a child not up for it", { outcome: "universal" }, "allocated", "nobody is allocated to"],
    ["a name for a reference", { caseReference: "Synthetic Name" }, "caseReference", "no name"]
  ])("refuses %s, and nothing is written", async (_, answers, field, sentence) => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    const before = surface.states.get(child)
    await missingCommand(surface, "U0MASH", "screen LCS-10432")
    expect((await surface.person("U0MASH").submit(answers)).fieldErrors[field]).toContain(sentence)
    expect(surface.states.get(child)).toBe(before)
    expect(surface.profiles.size).toBe(0)
  })
})
