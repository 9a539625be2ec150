import { assigned, at, child, missing, offered, returned } from "@safe-return/casework/testing"
import { EpisodeId, PersonId } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import { setWorkerButton } from "../../src/forms/allocatedWorker/allocatedWorkerView.ts"
import { assignButton } from "../../src/forms/assign/assignView.ts"
import { logButton } from "../../src/forms/logInterview/logInterviewView.ts"
import { offerButton } from "../../src/forms/offer/offerView.ts"
import { wordsOf } from "../messages/caseSnapshot.ts"
import { press, withChild } from "./madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "./surface.ts"

const now = at(200)
const seconds = (hours: number) => at(hours) / 1_000
const second = EpisodeId.make("episode-2")
const third = EpisodeId.make("episode-3")

/** Three episodes, all over, none interviewed about. */
const threeEpisodes = [
  missing(0),
  returned(6),
  missing(50, { id: second, reference: "SYP-2026-0000002" }),
  returned(56, second),
  missing(100, { id: third, reference: "SYP-2026-0000003" }),
  returned(106, third)
]

const interviewsOn = (surface: Surface) => surface.states.get(child)?.interviews

/** Several episodes are owed an interview, so the form asks which one is meant: the newest first. */
const choose = async (person: ReturnType<Surface["person"]>) => {
  expect(wordsOf(person.modal)).toContain("Which one is meant?")
  await person.click({ viewId: String(person.modal?.id) }, logButton.actionId)
}

const completed = { completedAt: seconds(110), venue: "home", harmDisclosed: "no" }

describe("one interview for several episodes", () => {
  it("is assigned for those that are chosen", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, ...threeEpisodes)
    const manager = surface.person("U0MANAGER")
    await press(manager, card, assignButton.actionId)
    expect(wordsOf(manager.modal)).toContain("Missing from Wed 25 Nov 2026, 20:00")
    await manager.submit({ interviewer: "U0INTERVIEWER", alsoCovers: ["episode-1", second] })
    expect(interviewsOn(surface)).toMatchObject([{ episodeIds: [third, "episode-1", second] }])
  })

  it("is logged once for all of them", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...threeEpisodes)
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "log LCS-10432")
    await choose(interviewer)
    const logged = { offeredAt: seconds(107), response: "accepted", ...completed, alsoCovers: ["episode-1", second] }
    expect(await interviewer.submit(logged)).toMatchObject({ fieldErrors: {} })
    expect(interviewsOn(surface)).toMatchObject([
      { episodeIds: [third, "episode-1", second], completed: { completedAt: at(110) } }
    ])
  })

  it("is refused where one of them was not over by then, and nothing is written", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...threeEpisodes)
    const before = surface.states.get(child)
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "log LCS-10432")
    await choose(interviewer)
    const early = { offeredAt: seconds(60), response: "accepted", ...completed, completedAt: seconds(70) }
    const refused = await interviewer.submit({ ...early, alsoCovers: ["episode-1"] })
    expect(Object.values(refused.fieldErrors).join()).toContain("before the child")
    expect(surface.states.get(child)).toBe(before)
  })

  it("has nothing to choose from where no other episode waits", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "log LCS-10432")
    expect(wordsOf(interviewer.modal)).not.toContain("alsoCovers")
  })
})

describe("who carries the interview out", () => {
  it("is chosen by who has how much, and who is not independent", async () => {
    await using surface = await openSurface(at(20))
    const card = await withChild(surface, missing(), returned(6), assigned(7))
    surface.profiles.set(child, { child, allocatedWorker: PersonId.make("U0INTERVIEWER2") })
    const manager = surface.person("U0MANAGER")
    await press(manager, card, assignButton.actionId)
    expect(wordsOf(manager.modal)).toContain("<@U0INTERVIEWER>: 1 open, next due Fri 27 Nov 2026, 00:00")
    expect(wordsOf(manager.modal)).toContain("<@U0INTERVIEWER2>: none open · :no_entry: the child's allocated worker")
  })

  it("can be the host authority, arranged by somebody who holds a role", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), returned(6))
    const manager = surface.person("U0MANAGER")
    await press(manager, card, assignButton.actionId)
    const refused = await manager.submit({ interviewer: "U0BYSTANDER", arrangement: "host-authority" })
    expect(refused.fieldErrors["interviewer"]).toContain("holds no role")
    await manager.submit({ interviewer: "U0MANAGER", arrangement: "host-authority" })
    expect(interviewsOn(surface)).toMatchObject([{ interviewer: "U0MANAGER", arrangement: "host-authority" }])
    await press(manager, card, logButton.actionId)
    expect(wordsOf(manager.modal)).not.toContain("Carried out by")
    const logged = { offeredAt: seconds(107), response: "accepted", ...completed, interviewer: "U0MANAGER" }
    expect(await manager.submit(logged)).toMatchObject({ fieldErrors: {} })
    expect(interviewsOn(surface)).toMatchObject([{ arrangement: "host-authority", completed: { venue: "home" } }])
  })

  it("can be a known adult the child asked for, said when it is logged", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    const before = surface.states.get(child)
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "log LCS-10432")
    const logged = { offeredAt: seconds(107), response: "accepted", ...completed, interviewer: "U0WORKER" }
    expect((await interviewer.submit(logged)).fieldErrors["interviewer"]).toContain("known adult")
    expect(surface.states.get(child)).toBe(before)
    expect(await interviewer.submit({ ...logged, knownAdult: ["asked-for"] })).toMatchObject({ fieldErrors: {} })
    expect(interviewsOn(surface)).toMatchObject([
      { interviewer: "U0WORKER", knownAdult: true, completed: { interviewer: "U0WORKER" } }
    ])
  })
})

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

  it("does not change back whom alerts go to", async () => {
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
