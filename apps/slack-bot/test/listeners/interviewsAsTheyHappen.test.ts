/** Interviews as they happen: who is chosen on the spot, what is logged again, and for which episode. */

import { assigned, at, child, completed, missing, offered, returned } from "@safe-return/casework/testing"
import { EpisodeId, interviewStatus } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import { assignButton } from "../../src/forms/assign/assignView.ts"
import { attemptButton } from "../../src/forms/attempt/attemptView.ts"
import { furtherSessionButton } from "../../src/forms/furtherSession/furtherSessionView.ts"
import { logButton } from "../../src/forms/logInterview/logInterviewView.ts"
import { wordsOf } from "../messages/caseSnapshot.ts"
import { lastReply, press, withChild } from "./madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "./surface.ts"

const now = at(200)
const seconds = (hours: number) => at(hours) / 1_000
const second = EpisodeId.make("episode-2")
const owed = [missing(0), returned(6)]
const twice = [...owed, missing(50, { id: second, reference: "SYP-2026-0000002" }), returned(56, second)]

const interviewOn = (surface: Surface) => surface.states.get(child)?.interviews[0]
const standingOn = (surface: Surface) => {
  const state = surface.states.get(child)
  return state?.episodes.map((episode) => interviewStatus(state, episode)._tag)
}

const held = { completedAt: seconds(20), venue: "home", harmDisclosed: "no" }

describe("a known adult chosen on the spot", () => {
  it("is logged for an interview that was assigned to somebody else", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, ...owed, assigned(7))
    const interviewer = surface.person("U0INTERVIEWER")
    await press(interviewer, card, logButton.actionId)
    const logged = { offeredAt: seconds(8), response: "accepted", ...held, interviewer: "U0WORKER" }
    expect((await interviewer.submit(logged)).fieldErrors["interviewer"]).toContain("known adult")
    expect(await interviewer.submit({ ...logged, knownAdult: ["asked-for"] })).toMatchObject({ fieldErrors: {} })
    expect(interviewOn(surface)).toMatchObject({
      interviewer: "U0INTERVIEWER",
      completed: { interviewer: "U0WORKER", knownAdult: true }
    })
  })
})

describe("a further session", () => {
  const session = { ...held, completedAt: seconds(40), interviewer: "U0INTERVIEWER" }

  it("is logged beside the interview, which stands", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, ...owed, assigned(7), offered(8, "accepted"), completed(20))
    const interviewer = surface.person("U0INTERVIEWER")
    await press(interviewer, card, furtherSessionButton.actionId)
    const refused = await interviewer.submit({ ...session, completedAt: seconds(19) })
    expect(refused.fieldErrors["completedAt"]).toContain("comes after the interview")
    await interviewer.submit(session)
    expect(interviewOn(surface)).toMatchObject({
      completed: { completedAt: at(20) },
      furtherSessions: [{ completedAt: at(40) }]
    })
  })

  it("asks for what is missing beside its field", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, ...owed, assigned(7), offered(8, "accepted"), completed(20))
    const manager = surface.person("U0MANAGER")
    await press(manager, card, furtherSessionButton.actionId)
    const refused = await manager.submit({})
    expect(Object.keys(refused.fieldErrors).sort()).toEqual(["completedAt", "harmDisclosed", "interviewer", "venue"])
  })
})

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

describe("a child who declined", () => {
  it("can be heard in another way, and the decline stays", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, ...owed, assigned(7), offered(8, "declined"))
    const manager = surface.person("U0MANAGER")
    await press(manager, card, assignButton.actionId)
    await manager.submit({ interviewer: "U0WORKER", knownAdult: ["asked-for"] })
    expect(standingOn(surface)).toEqual(["Assigned"])
    expect(interviewOn(surface)).toMatchObject({ interviewer: "U0WORKER", response: "declined" })
  })
})

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
