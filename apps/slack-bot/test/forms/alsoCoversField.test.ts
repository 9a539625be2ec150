import { at, child, missing, returned } from "@safe-return/casework/testing"
import { EpisodeId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { assignButton } from "../../src/forms/assign/assignView.ts"
import { logButton } from "../../src/forms/logInterview/logInterviewView.ts"
import { press, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"

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
