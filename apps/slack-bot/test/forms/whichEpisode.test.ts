import { at, child, missing, returned } from "@safe-return/casework/testing"
import { EpisodeId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { assignButton } from "../../src/forms/assign/assignView.ts"
import { lastReply, press, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"

const now = at(200)

const seconds = (hours: number) => at(hours) / 1_000

const second = EpisodeId.make("episode-2")

const owed = [missing(0), returned(6)]

const twice = [...owed, missing(50, { id: second, reference: "SYP-2026-0000002" }), returned(56, second)]

const interviewOn = (surface: Surface) => surface.states.get(child)?.interviews[0]

describe("several episodes that are owed an interview", () => {
  it("are asked for by a command that names the child alone, and nothing is recorded", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...twice)
    const manager = surface.person("U0MANAGER")
    await manager.command(CHANNEL, "/rhi", "assign LCS-10432 <@U0INTERVIEWER>")
    expect(lastReply(surface, "U0MANAGER")).toContain("Which one is meant? Nothing was recorded yet.")
    expect(surface.states.get(child)?.interviews).toEqual([])
    await manager.command(CHANNEL, "/rhi", "offer LCS-10432")
    expect(wordsOf(manager.modal)).toContain("Which one is meant?")
  })

  it("are not asked for once one interview covers them all", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, ...twice)
    const manager = surface.person("U0MANAGER")
    await press(manager, card, assignButton.actionId)
    await manager.submit({ interviewer: "U0INTERVIEWER", alsoCovers: ["episode-1"] })
    await manager.command(CHANNEL, "/rhi", "log LCS-10432")
    expect(wordsOf(manager.modal)).not.toContain("Which one is meant?")
    await manager.submit({ offeredAt: seconds(60), response: "no-answer" })
    expect(interviewOn(surface)?.offers).toEqual([{ offeredAt: at(60), episodeIds: ["episode-1", second] }])
  })
})

describe("a command on a child with two open episodes", () => {
  const worker = { by: "U0MASH", commands: ["correct", "absence", "placement", "screen", "worker", "whereabouts"] }

  it.each(worker.commands)("/missing %s asks which of them is meant, newest first", async (word) => {
    await using surface = await openSurface(now)
    await withChild(surface, ...twice)
    const mash = surface.person(worker.by)
    await mash.command(CHANNEL, "/missing", `${word} LCS-10432`)
    const words = wordsOf(mash.modal)
    expect(words).toContain("Which one is meant?")
    expect(words).toMatch(/episode-2.*episode-1/s)
  })

  it("tells records apart by when they were reported and the police reference", async () => {
    await using surface = await openSurface(now)
    const [first, again] = [missing(0), missing(1, { id: second, reference: "SYP-2026-0000002" })]
    await withChild(surface, first, again)
    const mash = surface.person("U0MASH")
    await mash.command(CHANNEL, "/missing", "correct LCS-10432")
    const words = wordsOf(mash.modal)
    expect(words).toContain("SYP-2026-0000001, reported Mon 23 Nov 2026, 18:30, told to us Mon 23 Nov 2026, 19:00")
    expect(words).toContain("SYP-2026-0000002, reported Mon 23 Nov 2026, 19:30, told to us Mon 23 Nov 2026, 20:00")
  })

  it("goes to the one that is open where the other is closed", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(0), returned(6))
    const mash = surface.person("U0MASH")
    await mash.command(CHANNEL, "/missing", "correct LCS-10432")
    expect(wordsOf(mash.modal)).toContain("What is wrong?")
  })
})
