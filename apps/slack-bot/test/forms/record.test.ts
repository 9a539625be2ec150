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
      responsibleAuthority: "Training council",
      hostAuthority: "Leeds City Council"
    })
    expect(wordsOf(interviewer.modal)).toContain("Record 2: why and where")
    await interviewer.submit({ push: ["bullying"], cameBack: "police" })
    await interviewer.submit({ "harm.yes": ["injury"], "harm.no": [], "risks.suspected": ["gang"] })
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

  it("is written up once it took place, and signed off by another person who holds a role", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...interviewed)
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "record LCS-10432")
    for (const _ of [1, 2, 3]) await interviewer.submit()
    const early = await interviewer.submit({ writtenAt: at(8.5) / 1_000 })
    expect(early.fieldErrors).toEqual({ writtenAt: expect.stringContaining("once it has taken place") })
    const guest = await interviewer.submit({ writtenAt: at(9.5) / 1_000, signedOffBy: "U0BYSTANDER" })
    expect(guest.fieldErrors).toEqual({ signedOffBy: expect.stringContaining("holds no role") })
    const own = await interviewer.submit({ writtenAt: at(9.5) / 1_000, signedOffBy: "U0INTERVIEWER" })
    expect(own.fieldErrors).toEqual({ signedOffBy: expect.stringContaining("by another person") })
    await interviewer.submit({ writtenAt: at(9.5) / 1_000, signedOffBy: "U0MANAGER" })
    expect(interviewOn(surface)?.record).toMatchObject({ writtenAt: at(9.5), signedOffBy: "U0MANAGER" })
  })

  it("the record goes on later: it stays, adds up, and is filled in for the interviewer alone", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...interviewed)
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "record LCS-10432")
    await interviewer.submit({ present: ["advocate"] })
    await interviewer.submit()
    await interviewer.submit({ "harm.no": [], "risks.confirmed": ["gang"] })
    await interviewer.closeModal()
    const manager = surface.person("U0MANAGER")
    await manager.command(CHANNEL, "/rhi", "record LCS-10432")
    expect(JSON.stringify(manager.modal?.state)).not.toContain("advocate")
    expect(wordsOf(manager.modal)).toContain("shown to the person who heard the child alone")
    await interviewer.command(CHANNEL, "/rhi", "record LCS-10432")
    expect(JSON.stringify(interviewer.modal?.state)).toContain("advocate")
    await interviewer.submit()
    await interviewer.submit()
    expect(JSON.stringify(interviewer.modal?.state)).toContain("gang")
    await interviewer.submit({ "harm.no": [], "risks.none": ["violence"] })
    expect(interviewOn(surface)?.record).toMatchObject({
      present: ["advocate"],
      risks: { gang: "confirmed", violence: "none" }
    })
  })

  it("begins with what the log says was explored, and asks for each kind in one list", async () => {
    await using surface = await openSurface(now)
    const logged = completed(9, { harmDisclosed: "no", exploitation: ["gang", "older-associates"] })
    await withChild(surface, missing(), returned(6), assigned(7), offered(8, "accepted"), logged)
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "record LCS-10432")
    await interviewer.submit()
    await interviewer.submit()
    await interviewer.submit()
    expect(interviewOn(surface)?.record).toMatchObject({
      harm: { injury: "no", "sexual-assault": "no" },
      risks: { gang: "suspected" }
    })
    expect(interviewOn(surface)?.record?.risks).not.toHaveProperty("violence")
  })

  it("is recorded by no event where nothing is changed", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...interviewed)
    const interviewer = surface.person("U0INTERVIEWER")
    for (const _ of [1, 2]) {
      await interviewer.command(CHANNEL, "/rhi", "record LCS-10432")
      await interviewer.submit({ present: ["alone"] })
      await interviewer.closeModal()
    }
    expect(surface.recorded(child).filter(({ _tag }) => _tag === "InterviewRecorded")).toHaveLength(1)
  })

  it("shows every fault of a step at once, and says on the first input what is further down", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...interviewed)
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "record LCS-10432")
    for (const _ of [1, 2]) await interviewer.submit()
    const twice = await interviewer.submit({
      "harm.yes": ["injury"],
      "harm.no": ["injury"],
      "risks.suspected": ["gang"],
      "risks.none": ["gang"]
    })
    expect(twice.fieldErrors).toEqual({
      "harm.no": "In two lists: Injured. Keep each in one of them.",
      "risks.none": "In two lists: Gang involvement. Keep each in one of them."
    })
    await interviewer.submit({ "harm.no": [], "risks.none": [] })
    const wrong = await interviewer.submit({
      caseReference: "no number",
      signedOffBy: "U0BYSTANDER",
      sharedWith: ["police"]
    })
    expect(Object.keys(wrong.fieldErrors).sort()).toEqual([
      "caseReference",
      "childInformed",
      "lawfulReason",
      "sharedAt",
      "signedOffBy"
    ])
    const right = {
      caseReference: "LL-2026-0009",
      signedOffBy: "U0MANAGER",
      sharedAt: at(10) / 1_000,
      childInformed: "yes"
    }
    const below = await interviewer.submit(right)
    expect(below.fieldErrors).toEqual({
      caseReference: "Something further down needs correcting: Why sharing is lawful.",
      lawfulReason: expect.stringContaining("give who with")
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
