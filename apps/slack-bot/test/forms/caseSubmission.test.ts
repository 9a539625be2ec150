import { assigned, at, child, missing, offered, returned } from "@safe-return/casework/testing"
import { wordsOf } from "@safe-return/outreach/testing"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { setWorkerButton } from "../../src/forms/allocatedWorker/allocatedWorkerView.ts"
import { assignButton } from "../../src/forms/assign/assignView.ts"
import { offerButton } from "../../src/forms/offer/offerView.ts"
import { press, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"

const now = at(200)

const seconds = (hours: number) => at(hours) / 1_000

const interviewsOn = (surface: Surface) => surface.states.get(child)?.interviews

describe("a form that was opened before something else was recorded", () => {
  it("says what, keeps what was entered, and records it when it is sent again", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), returned(6))
    const [manager, coordinator] = [surface.person("U0MANAGER"), surface.person("U0COORDINATOR")]
    await press(manager, card, assignButton.actionId)
    await coordinator.command(CHANNEL, "/rhi", "assign LCS-10432 <@U0INTERVIEWER>")
    await manager.submit({ interviewer: "U0INTERVIEWER2" })
    expect(interviewsOn(surface)).toMatchObject([{ interviewer: "U0INTERVIEWER" }])
    expect(wordsOf(manager.modal)).toContain(
      "Since you opened this form:\\n• *Interview assigned* to <@U0INTERVIEWER>. By <@U0COORDINATOR>."
    )
    await manager.submit()
    expect(manager.modal).toBeUndefined()
    expect(interviewsOn(surface)).toMatchObject([{ interviewer: "U0INTERVIEWER2" }])
  })

  it("does not pass over an answer that came in between", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6), assigned(7), offered(8, "no-answer"))
    const [one, other] = [surface.person("U0INTERVIEWER"), surface.person("U0INTERVIEWER2")]
    await one.command(CHANNEL, "/rhi", "offer LCS-10432")
    await other.command(CHANNEL, "/rhi", "offer LCS-10432")
    await other.submit({ response: "accepted" })
    await one.submit()
    expect(interviewsOn(surface)).toMatchObject([{ response: "accepted" }])
    expect(wordsOf(one.modal)).toContain("*Answer to the offer:* Accepted.")
  })

  it("is told of that too when it followed on a form that was sent", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), returned(6), assigned(7), offered(8, "no-answer"))
    const [one, other] = [surface.person("U0INTERVIEWER"), surface.person("U0INTERVIEWER2")]
    await one.command(CHANNEL, "/rhi", "offer LCS-10432")
    await one.submit({ response: "declined" })
    expect(wordsOf(one.modal)).toContain("Offer to the carer")
    await press(other, card, offerButton.actionId)
    await other.submit({ carerOfferedAt: seconds(9), carerResponse: "accepted" })
    await one.submit({ carerOfferedAt: seconds(10), carerResponse: "no-answer" })
    expect(interviewsOn(surface)).toMatchObject([{ carerOffer: { response: "accepted" } }])
    expect(wordsOf(one.modal)).toContain("*Offered to the parent or carer* Tue 24 Nov 2026, 03:00: Accepted.")
  })

  it("does not change back who gets the alerts", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    const [mash, manager] = [surface.person("U0MASH"), surface.person("U0MANAGER")]
    await press(mash, card, setWorkerButton.actionId)
    await press(manager, card, setWorkerButton.actionId)
    await manager.submit({ allocatedWorker: "U0WORKER" })
    await mash.submit({ allocatedWorker: "U0WORKER2" })
    expect(surface.profiles.get(child)).toEqual({ child, allocatedWorker: "U0WORKER" })
    expect(wordsOf(mash.modal)).toContain("*Allocated worker:* <@U0WORKER>")
  })
})

describe("two people who send a form within milliseconds", () => {
  it("are one who records and one who is shown what was recorded", async () => {
    await using surface = await openSurface(at(20))
    const card = await withChild(surface, missing(), returned(6))
    const [manager, coordinator] = [surface.person("U0MANAGER"), surface.person("U0COORDINATOR")]
    await press(manager, card, assignButton.actionId)
    await press(coordinator, card, assignButton.actionId)
    surface.beforeEachCommand(Effect.sleep("30 millis"))
    await Promise.all([
      manager.submit({ interviewer: "U0INTERVIEWER" }),
      coordinator.submit({ interviewer: "U0INTERVIEWER2" })
    ])
    expect(surface.states.get(child)?.interviews).toHaveLength(1)
    const shown = [manager, coordinator].filter(({ modal }) => modal !== undefined)
    expect(shown).toHaveLength(1)
    expect(wordsOf(shown[0]?.modal)).toMatch(/Not recorded yet.*Interview assigned/)
  })

  it("may both record where what they record is about different things", async () => {
    await using surface = await openSurface(at(20))
    await withChild(surface, missing())
    const [manager, mash] = [surface.person("U0MANAGER"), surface.person("U0MASH")]
    await manager.command(CHANNEL, "/findme", "LCS-10432")
    await mash.command(CHANNEL, "/missing", "screen LCS-10432")
    surface.beforeEachCommand(Effect.sleep("30 millis"))
    const answers = await Promise.all([
      manager.submit({
        kind: "find-me-plan",
        reference: "LL-77",
        photograph: "present",
        contacts: "present",
        "likely-places": "present",
        "ways-to-reach": "present",
        "place-of-return": "present",
        reviewDueAt: "2027-01-04"
      }),
      mash.submit({ allocated: "no-concern", caseReference: "LL-2026-7" })
    ])
    expect(answers).toMatchObject([{ outcome: "acknowledged" }, { outcome: "acknowledged" }])
    expect(surface.states.get(child)).toMatchObject({
      findMePlan: { reference: "LL-77" },
      episodes: [{ caseReference: "LL-2026-7" }]
    })
  })
})
