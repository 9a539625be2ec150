import { at, child, manager, missing, onlyEpisode, returned, tell } from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { EpisodeId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { unbornButton } from "../../src/forms/unborn/unbornView.ts"
import { press, withChild } from "../listeners/madeUpCard.ts"
import { openSurface, type Surface } from "../listeners/surface.ts"
import { rendered } from "../messages/rendered.ts"

const now = at(20)

const episodeOn = (surface: Surface, of = child) => {
  const episode = surface.states.get(of)?.episodes[0]
  if (episode === undefined) throw new Error("no episode was opened")
  return episode
}

describe("an unborn child", () => {
  it("is recorded from the card, which then speaks of the mother", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    const mash = surface.person("U0MASH")
    await press(mash, card, unbornButton.actionId)
    await mash.submit({})
    const words = wordsOf(
      rendered({
        _tag: "EpisodeCard",
        calendars,
        child,
        state: surface.states.get(child) as never,
        episode: episodeOn(surface),
        now
      })
    )
    expect(words).toContain("The child is unborn: their mother is missing")
    expect(words).not.toContain("cancelled")
    await press(mash, card, unbornButton.actionId)
    await mash.submit({ because: "born" })
    expect(episodeOn(surface).unborn).toBeUndefined()
  })

  it("is owed no interview when the mother is back, and the card says so", () => {
    const { state } = tell([
      missing(),
      { by: manager, now: at(2), command: { _tag: "RecordUnborn", episodeId: EpisodeId.make("episode-1") } },
      returned(6)
    ])
    const words = wordsOf(
      rendered({ _tag: "EpisodeCard", calendars, child, state, episode: onlyEpisode({ state, recorded: [] }), now })
    )
    expect(words).toContain("The child was unborn. No return home interview is owed.")
    expect(words).not.toContain("interview owed")
  })
})
