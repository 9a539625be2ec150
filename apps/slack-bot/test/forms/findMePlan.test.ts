import { at, child, missing } from "@safe-return/casework/testing"
import { civilDay, formatCivilDay, startOfLondonDay } from "@safe-return/domain/calendar"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { lastReply, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"

const now = at(20)

const missingCommand = (surface: Surface, person: string, text: string) =>
  surface.person(person).command(CHANNEL, "/missing", text)

const onlyEpisodeOf = (surface: Surface) => surface.states.get(child)?.episodes[0]

describe("/findme", () => {
  const plan = {
    kind: "find-me-plan",
    reference: "LL-2026-8",
    photograph: "present",
    contacts: "present",
    "likely-places": "out-of-date",
    "ways-to-reach": "present",
    "place-of-return": "present",
    reviewDueAt: formatCivilDay(civilDay(2027, 1, 4))
  }

  const findMe = (surface: Surface, person: string, text = "LCS-10432") =>
    surface.person(person).command(CHANNEL, "/findme", text)

  it("records where the plan is and what it holds, with part two while the child is missing", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    await findMe(surface, "U0WORKER")
    const worker = surface.person("U0WORKER")
    expect(wordsOf(worker.modal)).toContain("Find Me Plan: none is recorded")
    const added = { partTwoReference: "LL-2026-9", clothing: "present", "last-seen": "present" }
    expect(await worker.submit({ ...plan, ...added })).toMatchObject({ fieldErrors: {} })
    expect(surface.states.get(child)?.findMePlan).toMatchObject({
      reference: "LL-2026-8",
      facts: { "likely-places": "out-of-date" },
      reviewDueAt: startOfLondonDay(civilDay(2027, 1, 4))
    })
    expect(onlyEpisodeOf(surface)?.progress).toMatchObject({ partTwo: { reference: "LL-2026-9" } })
    await missingCommand(surface, "U0WORKER", "status LCS-10432")
    expect(lastReply(surface, "U0WORKER")).toContain("out of date: where the child is likely to go")
  })

  it("overwrites no plan that was recorded meanwhile", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    await findMe(surface, "U0WORKER")
    await findMe(surface, "U0MASH")
    await surface.person("U0MASH").submit(plan)
    const recorded = surface.states.get(child)
    const worker = surface.person("U0WORKER")
    await worker.submit({ ...plan, reference: "LL-2026-99" })
    expect(wordsOf(worker.modal)).toContain("Someone recorded the plan while this form was open")
    expect(surface.states.get(child)).toBe(recorded)
  })

  it("is refused where the reference is none, and nothing is written", async () => {
    await using surface = await openSurface(now)
    await findMe(surface, "U0WORKER", "Synthetic")
    expect(lastReply(surface, "U0WORKER")).toContain("Give the case system's reference")
    await findMe(surface, "U0WORKER", "LCS-10432")
    const refused = await surface.person("U0WORKER").submit({ ...plan, reference: "Synthetic Name" })
    expect(Object.keys(refused.fieldErrors)).toEqual(["reference"])
    expect(surface.states.size).toBe(0)
  })
})
