import { at, child, missing } from "@safe-return/casework/testing"
import { EpisodeId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { correctButton } from "../../src/forms/correct/correctView.ts"
import { chooseEpisode, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"

const now = at(40)

const second = EpisodeId.make("episode-2")

const twice = [missing(), missing(2, { id: second, reference: "SYP-2026-0000002" })]

const correcting = async (surface: Surface, person: string, choice: string) => {
  await surface.person(person).command(CHANNEL, "/missing", "correct LCS-10432")
  await surface.person(person).submit({ choice })
}

describe("two disappearances that were joined by mistake", () => {
  const joined = async (surface: Surface) => {
    await withChild(surface, ...twice)
    const mash = surface.person("U0MASH")
    await mash.command(CHANNEL, "/missing", "correct LCS-10432")
    await chooseEpisode(mash, correctButton.actionId, second)
    await mash.submit({ choice: "duplicate" })
    await mash.submit({ duplicateId: "episode-1" })
    expect(surface.states.get(child)?.episodes[1]?.progress).toMatchObject({ duplicateOf: "episode-1" })
  }

  it("are separated again from the record that was kept, and both count", async () => {
    await using surface = await openSurface(now)
    await joined(surface)
    await correcting(surface, "U0MASH", "separate")
    const mash = surface.person("U0MASH")
    await mash.submit({ episodeId: "episode-2", reason: "told-wrongly" })
    expect(wordsOf(mash.modal)).toContain("count again")
    expect(surface.states.get(child)?.episodes.map(({ progress }) => progress._tag)).toEqual(["Missing", "Missing"])
  })

  it("are not separated by a worker, who may put facts right", async () => {
    await using surface = await openSurface(now)
    await joined(surface)
    surface.profiles.set(child, { child, allocatedWorker: "U0WORKER" as never })
    await surface.person("U0WORKER").command(CHANNEL, "/missing", "correct LCS-10432")
    expect(wordsOf(surface.person("U0WORKER").modal)).not.toContain("Two records were joined")
    expect(wordsOf(surface.person("U0WORKER").modal)).toContain("A time or fact is wrong")
  })
})
