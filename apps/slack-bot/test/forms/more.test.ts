import { at, child, missing, returned } from "@safe-return/casework/testing"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it, vi } from "vitest"
import { setWorkerButton } from "../../src/forms/allocatedWorker/allocatedWorkerView.ts"
import { moreButton } from "../../src/forms/cardButtons.ts"
import { lastReply, withChild } from "../listeners/madeUpCard.ts"
import { openSurface } from "../listeners/surface.ts"

const now = at(40)

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
