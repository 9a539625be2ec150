import { assigned, at, child, missing, returned, type Told } from "@safe-return/casework/testing"
import { PersonId } from "@safe-return/domain/pathway"
import { JournalUnavailable } from "@safe-return/journal"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { setWorkerButton } from "../../src/forms/allocatedWorker/allocatedWorkerView.ts"
import { screenButton } from "../../src/forms/screen/screenView.ts"
import { press, withChild } from "../listeners/madeUpCard.ts"
import { openSurface, type Surface } from "../listeners/surface.ts"

const now = at(20)

const episodeOn = (surface: Surface, of = child) => {
  const episode = surface.states.get(of)?.episodes[0]
  if (episode === undefined) throw new Error("no episode was opened")
  return episode
}

it("several workers are allocated with the one who answers, and all must be able to act", async () => {
  await using surface = await openSurface(now)
  const card = await withChild(surface, missing())
  const mash = surface.person("U0MASH")
  await press(mash, card, setWorkerButton.actionId)
  const workers = { allocatedWorker: "U0WORKER", kind: "social-worker" }
  const { fieldErrors } = await mash.submit({ ...workers, alsoSocialWorkers: ["U0BYSTANDER"] })
  expect(fieldErrors["allocatedWorker"]).toContain("Choose a worker or team manager")
  for (const person of ["U0ADMINISTRATOR", "U0HEAD", "U0DUTY", "U0MASH", "U0INTERVIEWER"]) {
    const { fieldErrors: of } = await mash.submit({ ...workers, allocatedWorker: person })
    expect(of["allocatedWorker"]).toContain("Choose a worker or team manager")
  }
  await mash.submit({ ...workers, alsoSocialWorkers: [], alsoEarlyHelpWorkers: ["U0WORKER2"] })
  expect(episodeOn(surface).allocation).toEqual({
    _tag: "Allocated",
    to: "social-worker",
    worker: "U0WORKER",
    alsoWorkers: [{ to: "early-help-worker", worker: "U0WORKER2" }]
  })
})

it("who has the interview is not allocated, unless the child asked for that person", async () => {
  for (const knownAdult of [false, true]) {
    await using surface = await openSurface(now)
    const given = assigned(7)
    const command = { ...given.command, interviewer: PersonId.make("U0WORKER"), knownAdult } as Told["command"]
    const card = await withChild(surface, missing(), returned(6), { ...given, command })
    const mash = surface.person("U0MASH")
    await press(mash, card, setWorkerButton.actionId)
    const { fieldErrors = {} } = await mash.submit({ allocatedWorker: "U0WORKER", kind: "social-worker" })
    expect(Object.values(fieldErrors).join(" ")).toMatch(knownAdult ? /^$/ : /has the return home interview/)
    expect(episodeOn(surface).allocation?._tag).toBe(knownAdult ? "Allocated" : undefined)
  }
})

describe("an allocation whose profile cannot be written", () => {
  it.each([
    ["the allocated worker's form", setWorkerButton.actionId, { allocatedWorker: "U0WORKER", kind: "social-worker" }],
    ["MASH screening", screenButton.actionId, { allocated: "social-worker", allocatedWorker: "U0WORKER" }]
  ])("is not called unsaved, and can be sent again: %s", async (_, action, answers) => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    const mash = surface.person("U0MASH")
    await press(mash, card, action)
    surface.beforeEachProfile(Effect.fail(new JournalUnavailable({ path: "/srv/profiles", reason: "no space left" })))
    const told = Object.values((await mash.submit(answers)).fieldErrors ?? {}).join(" ")
    expect(told).toContain("The allocation is recorded")
    expect(told).not.toMatch(/nothing was saved|srv/)
    expect(surface.logged.join("\n")).toContain("AllocatedWorkerNotKept")
    expect(surface.states.get(child)?.episodes[0]?.allocation).toMatchObject({ worker: "U0WORKER" })

    surface.beforeEachProfile(Effect.void)
    await press(mash, card, action)
    await mash.submit(answers)
    expect(mash.modal).toBeUndefined()
    expect(surface.profiles.get(child)?.allocatedWorker).toBe("U0WORKER")
  })
})
