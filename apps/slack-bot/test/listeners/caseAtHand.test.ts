/** Looking a case up, MASH screening, the Find Me Plan and the shortcuts. */

import { at, child, found, missing, notified, returned, tell } from "@safe-return/casework/testing"
import { ChildReference } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import { acknowledgeButton } from "../../src/forms/acknowledgeButtons.ts"
import { moreButton } from "../../src/forms/cardButtons.ts"
import { lastReply, withChild } from "./madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "./surface.ts"

const now = at(20)

const missingCommand = (surface: Surface, person: string, text: string) =>
  surface.person(person).command(CHANNEL, "/missing", text)

describe("/missing status", () => {
  it("shows the card with its buttons, and what is left to do", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    await missingCommand(surface, "U0MANAGER", "status lcs-10432")
    const said = lastReply(surface, "U0MANAGER")
    expect(said).toContain("LCS-10432 · Returned")
    expect(said).toContain("Still to do")
    expect(said).toContain("confirm for this episode who the child is allocated to, or that nobody is")
    expect(said).toContain("Find Me Plan: none is recorded")
    expect(said).toContain(`"action_id":"${moreButton.actionId}"`)
    expect(said).toContain('"action_id":"assign-interview"')
  })

  it("shows a worker who has not the case no button of what others do", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    await missingCommand(surface, "U0WORKER", "status LCS-10432")
    const said = lastReply(surface, "U0WORKER")
    expect(said).toContain('"action_id":"whereabouts"')
    for (const action of ["assign-interview", "log-interview", moreButton.actionId])
      expect(said).not.toContain(`"action_id":"${action}"`)
  })

  it("asks a reader to acknowledge an alert that nobody has answered", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    await missingCommand(surface, "U0WORKER", "status LCS-10432")
    const said = lastReply(surface, "U0WORKER")
    expect(said).toContain("Nobody has acknowledged the alert yet.")
    expect(said).toContain(`"action_id":"${acknowledgeButton.actionId}"`)
  })

  it("says that a find waits for a report, where none has come, and so does any other command", async () => {
    await using surface = await openSurface(now)
    surface.states.set(child, tell([notified(at(0.5), { kind: "found", foundAt: at(0.4) })]).state)
    for (const text of ["status LCS-10432", "found LCS-10432 10:00", "worker LCS-10432"]) {
      await missingCommand(surface, "U0MASH", text)
      expect(lastReply(surface, "U0MASH")).toContain("No missing report of LCS-10432 is recorded yet")
    }
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
    expect(said).toMatch(/LCS-10432\* last seen Mon 23 Nov, 18:00 \(20 h ago\).*LCS-10555/)
  })
})
