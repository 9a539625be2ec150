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
  type Told,
  tell
} from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { type Command, EpisodeId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { foundButton } from "../../src/forms/found/foundView.ts"
import { returnedButton } from "../../src/forms/returned/returnedView.ts"
import { whereaboutsButton } from "../../src/forms/whereabouts/whereaboutsView.ts"
import { press, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"
import { rendered } from "../messages/rendered.ts"

const now = at(40)

const seconds = (hours: number) => at(hours) / 1_000

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

const cardOf = (told: ReadonlyArray<Told>) => {
  const { state } = tell(told)
  return rendered({ _tag: "EpisodeCard", calendars, child, state, episode: onlyEpisode({ state, recorded: [] }), now })
}

describe("a child who is found and not back", () => {
  it("can be said to be back by everyone who reads that they are found", () => {
    const told = tell([missing(), found(5)])
    const clear = (isForWorker: boolean, isForCoordinator: boolean) =>
      JSON.stringify(
        rendered({
          _tag: "AlertAllClear",
          child,
          state: told.state,
          episode: onlyEpisode(told),
          outcome: { _tag: "Found", at: at(5) },
          isForWorker,
          isForCoordinator,
          now
        })
      )
    for (const words of [clear(true, false), clear(false, true), clear(false, false)])
      expect(words).toContain(`"action_id":"${returnedButton.actionId}"`)
  })

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
    expect(words).toContain("in hospital since Mon 23 Nov, 23:00")
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
  })

  it("can be said to be missing again once they are reported missing again", async () => {
    const again = "Missing again before they came back"
    const second = { id: EpisodeId.make("episode-2"), reference: "SYP-2026-0000002" }
    const shown: Array<boolean> = []
    for (const later of [[], [missing(8, second)]]) {
      await using surface = await openSurface(now)
      await withChild(surface, missing(), found(5), ...later)
      await surface.person("U0WORKER").command(CHANNEL, "/missing", "whereabouts LCS-10432")
      shown.push(wordsOf(surface.person("U0WORKER").modal).includes(again))
    }
    expect(shown).toEqual([false, true])
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
