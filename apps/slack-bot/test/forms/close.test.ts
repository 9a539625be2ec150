import {
  assigned,
  at,
  child,
  completed,
  decidedTriggers,
  episodeId,
  manager,
  missing,
  offered,
  returned,
  type Told,
  tell
} from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { CaseSystemReference, type Command } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { closeButton } from "../../src/forms/close/closeView.ts"
import { lastReply, press, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"
import { rendered } from "../messages/rendered.ts"

const now = at(20)

const byManager = (command: Command): Told => ({ by: manager, now: at(10), command })

const reference = CaseSystemReference.make("LL-1")

const interviewed = [missing(), returned(6), assigned(7), offered(8, "accepted"), completed(9)]

const written = [
  ...interviewed,
  byManager({ _tag: "RecordCaseReference", episodeId, reference }),
  byManager({ _tag: "RecordAllocation", episodeId, allocated: { concern: false } }),
  byManager({ _tag: "HandOver", episodeId, coordinator: manager }),
  byManager({ _tag: "RecordInterviewReference", episodeId, reference })
]

/** What the interview brought out is decided. */
const ready = [...written, ...decidedTriggers(tell(written).state, at(10))]

const closed = [...ready, byManager({ _tag: "CloseEpisode", episodeId })]

const closureOn = (surface: Surface) => surface.states.get(child)?.episodes[0]?.closure?._tag

const cardWords = (told: ReadonlyArray<Told>) => {
  const { state } = tell(told)
  const [episode] = state.episodes
  if (episode === undefined) throw new Error("no episode was opened")
  return wordsOf(rendered({ _tag: "EpisodeCard", calendars, child, state, episode, now }))
}

describe("closing", () => {
  it("is done from the card, by those who run the pathway's end", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, ...ready)
    const coordinator = surface.person("U0COORDINATOR")
    await press(coordinator, card, closeButton.actionId)
    expect(wordsOf(coordinator.modal)).toContain("Nothing is left to do on this episode")
    expect(closureOn(surface)).toBeUndefined()
    await coordinator.submit()
    expect(coordinator.modal).toBeUndefined()
    expect(closureOn(surface)).toBe("Closed")
  })

  it("is done by command as well", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...ready)
    const boss = surface.person("U0MANAGER")
    await boss.command(CHANNEL, "/missing", "close lcs-10432")
    await boss.submit()
    expect(closureOn(surface)).toBe("Closed")
  })

  it("says everything that is left, and opens no form", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...interviewed)
    const boss = surface.person("U0MANAGER")
    await boss.command(CHANNEL, "/missing", "close LCS-10432")
    expect(boss.modal).toBeUndefined()
    expect(lastReply(surface, "U0MANAGER")).toContain(
      "This episode cannot be closed yet. Still to do: record the missing notification's case system reference; confirm for this episode who the child is allocated to, or that nobody is; choose its Missing Co-ordinator; record the interview's case system reference; take the decision that waits"
    )
  })

  it("is refused while a decision waits that is never posted, without saying what it is about", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, ...written)
    const boss = surface.person("U0MANAGER")
    await boss.command(CHANNEL, "/missing", "close LCS-10432")
    expect(boss.modal).toBeUndefined()
    expect(lastReply(surface, "U0MANAGER")).toContain("Still to do: take the decision that waits")
    expect(lastReply(surface, "U0MANAGER")).not.toMatch(/harm|exploit/i)
    await press(boss, card, closeButton.actionId)
    expect(closureOn(surface)).toBeUndefined()
  })

  it("means the episode that can be closed, where another of the child's is open", async () => {
    await using surface = await openSurface(at(40))
    const again = { id: "episode-2" as typeof episodeId, reference: "SYP-2026-0000002" }
    await withChild(surface, ...ready, missing(30, again))
    const boss = surface.person("U0MANAGER")
    await boss.command(CHANNEL, "/missing", "close LCS-10432")
    await boss.submit()
    expect(surface.states.get(child)?.episodes.map(({ closure }) => closure?._tag)).toEqual(["Closed", undefined])
  })

  it("closes once, when two people send the form", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, ...ready)
    const [one, other] = [surface.person("U0MANAGER"), surface.person("U0COORDINATOR")]
    await press(one, card, closeButton.actionId)
    await press(other, card, closeButton.actionId)
    await one.submit()
    await other.submit()
    expect(wordsOf(other.modal)).toContain("Not recorded yet")
    expect(surface.asked.length).toBeLessThanOrEqual(2)
    expect(surface.states.get(child)?.episodes[0]?.closure?._tag).toBe("Closed")
  })

  it("is offered on the card once nothing is left, and not before", () => {
    expect(cardWords(interviewed)).not.toContain('"Close"')
    expect(cardWords(ready)).toContain('"Close"')
    expect(cardWords(ready)).toContain("closes the episode, once no decision waits any more")
    expect(cardWords(closed)).not.toContain('"Close"')
  })
})
