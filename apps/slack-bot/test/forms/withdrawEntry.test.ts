import { at, child, episodeId, found, manager, missing, type Told } from "@safe-return/casework/testing"
import type { Command } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { correctButton } from "../../src/forms/correct/correctView.ts"
import { press, withChild } from "../listeners/madeUpCard.ts"
import { openSurface, type Surface } from "../listeners/surface.ts"

const now = at(40)

const by = (hours: number, command: Command): Told => ({ by: manager, now: at(hours), command })

const inHospital = by(6, { _tag: "RecordWhereabouts", episodeId, whereabouts: "hospital", since: at(5) })

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
