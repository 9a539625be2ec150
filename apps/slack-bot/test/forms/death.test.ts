import {
  assigned,
  at,
  child,
  manager,
  missing,
  onlyEpisode,
  returned,
  type Told,
  tell
} from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { type Command, reportsAfterDeath } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { confirmDeathButton, deathButton, takeBackDeathButton } from "../../src/forms/death/deathView.ts"
import { whyView } from "../../src/forms/why/whyView.ts"
import { caseStatus } from "../../src/messages/caseStatus.ts"
import { lastReply, press, pressUnoffered, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"
import { rendered } from "../messages/rendered.ts"

const now = at(40)

const seconds = (hours: number) => at(hours) / 1_000

const by = (hours: number, command: Command): Told => ({ by: manager, now: at(hours), command })

const died = by(12, { _tag: "RecordDeath", knownFrom: at(11), by: manager })

const stateOn = (surface: Surface) => {
  const state = surface.states.get(child)
  if (state === undefined) throw new Error("the child is not on record")
  return state
}

const episodeOn = (surface: Surface) => {
  const [episode] = stateOn(surface).episodes
  if (episode === undefined) throw new Error("no episode was opened")
  return episode
}

const cardOf = (told: ReadonlyArray<Told>) => {
  const { state } = tell(told)
  return rendered({ _tag: "EpisodeCard", calendars, child, state, episode: onlyEpisode({ state, recorded: [] }), now })
}

const buttonsOf = (told: ReadonlyArray<Told>) =>
  cardOf(told).blocks.flatMap((block) =>
    block.type === "actions" ? block.elements.map((element) => ("action_id" in element ? element.action_id : "")) : []
  )

describe("a child's death", () => {
  it("is recorded from the card by MASH, and by no interviewer", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    await pressUnoffered(surface, "U0INTERVIEWER", deathButton)
    expect(stateOn(surface).death).toBeUndefined()
    const mash = surface.person("U0MASH")
    await press(mash, card, deathButton.actionId)
    await mash.submit({ knownFrom: seconds(11) })
    expect(stateOn(surface).death).toMatchObject({ knownFrom: at(11), by: "U0MASH" })
    expect(episodeOn(surface).closure?._tag).toBe("Died")
  })

  it("leaves a card that asks for nothing, with no button but to take it back", () => {
    const card = cardOf([missing(), returned(6), assigned(7), died])
    expect(card.text).toBe("LCS-10432: this child has died.")
    expect(buttonsOf([missing(), returned(6), assigned(7), died])).toEqual([takeBackDeathButton.actionId])
    expect(wordsOf(card)).not.toMatch(/[Ff]ound|[Rr]eturned|interview|closed|:[a-z_]+:/)
    const { state } = tell([missing(), died])
    const [episode] = state.episodes
    if (episode === undefined) throw new Error("no episode was opened")
    expect(wordsOf(caseStatus({ calendars, child, state, episode, now }))).not.toContain("Still to do")
    expect(wordsOf(whyView(child, state, episode, now, calendars))).not.toContain("Deadlines")
  })

  it("is taken back by a manager alone, with a reason", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), died)
    const [coordinator, boss] = [surface.person("U0COORDINATOR"), surface.person("U0MANAGER")]
    await coordinator.click(card, takeBackDeathButton.actionId)
    expect(coordinator.modal).toBeUndefined()
    await boss.click(card, takeBackDeathButton.actionId)
    await boss.submit({ reason: "wrong-record" })
    expect(stateOn(surface).death).toBeUndefined()
    expect(episodeOn(surface).closure).toBeUndefined()
  })

  it("tells the person who reports the child that no one is alerted, and shows the report", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), died)
    const worker = surface.person("U0WORKER")
    await worker.command(CHANNEL, "/missing", "report LCS-10432")
    await worker.submit({
      reference: "LCS-10432",
      absence: "missing",
      missingFrom: "care",
      risk: "high",
      missingAt: seconds(20),
      reportedAt: seconds(21)
    })
    expect(wordsOf(worker.modal)).toContain("nobody is alerted by this report")
    expect(reportsAfterDeath(stateOn(surface).death)).toHaveLength(1)
    const boss = surface.person("U0MANAGER")
    await boss.command(CHANNEL, "/missing", "status LCS-10432")
    expect(lastReply(surface, "U0MANAGER")).toContain(confirmDeathButton.actionId)
  })

  it("lets nothing else be recorded, in a sentence that says who can take it back", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), died)
    const boss = surface.person("U0MANAGER")
    await boss.command(CHANNEL, "/missing", "found LCS-10432 today 6pm")
    expect(lastReply(surface, "U0MANAGER")).toContain("a manager takes it back first")
  })
})
