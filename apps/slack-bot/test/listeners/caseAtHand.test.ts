/** Looking a case up, MASH screening, the Find Me Plan and the shortcuts. */

import { at, child, found, missing, returned, tell } from "@safe-return/casework/testing"
import { civilDay, formatCivilDay, startOfLondonDay } from "@safe-return/domain/calendar"
import { ChildReference } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import { moreButton } from "../../src/forms/more/moreButton.ts"
import { screenButton } from "../../src/forms/screen/screenView.ts"
import { wordsOf } from "../messages/caseSnapshot.ts"
import { lastReply, press, withChild } from "./madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "./surface.ts"

const now = at(20)

const missingCommand = (surface: Surface, person: string, text: string) =>
  surface.person(person).command(CHANNEL, "/missing", text)

const onlyEpisodeOf = (surface: Surface) => surface.states.get(child)?.episodes[0]

describe("/missing status", () => {
  it("shows the card with its buttons, and what is left to do", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    await missingCommand(surface, "U0WORKER", "status lcs-10432")
    const said = lastReply(surface, "U0WORKER")
    expect(said).toContain("LCS-10432 · Returned")
    expect(said).toContain("Still to do")
    expect(said).toContain("record whether somebody is allocated")
    expect(said).toContain("Find Me Plan: none is recorded")
    expect(said).toContain(`"action_id":"${moreButton.actionId}"`)
  })

  it("is for those with a role", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    for (const text of ["status LCS-10432", "open"]) {
      await missingCommand(surface, "U0BYSTANDER", text)
      expect(lastReply(surface, "U0BYSTANDER")).toContain("not set up to do this")
      expect(lastReply(surface, "U0BYSTANDER")).not.toContain("LCS-10432")
    }
  })
})

describe("/missing open", () => {
  it("lists who is still missing and whose return is not recorded, longest first", async () => {
    await using surface = await openSurface(now)
    await missingCommand(surface, "U0MASH", "open")
    expect(lastReply(surface, "U0MASH")).toContain("No child is recorded as missing")
    await withChild(surface, missing())
    surface.states.set(ChildReference.make("LCS-10555"), tell([missing(-5), found(3)]).state)
    await missingCommand(surface, "U0MASH", "open")
    const said = lastReply(surface, "U0MASH")
    expect(said).toContain("1 still missing, 1 found but their return not recorded")
    expect(said).toMatch(/LCS-10432\* last seen Mon 23 Nov 2026, 18:00 \(20 h ago\).*LCS-10555/)
  })
})

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
      "somebody without a role",
      { allocated: "social-worker", allocatedWorker: "U0BYSTANDER" },
      "allocatedWorker",
      "no role"
    ],
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
    expect(wordsOf(worker.modal)).toContain("Somebody recorded the plan while this form was open")
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

describe("Report a missing child", () => {
  it("is a shortcut from anywhere", async () => {
    await using surface = await openSurface(now)
    await surface.person("U0WORKER").shortcut("report_missing")
    expect(wordsOf(surface.person("U0WORKER").modal)).toContain("Has the police been told?")
    await surface.person("U0BYSTANDER").shortcut("report_missing")
    expect(wordsOf(surface.person("U0BYSTANDER").modal)).toContain("not set up to do this")
  })

  it("is in the menu of a message, and takes the one case reference it names", async () => {
    await using surface = await openSurface(now)
    const worker = surface.person("U0WORKER")
    const pickedOn = async (text: string) => {
      const { ts } = await surface.person("U0MASH").say(CHANNEL, text)
      await worker.messageShortcut({ channel: CHANNEL, ts: String(ts) }, "report_missing_message")
      const modal = wordsOf(worker.modal)
      await worker.closeModal()
      return modal
    }
    expect(await pickedOn("Is LCS-10555 known? Police say SYP-2026-0000007.")).toContain('"initial_value":"LCS-10555"')
    expect(await pickedOn("LCS-10555 or LCS-10556?")).not.toContain("initial_value")
  })
})
