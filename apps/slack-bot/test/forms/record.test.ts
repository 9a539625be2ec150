import { assigned, at, child, completed, missing, offered, returned } from "@safe-return/casework/testing"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { recordButton } from "../../src/forms/record/recordView.ts"
import { lastReply, press, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"

const now = at(20)
const interviewed = [missing(), returned(6), assigned(7), offered(8, "accepted"), completed(9)]

const interviewOn = (surface: Surface) => surface.states.get(child)?.interviews[0]

describe("the interview's record", () => {
  it("is coded step by step, each kept as it is sent", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, ...interviewed)
    const interviewer = surface.person("U0INTERVIEWER")
    await press(interviewer, card, recordButton.actionId)
    await interviewer.submit({ present: ["alone"], independent: "yes", hostAuthority: "Leeds City Council" })
    expect(interviewOn(surface)?.record).toEqual({
      present: ["alone"],
      independent: true,
      hostAuthority: "Leeds City Council"
    })
    expect(wordsOf(interviewer.modal)).toContain("Record 2: why and where")
    await interviewer.submit({ push: ["bullying"], cameBack: "police" })
    await interviewer.submit({ "harm.injury": "yes", "risks.gang": "suspected" })
    await interviewer.submit({
      caseReference: "LL-2026-0009",
      sharedWith: ["police", "school"],
      sharedAt: at(10) / 1_000,
      lawfulReason: "public-task",
      childInformed: "yes"
    })
    expect(interviewer.modal).toBeUndefined()
    expect(interviewOn(surface)).toMatchObject({
      caseReference: "LL-2026-0009",
      record: {
        present: ["alone"],
        push: ["bullying"],
        cameBack: "police",
        harm: { injury: "yes" },
        risks: { gang: "suspected" },
        shared: [
          { with: "police", sharedAt: at(10), lawfulReason: "public-task", childInformed: true },
          { with: "school", sharedAt: at(10), lawfulReason: "public-task", childInformed: true }
        ]
      }
    })
  })

  it("is not written up or signed off before it took place, nor signed off without a role", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...interviewed)
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "record LCS-10432")
    for (const _ of [1, 2, 3]) await interviewer.submit()
    const early = await interviewer.submit({ writtenAt: at(8.5) / 1_000 })
    expect(early.fieldErrors).toEqual({ writtenAt: expect.stringContaining("once it has taken place") })
    const guest = await interviewer.submit({ writtenAt: at(9.5) / 1_000, signedOffBy: "U0BYSTANDER" })
    expect(guest.fieldErrors).toEqual({ signedOffBy: expect.stringContaining("holds no role") })
    await interviewer.submit({ writtenAt: at(9.5) / 1_000, signedOffBy: "U0MANAGER" })
    expect(interviewOn(surface)?.record).toMatchObject({ writtenAt: at(9.5), signedOffBy: "U0MANAGER" })
  })

  it("goes on later: what is recorded stays, adds up, and is not shown again", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...interviewed)
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "record LCS-10432")
    await interviewer.submit({ present: ["advocate"] })
    await interviewer.submit()
    await interviewer.submit({ "risks.gang": "confirmed" })
    await interviewer.closeModal()
    await interviewer.command(CHANNEL, "/rhi", "record LCS-10432")
    expect(JSON.stringify(interviewer.modal?.state)).not.toContain("advocate")
    await interviewer.submit()
    await interviewer.submit()
    await interviewer.submit({ "risks.violence": "none" })
    expect(interviewOn(surface)?.record).toEqual({
      present: ["advocate"],
      risks: { gang: "confirmed", violence: "none" }
    })
  })

  it.each([
    ["a name that is no council's", 0, { hostAuthority: "leeds 2" }, "hostAuthority"],
    ["a reference with spaces", 3, { caseReference: "no number" }, "caseReference"],
    ["half of an act of sharing", 3, { sharedWith: ["police"] }, "lawfulReason"]
  ])("refuses %s beside its input, and nothing is written", async (_, skipped, answers, field) => {
    await using surface = await openSurface(now)
    await withChild(surface, ...interviewed)
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "record LCS-10432")
    for (let step = 0; step < skipped; step += 1) await interviewer.submit()
    const before = surface.states.get(child)
    expect((await interviewer.submit(answers)).fieldErrors).toHaveProperty([field])
    expect(surface.states.get(child)).toBe(before)
  })

  it("says in a later step too that another person recorded meanwhile", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...interviewed)
    const [one, other] = [surface.person("U0INTERVIEWER"), surface.person("U0MANAGER")]
    await one.command(CHANNEL, "/rhi", "record LCS-10432")
    await one.submit({ present: ["alone"] })
    await other.command(CHANNEL, "/rhi", "record LCS-10432")
    await other.submit({ present: ["advocate"] })
    const before = surface.states.get(child)
    await one.submit({ push: ["bullying"] })
    expect(wordsOf(one.modal)).toContain("*Not recorded yet.*")
    expect(surface.states.get(child)).toBe(before)
  })

  it("opens no form while there is no interview", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    await surface.person("U0INTERVIEWER").command(CHANNEL, "/rhi", "record LCS-10432")
    expect(lastReply(surface, "U0INTERVIEWER")).toContain("Nobody is assigned to this interview yet")
  })
})
