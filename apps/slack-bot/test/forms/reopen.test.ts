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
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { setWorkerButton } from "../../src/forms/allocatedWorker/allocatedWorkerView.ts"
import { closeButton } from "../../src/forms/close/closeView.ts"
import { readReopening, reopenButton } from "../../src/forms/reopen/reopenView.ts"
import { caseStatus } from "../../src/messages/caseStatus.ts"
import { lastReply, press, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"
import { rendered } from "../messages/rendered.ts"

const now = at(20)

const byManager = (command: Command): Told => ({ by: manager, now: at(10), command })

const reference = CaseSystemReference.make("LL-1")

const interviewed = [missing(), returned(6), assigned(7), offered(8, "accepted"), completed(9)]

const ready = [
  ...interviewed,
  byManager({ _tag: "RecordCaseReference", episodeId, reference }),
  byManager({ _tag: "RecordAllocation", episodeId, allocated: { concern: false } }),
  byManager({ _tag: "HandOver", episodeId, coordinator: manager }),
  byManager({ _tag: "RecordInterviewReference", episodeId, reference }),
  ...decidedTriggers(tell(interviewed).state, at(10))
]

const closed = [...ready, byManager({ _tag: "CloseEpisode", episodeId })]

const closureOn = (surface: Surface) => surface.states.get(child)?.episodes[0]?.closure?._tag

describe("a closed episode", () => {
  it("says so on its card, and has no button but to reopen it", () => {
    const { state } = tell(closed)
    const [episode] = state.episodes
    if (episode === undefined) throw new Error("no episode was opened")
    const card = rendered({ _tag: "EpisodeCard", calendars, child, state, episode, now })
    expect(card.text).toContain("LCS-10432: Closed. This episode is closed")
    const buttons = card.blocks.flatMap((block) => (block.type === "actions" ? block.elements : []))
    expect(buttons.map((button) => ("action_id" in button ? button.action_id : undefined))).toEqual([
      reopenButton.actionId
    ])
    expect(wordsOf(caseStatus({ calendars, child, state, episode, now }))).not.toContain("Still to do")
  })

  it("is reopened with a reason, from the card or by command", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, ...closed)
    const boss = surface.person("U0MANAGER")
    await press(boss, card, reopenButton.actionId)
    await boss.submit({ reason: "new-information" })
    expect(closureOn(surface)).toBeUndefined()
    await boss.command(CHANNEL, "/missing", "reopen LCS-10432")
    expect(lastReply(surface, "U0MANAGER")).toContain("This episode is open, so there is nothing to reopen.")
  })

  it("takes no allocated worker from a form that was opened before, and keeps none", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, ...ready)
    const [mash, boss] = [surface.person("U0MASH"), surface.person("U0MANAGER")]
    await press(mash, card, setWorkerButton.actionId)
    await press(boss, card, closeButton.actionId)
    await boss.submit()
    const asClosed = surface.states.get(child)

    const allocated = { allocatedWorker: "U0WORKER", kind: "social-worker" }
    await mash.submit(allocated)
    expect(wordsOf(mash.modal)).toMatch(/Not recorded yet.*Closed:.*nothing is left to do/)
    const { fieldErrors } = await mash.submit(allocated)
    expect(wordsOf(fieldErrors)).toContain("This episode is closed. If the child is missing again, report that")
    expect(surface.states.get(child)).toBe(asClosed)
    expect(surface.profiles.get(child)).toBeUndefined()
  })

  it("is not reopened without one", () => {
    const read = readReopening({ child, episodeId }, {})
    expect(wordsOf(Result.isFailure(read) ? read.failure.fields : read)).toContain("Choose why it is reopened.")
  })
})
