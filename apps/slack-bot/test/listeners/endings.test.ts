/** Where a child is who is not back, stretches, placements and a death: by command and by the card's buttons. */

import {
  assigned,
  at,
  child,
  completed,
  episodeId,
  found,
  manager,
  missing,
  offered,
  onlyEpisode,
  returned,
  type Told,
  tell
} from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { type Command, reportsAfterDeath, stretchesOf } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import { assignButton } from "../../src/forms/assign/assignView.ts"
import { correctButton } from "../../src/forms/correct/correctView.ts"
import { confirmDeathButton, deathButton, takeBackDeathButton } from "../../src/forms/death/deathView.ts"
import { foundButton } from "../../src/forms/found/foundView.ts"
import { returnedButton } from "../../src/forms/returned/returnedView.ts"
import { whereaboutsButton } from "../../src/forms/whereabouts/whereaboutsView.ts"
import { whyView } from "../../src/forms/why/whyView.ts"
import { caseStatus } from "../../src/messages/caseStatus.ts"
import { wordsOf } from "../messages/caseSnapshot.ts"
import { rendered } from "../messages/rendered.ts"
import { lastReply, press, withChild } from "./madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "./surface.ts"

const now = at(40)
const seconds = (hours: number) => at(hours) / 1_000
const by = (hours: number, command: Command): Told => ({ by: manager, now: at(hours), command })
const inHospital = by(6, { _tag: "RecordWhereabouts", episodeId, whereabouts: "hospital", since: at(5) })
const died = by(12, { _tag: "RecordDeath", knownFrom: at(11), by: manager })
const inScotland = by(2, {
  _tag: "RecordPlacement",
  episodeId,
  placement: { _tag: "HostArea", authority: "Made-up Council" as never, nation: "scotland" }
})

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

describe("a child who is found and not back", () => {
  it("can be said to be somewhere with the finding", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    const worker = surface.person("U0WORKER")
    await press(worker, card, foundButton.actionId)
    await worker.submit({ foundAt: seconds(5), whereabouts: "hospital" })
    expect(episodeOn(surface).stays).toEqual([{ whereabouts: "hospital", since: at(5) }])
  })

  it("can be said to be somewhere afterwards, from the card or by command", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), found(5))
    const worker = surface.person("U0WORKER")
    await press(worker, card, whereaboutsButton.actionId)
    await worker.submit({ whereabouts: "hospital", since: seconds(5) })
    await worker.command(CHANNEL, "/missing", "whereabouts LCS-10432")
    await worker.submit({ whereabouts: "custody", since: seconds(8) })
    expect(episodeOn(surface).stays?.map(({ whereabouts }) => whereabouts)).toEqual(["hospital", "custody"])
  })

  it("has a card that says where they are and that no clock runs", () => {
    const words = wordsOf(cardOf([missing(), found(5), inHospital]))
    expect(words).toContain("Found and not back")
    expect(words).toContain("in hospital since Mon 23 Nov 2026, 23:00")
    expect(words).toContain("No clock runs yet")
    expect(words).not.toContain("72 hours:")
  })

  it("can be heard there, and the card does not call either clock kept", () => {
    const words = wordsOf(cardOf([missing(), found(5), inHospital, assigned(7), offered(8), completed(9)]))
    expect(words).toContain("Held before the child was back, so neither clock measures it.")
  })

  it("is told the field that stands in the way", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), found(5))
    const worker = surface.person("U0WORKER")
    await worker.command(CHANNEL, "/missing", "whereabouts LCS-10432")
    const { fieldErrors } = await worker.submit({ whereabouts: "hospital", since: seconds(4) })
    expect(fieldErrors["since"]).toContain("after they were found")
    const again = await worker.submit({ whereabouts: "missing-again", since: seconds(6) })
    expect(again.fieldErrors["whereabouts"]).toContain("Report them missing first")
  })
})

describe("what was not so", () => {
  it("is taken back by way of Correct, where there is something to take back", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), found(5), inHospital)
    const boss = surface.person("U0MANAGER")
    await press(boss, card, correctButton.actionId)
    await boss.submit({ choice: "entry" })
    await boss.submit({ entry: `Whereabouts:${at(5)}`, reason: "wrong-record" })
    expect(episodeOn(surface).stays).toBeUndefined()
    await press(boss, card, correctButton.actionId)
    expect(wordsOf(boss.modal)).not.toContain("a placement was not so")
  })
})

describe("a child who is back", () => {
  it("can be said to have come back to somewhere else, with the return or afterwards", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), found(5))
    const worker = surface.person("U0WORKER")
    await press(worker, card, returnedButton.actionId)
    await worker.submit({ returnedAt: seconds(7), returnedTo: "another-placement" })
    expect(episodeOn(surface).returnedTo).toBe("another-placement")
    await worker.command(CHANNEL, "/missing", "whereabouts LCS-10432")
    await worker.submit({ returnedTo: "another-home" })
    expect(episodeOn(surface).returnedTo).toBe("another-home")
  })
})

describe("a stretch and a placement", () => {
  it("begin at the time that is given", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    const boss = surface.person("U0MANAGER")
    await boss.command(CHANNEL, "/missing", "absence LCS-10432")
    await boss.submit({ absence: "away", changedAt: seconds(3) })
    expect(stretchesOf(episodeOn(surface)).map(({ absence }) => absence)).toEqual(["missing", "away"])
    await boss.command(CHANNEL, "/missing", "placement LCS-10432")
    const { fieldErrors } = await boss.submit({ area: "host" })
    expect(Object.keys(fieldErrors)).toEqual(["authority"])
    await boss.submit({ area: "host", authority: "Made-up Council", nation: "scotland", movedAt: seconds(4) })
    expect(episodeOn(surface).placements?.at(-1)?.movedAt).toBe(at(4))
  })

  it("are on the card, and the deadlines say whose bank holidays they skip", () => {
    // St Andrew's Day is Monday 30 November 2026.
    const words = wordsOf(cardOf([missing(), inScotland, returned(6)]))
    expect(words).toContain("Placed in the area of Made-up Council")
    expect(words).toContain("bank holidays of Scotland: the child is placed with Made-up Council")
    expect(wordsOf(cardOf([missing(), returned(6)]))).not.toContain("Scotland")
  })

  it("suggest the host authority to whoever assigns the interview", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), inScotland, returned(6))
    const boss = surface.person("U0MANAGER")
    await press(boss, card, assignButton.actionId)
    expect(wordsOf(boss.modal)).toMatch(/"initial_option":\{[^}]*\{[^}]*\}[^}]*"value":"host-authority"/)
  })
})

describe("a child's death", () => {
  it("is recorded from the card by MASH, and by no interviewer", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    await press(surface.person("U0INTERVIEWER"), card, deathButton.actionId)
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
