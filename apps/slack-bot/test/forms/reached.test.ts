import { at, child, manager, missing, onlyEpisode, tell, worker } from "@safe-return/casework/testing"
import { alertOf, EpisodeId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { acknowledgeButton } from "../../src/forms/acknowledgeButtons.ts"
import { reachedButton } from "../../src/forms/reached/reachedView.ts"
import { acknowledgeBlocks } from "../../src/messages/slackParts.ts"
import { press, pressUnoffered, withChild } from "../listeners/madeUpCard.ts"
import { openSurface, type Surface } from "../listeners/surface.ts"
import { rendered } from "../messages/rendered.ts"

const now = at(20)

const episodeOn = (surface: Surface, of = child) => {
  const episode = surface.states.get(of)?.episodes[0]
  if (episode === undefined) throw new Error("no episode was opened")
  return episode
}

describe("an alert", () => {
  it("is acknowledged by a person in the roles they hold", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    surface.profiles.set(child, { child, allocatedWorker: worker })
    const message = await surface.post({
      text: "made up",
      blocks: [...acknowledgeBlocks({ child, episode: episodeOn(surface) })]
    })
    await surface.person("U0COORDINATOR").click(message, acknowledgeButton.actionId)
    await surface.person("U0WORKER").click(message, acknowledgeButton.actionId)
    expect(alertOf(episodeOn(surface)).acknowledgements).toMatchObject([
      { by: "U0COORDINATOR", as: ["missing-coordinator"] },
      { by: "U0WORKER", as: ["worker"] }
    ])
  })

  it("is acknowledged for a person reached by phone, and the message says by which person", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    const mash = surface.person("U0MASH")
    await press(mash, card, reachedButton.actionId)
    await mash.submit({ person: "U0HEAD", how: "phone" })
    const episode = episodeOn(surface)
    expect(alertOf(episode).acknowledgements).toMatchObject([
      { by: "U0HEAD", as: ["head-of-service"], reached: { how: "phone", recordedBy: "U0MASH" } }
    ])
    expect(wordsOf(rendered({ _tag: "MissingAlert", child, episode, reader: worker }))).toContain(
      "Alert acknowledged by <@U0HEAD>, reached by phone by <@U0MASH>"
    )
  })

  it("is not acknowledged for a person who holds no role, nor by those who run nothing", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    const mash = surface.person("U0MASH")
    await press(mash, card, reachedButton.actionId)
    const { fieldErrors } = await mash.submit({ person: "U0BYSTANDER", how: "text" })
    expect(fieldErrors["person"]).toContain("holds no role")
    await pressUnoffered(surface, "U0WORKER2", reachedButton)
    expect(surface.audited.at(-1)).toMatchObject({ act: "acknowledge-for-another", outcome: "refused" })
    expect(alertOf(episodeOn(surface)).acknowledgements).toEqual([])
  })

  it("keeps its button for everybody who has not answered, and not for the person who has", async () => {
    const { state } = tell([
      missing(),
      {
        by: worker,
        now: at(2),
        command: { _tag: "AcknowledgeAlert", episodeId: EpisodeId.make("episode-1"), by: worker, as: [] }
      }
    ])
    const episode = onlyEpisode({ state, recorded: [] })
    const isAsked = (reader?: typeof worker) =>
      wordsOf(acknowledgeBlocks({ child, episode, ...(reader === undefined ? {} : { reader }) })).includes(
        "Acknowledge alert"
      )
    expect([isAsked(worker), isAsked(manager), isAsked()]).toEqual([false, true, true])
  })
})
