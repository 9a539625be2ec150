import { at, child, missing, police, type Told, tell } from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { ChildReference, EpisodeId, PoliceReference } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { wordsOf } from "@safe-return/outreach/testing"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { readTogether, togetherButton } from "../../src/forms/together/togetherView.ts"
import { press, withChild } from "../listeners/madeUpCard.ts"
import { openSurface, type Surface } from "../listeners/surface.ts"
import { rendered } from "../messages/rendered.ts"
import { fieldsOf, typed } from "./enteredValues.ts"

const now = at(20)

const sibling = ChildReference.make("LCS-10433")

const episodeOn = (surface: Surface, of = child) => {
  const episode = surface.states.get(of)?.episodes[0]
  if (episode === undefined) throw new Error("no episode was opened")
  return episode
}

const siblingReported: Told = {
  by: police,
  now: at(1),
  command: {
    _tag: "ReceiveNotification",
    notification: {
      kind: "missing",
      policeReference: PoliceReference.make("SYP-2026-0000009"),
      sentAt: at(1),
      child: { reference: sibling },
      absence: "missing",
      missingFrom: "care",
      risk: "medium",
      missingAt: at(0),
      reportedAt: at(0.5)
    },
    newEpisodeId: EpisodeId.make("episode-of-sibling"),
    policy: rotherham
  }
}

describe("children missing together", () => {
  it("are named on the record of each, and no longer once the link is taken away", async () => {
    await using surface = await openSurface(now)
    surface.states.set(sibling, tell([siblingReported]).state)
    const card = await withChild(surface, missing())
    const mash = surface.person("U0MASH")
    await press(mash, card, togetherButton.actionId)
    await mash.submit({ others: `${sibling}` })
    expect(episodeOn(surface).missingTogether).toEqual([sibling])
    expect(episodeOn(surface, sibling).missingTogether).toEqual([child])
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
    expect(words).toContain(`Missing together with ${sibling}`)
    await press(mash, card, togetherButton.actionId)
    await mash.submit({ apart: [sibling], reason: "wrong-record" })
    expect(episodeOn(surface).missingTogether).toBeUndefined()
    expect(episodeOn(surface, sibling).missingTogether).toBeUndefined()
  })

  it("must be on record, or nothing is written on any of them", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    const mash = surface.person("U0MASH")
    await press(mash, card, togetherButton.actionId)
    const { fieldErrors } = await mash.submit({ others: "LCS-99999" })
    expect(fieldErrors["others"]).toContain("Nothing is recorded for LCS-99999")
    expect(episodeOn(surface).missingTogether).toBeUndefined()
  })
})

describe("missing together", () => {
  it("names no other child by another spelling of the child's own reference", () => {
    const read = (others: string) => readTogether(child, { others: typed(others) })
    expect(fieldsOf(read("lcs-10432, LCS\u201110432"))).toEqual(["others"])
    expect(Result.getOrThrow(read("lcs10432, lcs-10433")).others).toEqual(["lcs-10433"])
  })
})
