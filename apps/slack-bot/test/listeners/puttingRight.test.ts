/** Records put right: an interview's facts, and a merge that was a mistake. */

import { assigned, at, child, completed, missing, offered, returned } from "@safe-return/casework/testing"
import { EpisodeId } from "@safe-return/domain/pathway"
import { describe, expect, it, vi } from "vitest"
import { setWorkerButton } from "../../src/forms/allocatedWorker/allocatedWorkerView.ts"
import { moreButton } from "../../src/forms/more/moreButton.ts"
import { wordsOf } from "../messages/caseSnapshot.ts"
import { lastReply, withChild } from "./madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "./surface.ts"

const now = at(40)
const second = EpisodeId.make("episode-2")
const twice = [missing(), missing(2, { id: second, reference: "SYP-2026-0000002" })]

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

  it("cannot be put before the return or given to somebody who is no interviewer, said beside the field", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...interviewed)
    const manager = surface.person("U0MANAGER")
    await correcting(surface, "U0MANAGER", "interview")
    const early = await manager.submit({ reason: "mistyped", completedAt: at(5) / 1_000 })
    expect(Object.keys(early.fieldErrors ?? {})).toEqual(["completedAt"])
    await correcting(surface, "U0MANAGER", "interview")
    const nobody = await manager.submit({ reason: "mistyped", interviewer: "U0BYSTANDER" })
    expect(Object.keys(nobody.fieldErrors ?? {})).toEqual(["interviewer"])
    await correcting(surface, "U0MANAGER", "interview")
    expect(Object.keys((await manager.submit({ reason: "mistyped" })).fieldErrors ?? {})).toEqual(["offeredAt"])
    expect(surface.asked.filter(({ _tag }) => _tag === "CorrectInterview")).toHaveLength(2)
  })
})

describe("two disappearances that were joined by mistake", () => {
  const joined = async (surface: Surface) => {
    await withChild(surface, ...twice)
    await correcting(surface, "U0MASH", "duplicate")
    await surface.person("U0MASH").submit({ duplicateId: "episode-1" })
    expect(surface.states.get(child)?.episodes[1]?.progress).toMatchObject({ duplicateOf: "episode-1" })
  }

  it("are separated again from the record that was kept, and both count", async () => {
    await using surface = await openSurface(now)
    await joined(surface)
    await correcting(surface, "U0MASH", "separate")
    const mash = surface.person("U0MASH")
    await mash.submit({ episodeId: "episode-2", reason: "told-wrongly" })
    expect(wordsOf(mash.modal)).toContain("count again")
    expect(surface.states.get(child)?.episodes.map(({ progress }) => progress._tag)).toEqual(["Missing", "Missing"])
  })

  it("are not separated by a worker, who may put facts right", async () => {
    await using surface = await openSurface(now)
    await joined(surface)
    surface.profiles.set(child, { child, allocatedWorker: "U0WORKER" as never })
    await surface.person("U0WORKER").command(CHANNEL, "/missing", "correct LCS-10432")
    expect(wordsOf(surface.person("U0WORKER").modal)).not.toContain("Two records were joined")
    expect(wordsOf(surface.person("U0WORKER").modal)).toContain("A time or fact is wrong")
  })
})

describe("More", () => {
  it("opens everything a card has no room for, and a form opened from it closes both", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), returned(6))
    const mash = surface.person("U0MASH")
    await mash.click(card, moreButton.actionId)
    expect(wordsOf(mash.modal)).toContain("What is held beyond the reference")
    await mash.click({ viewId: String(mash.modal?.id) }, setWorkerButton.actionId)
    expect(wordsOf(mash.modal)).toContain("Allocated worker")
    await mash.submit({ allocatedWorker: "U0WORKER", kind: "social-worker" })
    expect(mash.modal).toBeUndefined()
    expect(surface.profiles.get(child)?.allocatedWorker).toBe("U0WORKER")
  })

  it("shows a refusal as a form of its own, because there is no conversation to reply in", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), returned(6))
    const worker = surface.person("U0WORKER")
    await worker.click(card, moreButton.actionId)
    await worker.click({ viewId: String(worker.modal?.id) }, setWorkerButton.actionId)
    // The press is acknowledged at once, and the reason follows.
    await vi.waitFor(() => expect(wordsOf(worker.modal)).toContain("not set up to do this"))
    await surface.person("U0BYSTANDER").click(card, moreButton.actionId)
    await vi.waitFor(() => expect(lastReply(surface, "U0BYSTANDER")).toContain("not set up to do this"))
  })
})
