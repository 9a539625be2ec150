/** Taking a person off an interview, and withdrawing what was recorded of it. */

import {
  assigned,
  at,
  child,
  completed,
  interviewer,
  missing,
  notified,
  offered,
  returned,
  type Told
} from "@safe-return/casework/testing"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { correctButton } from "../../src/forms/correct/correctView.ts"
import { unassignButton } from "../../src/forms/unassign/unassignView.ts"
import { withdrawFromInterviewButton } from "../../src/forms/withdrawFromInterview/withdrawFromInterviewView.ts"
import { press, withChild } from "../listeners/madeUpCard.ts"
import { openSurface, type Surface } from "../listeners/surface.ts"

const now = at(40)
const again: Told = notified(
  at(30),
  { kind: "missing", absence: "missing", missingFrom: "care", risk: "high", missingAt: at(0), reportedAt: at(0.5) },
  { reference: "SYP-2026-0000002" }
)
const interviewOn = (surface: Surface) => surface.states.get(child)?.interviews[0]

describe("the interview of a child who is missing after all", () => {
  it("is taken off the interviewer, from the card, and nothing is left to decide", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), returned(6), assigned(7), again)
    const coordinator = surface.person("U0COORDINATOR")
    await press(coordinator, card, unassignButton.actionId)
    await coordinator.submit({ reason: "return-withdrawn" })
    expect(coordinator.modal).toBeUndefined()
    expect(interviewOn(surface)?.interviewer).toBeUndefined()
  })

  it("is no other interviewer's to give up, and its own interviewer's to give up at once", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), returned(6), assigned(7), again)
    const another = surface.person("U0INTERVIEWER2")
    await press(another, card, unassignButton.actionId)
    expect(another.modal?.title).not.toMatchObject({ text: "Can't take it" })
    expect(interviewOn(surface)?.interviewer).toBe(interviewer)
    const own = surface.person(interviewer)
    await press(own, card, unassignButton.actionId)
    expect(wordsOf(own.modal)).toContain("The Missing Co-ordinator is told")
    await own.submit({ reason: "interviewer-unavailable" })
    expect(own.modal).toBeUndefined()
    expect(interviewOn(surface)?.interviewer).toBeUndefined()
  })

  it("is withdrawn fact by fact where it was offered and held", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(
      surface,
      missing(),
      returned(6),
      assigned(7),
      offered(8, "accepted"),
      completed(9),
      again
    )
    const mash = surface.person("U0MASH")
    await press(mash, card, withdrawFromInterviewButton.actionId)
    expect(wordsOf(mash.modal)).toContain("The completed interview, Tue 24 Nov 2026, 03:00")
    expect(wordsOf(mash.modal)).not.toMatch(/grooming|school/)
    await mash.submit({ fact: `completed:${at(9)}`, reason: "wrong-record" })
    expect(mash.modal).toBeUndefined()
    expect(interviewOn(surface)?.completed).toBeUndefined()
    for (const fact of ["answer", `offer:${at(8)}`]) {
      await press(mash, card, withdrawFromInterviewButton.actionId)
      await mash.submit({ fact, reason: "wrong-record" })
    }
    expect(interviewOn(surface)?.offeredAt).toBeUndefined()
    expect(interviewOn(surface)?.interviewer).toBe("U0INTERVIEWER")
  })

  it("is withdrawn through Correct as well, while the child is back", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), returned(6), assigned(7), offered(8))
    const mash = surface.person("U0MASH")
    await press(mash, card, correctButton.actionId)
    await mash.submit({ choice: "withdraw" })
    await mash.submit({ fact: `offer:${at(8)}`, reason: "mistyped" })
    expect(mash.modal).toBeUndefined()
    expect(interviewOn(surface)?.offeredAt).toBeUndefined()
  })
})
