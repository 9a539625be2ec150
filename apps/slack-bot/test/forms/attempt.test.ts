import { at, child, missing, returned } from "@safe-return/casework/testing"
import { interviewStatus } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { attemptButton } from "../../src/forms/attempt/attemptView.ts"
import { press, withChild } from "../listeners/madeUpCard.ts"
import { openSurface, type Surface } from "../listeners/surface.ts"

const now = at(200)

const seconds = (hours: number) => at(hours) / 1_000

const owed = [missing(0), returned(6)]

const interviewOn = (surface: Surface) => surface.states.get(child)?.interviews[0]

const standingOn = (surface: Surface) => {
  const state = surface.states.get(child)
  return state?.episodes.map((episode) => interviewStatus(state, episode)._tag)
}

describe("before anybody is assigned", () => {
  it("an attempt is recorded, and a carer who refused access is asked what they know", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, ...owed)
    const interviewer = surface.person("U0INTERVIEWER")
    await press(interviewer, card, attemptButton.actionId)
    await interviewer.submit({ attemptedAt: seconds(8), method: "through-carer", result: "carer-refused" })
    expect(wordsOf(interviewer.modal)).toContain("Offered to the parent or carer at")
    await interviewer.submit({ carerOfferedAt: seconds(9), carerResponse: "accepted" })
    expect(interviewOn(surface)).toMatchObject({ carerOffer: { offeredAt: at(9), response: "accepted" } })
    expect(standingOn(surface)).toEqual(["Unassigned"])
  })
})
