import { assigned, at, child, completed, missing, offered, returned } from "@safe-return/casework/testing"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"

const now = at(40)

const correcting = async (surface: Surface, person: string, choice: string) => {
  await surface.person(person).command(CHANNEL, "/missing", "correct LCS-10432")
  await surface.person(person).submit({ choice })
}

describe("an interview that was recorded wrongly", () => {
  const interviewed = [missing(), returned(6), assigned(7), offered(8, "accepted"), completed(20)]

  it("is put right with a reason, and nothing it brought out is shown", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...interviewed)
    await correcting(surface, "U0MANAGER", "interview")
    const manager = surface.person("U0MANAGER")
    expect(wordsOf(manager.modal)).not.toMatch(/Recorded: (Yes|school|grooming)/i)
    await manager.submit({ reason: "mistyped", completedAt: at(21) / 1_000, venue: "home" })
    expect(manager.modal).toBeUndefined()
    expect(surface.states.get(child)?.interviews[0]?.completed).toMatchObject({ completedAt: at(21), venue: "home" })
  })

  it("is refused beside its field if it precedes the return or names no interviewer", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...interviewed)
    const manager = surface.person("U0MANAGER")
    await correcting(surface, "U0MANAGER", "interview")
    const early = await manager.submit({ reason: "mistyped", completedAt: at(5) / 1_000 })
    expect(Object.keys(early.fieldErrors ?? {})).toEqual(["completedAt"])
    await correcting(surface, "U0MANAGER", "interview")
    const nobody = await manager.submit({ reason: "mistyped", interviewer: "U0BYSTANDER" })
    expect(nobody.fieldErrors).toMatchObject({
      reason: "Something further down needs correcting: Interviewer.",
      interviewer: expect.any(String)
    })
    await correcting(surface, "U0MANAGER", "interview")
    expect(Object.keys((await manager.submit({ reason: "mistyped" })).fieldErrors ?? {})).toEqual(["offeredAt"])
    expect(surface.asked.filter(({ _tag }) => _tag === "CorrectInterview")).toEqual([])
  })

  it("shows everything that is wrong in one round, each fault beside its field", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...interviewed)
    const manager = surface.person("U0MANAGER")
    await correcting(surface, "U0MANAGER", "interview")
    const refused = await manager.submit({
      reason: "mistyped",
      offeredAt: at(2) / 1_000,
      completedAt: at(400) / 1_000,
      interviewer: "U0BYSTANDER",
      followUp: ["none", "update-plans"]
    })
    const wrong = ["offeredAt", "completedAt", "interviewer", "followUp"]
    expect(Object.keys(refused.fieldErrors ?? {}).toSorted()).toEqual(wrong.toSorted())
  })
})
