import { at, child, episodeId, manager, missing, returned, worker } from "@safe-return/casework/testing"
import type { Command } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it, vi } from "vitest"
import { setWorkerButton } from "../../src/forms/allocatedWorker/allocatedWorkerView.ts"
import { moreButton } from "../../src/forms/cardButtons.ts"
import { screenButton } from "../../src/forms/screen/screenView.ts"
import { lastReply, withChild } from "../listeners/madeUpCard.ts"
import { openSurface } from "../listeners/surface.ts"

const now = at(40)

const cancelled: Command = { _tag: "CancelEpisode", episodeId, reason: "recorded-in-error" }

describe("More", () => {
  it("shows each reader what they may do, and who does the rest", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), returned(6))
    const shownTo = async (who: string) => {
      const person = surface.person(who)
      await person.click(card, moreButton.actionId)
      return wordsOf(person.modal)
    }
    const coordinator = await shownTo("U0MANAGER")
    expect(coordinator).toContain('"action_id":"assign-interview"')
    expect(coordinator).not.toContain("Others do the rest here")
    const worker = await shownTo("U0WORKER")
    expect(worker).toContain('"action_id":"whereabouts"')
    expect(worker).not.toContain('"action_id":"assign-interview"')
    expect(worker).toContain(
      "Others do the rest here: MASH, Missing Co-ordinator, team manager or return home interviewer."
    )
  })

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

  it("offers the screening until it is done, also once a worker is set", async () => {
    await using surface = await openSurface(now)
    const allocated = { to: "social-worker", worker } as const
    const card = await withChild(surface, missing(), {
      by: manager,
      now: at(2),
      command: { _tag: "RecordAllocation", episodeId, allocated }
    })
    const mash = surface.person("U0MASH")
    await mash.click(card, moreButton.actionId)
    expect(wordsOf(mash.modal)).toContain(screenButton.actionId)
  })

  it("shows a refusal as a form of its own, because there is no conversation to reply in", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    const mash = surface.person("U0MASH")
    await mash.click(card, moreButton.actionId)
    await withChild(surface, missing(), { by: manager, now: at(2), command: cancelled })
    await mash.click({ viewId: String(mash.modal?.id) }, screenButton.actionId)
    // The press is acknowledged at once, and the reason follows.
    await vi.waitFor(() => expect(wordsOf(mash.modal)).toContain("cancelled"))
    await surface.person("U0BYSTANDER").click(card, moreButton.actionId)
    await vi.waitFor(() => expect(lastReply(surface, "U0BYSTANDER")).toContain("not set up to do this"))
  })
})
