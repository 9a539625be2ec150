/** Two people at one child within milliseconds of each other, and what could only half be written. */

import { at, child, missing, returned } from "@safe-return/casework/testing"
import { JournalUnavailable } from "@safe-return/journal"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { setWorkerButton } from "../../src/forms/allocatedWorker/allocatedWorkerView.ts"
import { assignButton } from "../../src/forms/assign/assignView.ts"
import { screenButton } from "../../src/forms/screen/screenView.ts"
import { wordsOf } from "../messages/caseSnapshot.ts"
import { press, withChild } from "./madeUpCard.ts"
import { CHANNEL, openSurface } from "./surface.ts"

const now = at(20)

describe("two people who send a form within milliseconds", () => {
  it("are one who records and one who is shown what was recorded", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), returned(6))
    const [manager, coordinator] = [surface.person("U0MANAGER"), surface.person("U0COORDINATOR")]
    await press(manager, card, assignButton.actionId)
    await press(coordinator, card, assignButton.actionId)
    surface.beforeEachCommand(Effect.sleep("30 millis"))
    await Promise.all([
      manager.submit({ interviewer: "U0INTERVIEWER" }),
      coordinator.submit({ interviewer: "U0INTERVIEWER2" })
    ])
    expect(surface.states.get(child)?.interviews).toHaveLength(1)
    const shown = [manager, coordinator].filter(({ modal }) => modal !== undefined)
    expect(shown).toHaveLength(1)
    expect(wordsOf(shown[0]?.modal)).toMatch(/Not recorded yet.*Interview assigned/)
  })

  it("may both record where what they record is about different things", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    const [manager, mash] = [surface.person("U0MANAGER"), surface.person("U0MASH")]
    await manager.command(CHANNEL, "/findme", "LCS-10432")
    await mash.command(CHANNEL, "/missing", "screen LCS-10432")
    surface.beforeEachCommand(Effect.sleep("30 millis"))
    const answers = await Promise.all([
      manager.submit({
        kind: "find-me-plan",
        reference: "LL-77",
        photograph: "present",
        contacts: "present",
        "likely-places": "present",
        "ways-to-reach": "present",
        "place-of-return": "present",
        reviewDueAt: "2027-01-04"
      }),
      mash.submit({ allocated: "no-concern", caseReference: "LL-2026-7" })
    ])
    expect(answers).toMatchObject([{ outcome: "acknowledged" }, { outcome: "acknowledged" }])
    expect(surface.states.get(child)).toMatchObject({
      findMePlan: { reference: "LL-77" },
      episodes: [{ caseReference: "LL-2026-7" }]
    })
  })
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

describe("a reference that looks like a name or a birth date", () => {
  it.each(["Emma2009", "12-03-2011"])(
    "is refused beside the field when a child comes on record: %s",
    async (reference) => {
      await using surface = await openSurface(now)
      const mash = surface.person("U0MASH")
      await mash.command(CHANNEL, "/missing", "report")
      const { fieldErrors } = await mash.submit({
        reference,
        absence: "missing",
        missingFrom: "home",
        risk: "medium",
        missingAt: at(18) / 1_000,
        reportedAt: at(19) / 1_000
      })
      expect(fieldErrors).toEqual({ reference: expect.stringContaining("it would be shown in messages") })
      expect(surface.states.size).toBe(0)
    }
  )
})
