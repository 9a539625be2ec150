import { assigned, at, child, missing, offered, returned } from "@safe-return/casework/testing"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { noInterviewButton } from "../../src/forms/noInterview/noInterviewView.ts"
import { offerButton } from "../../src/forms/offer/offerView.ts"
import { press, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"

const now = at(20)
const seconds = (hours: number) => at(hours) / 1_000

const interviewOn = (surface: Surface) => surface.states.get(child)?.interviews[0]

describe("the offer", () => {
  it("to the child is recorded with the answer, by command or by button", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), returned(6), assigned(7))
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "offer lcs-10432")
    expect(await interviewer.submit({ offeredAt: seconds(8), response: "no-answer" })).toMatchObject({
      fieldErrors: {}
    })
    expect(interviewer.modal).toBeUndefined()
    expect(interviewOn(surface)).toMatchObject({ offeredAt: at(8), response: "no-answer" })
    // The time of an offer stands, so only the answer is asked from then on.
    await press(interviewer, card, offerButton.actionId)
    expect(wordsOf(interviewer.modal)).toContain("Offered Tue 24 Nov 2026, 02:00")
    await interviewer.submit({ response: "accepted" })
    expect(interviewOn(surface)).toMatchObject({ offeredAt: at(8), response: "accepted" })
  })

  it("goes on to the parent or carer once the child has declined", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6), assigned(7))
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "offer LCS-10432")
    await interviewer.submit({ offeredAt: seconds(8), response: "declined" })
    expect(wordsOf(interviewer.modal)).toContain("The parent or carer is offered to tell what they know")
    const early = await interviewer.submit({ carerOfferedAt: seconds(7), carerResponse: "accepted" })
    expect(early.fieldErrors["carerOfferedAt"]).toContain("cannot come before the offer to the child")
    expect(interviewOn(surface)).not.toHaveProperty("carerOffer")
    await interviewer.submit({ carerOfferedAt: seconds(9), carerResponse: "accepted" })
    expect(interviewer.modal).toBeUndefined()
    expect(interviewOn(surface)).toMatchObject({
      offeredAt: at(8),
      response: "declined",
      carerOffer: { offeredAt: at(9), response: "accepted" }
    })
  })

  it("to the parent or carer can be made later, from the card", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), returned(6), assigned(7), offered(8, "declined"))
    const interviewer = surface.person("U0INTERVIEWER")
    await press(interviewer, card, offerButton.actionId)
    await interviewer.submit({ carerOfferedAt: seconds(9), carerResponse: "declined" })
    expect(interviewOn(surface)?.carerOffer).toEqual({ offeredAt: at(9), response: "declined" })
  })

  it.each([
    ["before the child was found", 5, "before the child was found"],
    ["in the future", 30, "in the future"]
  ])("is refused %s, and nothing is written", async (_, hours, sentence) => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6), assigned(7))
    const before = surface.states.get(child)
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "offer LCS-10432")
    const refused = await interviewer.submit({ offeredAt: seconds(hours), response: "accepted" })
    expect(refused.fieldErrors["offeredAt"]).toContain(sentence)
    expect(surface.states.get(child)).toBe(before)
  })

  it("can be logged before anybody is assigned, and a decline stands", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "offer LCS-10432")
    await interviewer.submit({ offeredAt: seconds(8), response: "declined" })
    expect(interviewOn(surface)).toMatchObject({ offeredAt: at(8), response: "declined" })
    expect(interviewOn(surface)).not.toHaveProperty("interviewer")
  })
})

describe("an attempt", () => {
  it("is recorded, and shown when the next is", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6), assigned(7))
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "attempt LCS-10432")
    const refused = await interviewer.submit({ attemptedAt: seconds(5), method: "phone", result: "no-reply" })
    expect(refused.fieldErrors["attemptedAt"]).toContain("before the child was found")
    await interviewer.submit({ attemptedAt: seconds(8), method: "phone", result: "no-reply" })
    expect(interviewOn(surface)?.attempts).toEqual([{ attemptedAt: at(8), method: "phone", result: "no-reply" }])
    await interviewer.command(CHANNEL, "/rhi", "attempt LCS-10432")
    expect(wordsOf(interviewer.modal)).toContain("Tue 24 Nov 2026, 02:00, by phone: no reply")
  })
})

describe("no interview", () => {
  it("because the child declined asks for the offer, then for the parent's or carer's", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6), assigned(7))
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "decline LCS-10432")
    const refused = await interviewer.submit({ reason: "declined-by-child" })
    expect(refused.fieldErrors["offeredAt"]).toContain("Give when the interview was offered")
    await interviewer.submit({ reason: "declined-by-child", offeredAt: seconds(8) })
    expect(wordsOf(interviewer.modal)).toContain("Offered to the parent or carer at")
    expect(interviewOn(surface)).toMatchObject({ offeredAt: at(8), response: "declined" })
  })

  it("for another reason is recorded with who decided", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), returned(6))
    const manager = surface.person("U0MANAGER")
    await press(manager, card, noInterviewButton.actionId)
    const muddled = await manager.submit({ reason: "custody-or-hospital", offeredAt: seconds(8) })
    expect(muddled.fieldErrors["offeredAt"]).toContain("Leave this empty")
    await manager.submit({ reason: "custody-or-hospital", offeredAt: null })
    expect(surface.states.get(child)?.episodes).toMatchObject([
      { interviewNotDone: { reason: "custody-or-hospital", decidedBy: "U0MANAGER" } }
    ])
  })
})
