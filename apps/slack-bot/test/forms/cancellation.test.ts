/** Cancelling an episode, keeping it against a cancellation that was sent, and reopening a cancelled one. */

import {
  assigned,
  at,
  child,
  completed,
  episodeId,
  manager,
  missing,
  notified,
  onlyEpisode,
  returned,
  type Told,
  tell
} from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import type { Command } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it, vi } from "vitest"
import { cancelEpisodeButton, keepEpisodeButton } from "../../src/forms/cancellation/cancellationView.ts"
import { correctButton } from "../../src/forms/correct/correctView.ts"
import { reopenButton } from "../../src/forms/reopen/reopenView.ts"
import { caseStatus } from "../../src/messages/caseStatus.ts"
import { lastReply, press, withChild } from "../listeners/madeUpCard.ts"
import { openSurface, type Surface } from "../listeners/surface.ts"
import { rendered } from "../messages/rendered.ts"

const now = at(20)
const byManager = (hours: number, command: Command): Told => ({ by: manager, now: at(hours), command })
const cancelledByPolice = (hours: number): Told =>
  notified(at(hours), { kind: "cancelled", reason: "located safe and well" })
const inQuestion = [missing(), returned(6), assigned(7), cancelledByPolice(8)]
const cancelled = [missing(), byManager(2, { _tag: "CancelEpisode", episodeId, reason: "recorded-in-error" })]

const episodeOn = (surface: Surface) => surface.states.get(child)?.episodes[0]
const cardOf = (told: ReadonlyArray<Told>) => {
  const { state } = tell(told)
  return rendered({ _tag: "EpisodeCard", calendars, child, state, episode: onlyEpisode({ state, recorded: [] }), now })
}

describe("an episode that should not be on the record", () => {
  it("is cancelled from Correct, with a reason, by those who run the pathway", async () => {
    for (const id of ["U0MASH", "U0COORDINATOR", "U0MANAGER"]) {
      await using surface = await openSurface(now)
      const card = await withChild(surface, missing())
      const person = surface.person(id)
      await press(person, card, correctButton.actionId)
      await person.submit({ choice: "cancel" })
      await person.submit({ reason: "recorded-in-error" })
      expect(wordsOf(person.modal)).toContain("The episode of LCS-10432 is cancelled")
      expect(episodeOn(surface)?.progress).toMatchObject({ _tag: "Cancelled", reason: "recorded-in-error" })
    }
  })

  it("is not cancelled by its worker, who may put facts right", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    surface.profiles.set(child, { child, allocatedWorker: "U0WORKER" as never })
    const worker = surface.person("U0WORKER")
    await press(worker, card, correctButton.actionId)
    expect(wordsOf(worker.modal)).toContain("A time or fact is wrong")
    expect(wordsOf(worker.modal)).not.toContain("There was no such episode")
  })
})

describe("a cancelled episode", () => {
  it("says so on its card, and has no button but to reopen it", () => {
    const card = cardOf(cancelled)
    expect(card.text).toContain("LCS-10432: Cancelled. This episode was cancelled.")
    const buttons = card.blocks.flatMap((block) => (block.type === "actions" ? block.elements : []))
    expect(buttons.map((button) => ("action_id" in button ? button.action_id : undefined))).toEqual([
      reopenButton.actionId
    ])
  })

  it("is reopened with a reason that fits, and the child counts as missing again", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, ...cancelled)
    const boss = surface.person("U0MANAGER")
    await press(boss, card, reopenButton.actionId)
    expect(wordsOf(boss.modal)).toContain("Cancelled in error")
    expect(wordsOf(boss.modal)).not.toContain("not 18 yet")
    await boss.submit({ reason: "closed-in-error" })
    expect(episodeOn(surface)?.progress._tag).toBe("Missing")
  })

  it("is reopened by command as well", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...cancelled)
    const coordinator = surface.person("U0COORDINATOR")
    await coordinator.command("C0MISSING", "/missing", "reopen LCS-10432")
    await coordinator.submit({ reason: "new-information" })
    expect(episodeOn(surface)?.progress._tag).toBe("Missing")
  })
})

describe("a cancellation of a child who is back", () => {
  it("is a decision on the card and in the case's words, and the reason is nowhere", () => {
    const { state } = tell(inQuestion)
    const episode = onlyEpisode({ state, recorded: [] })
    const words = wordsOf(caseStatus({ calendars, child, state, episode, now }))
    expect(words).toContain("To decide:")
    expect(words).toContain("decide whether the cancellation that was sent stands")
    expect(words).toContain("Keep the episode")
    expect(words).not.toContain("located safe and well")
    expect(wordsOf(cardOf(inQuestion.slice(0, 3)))).not.toContain("Keep the episode")
  })

  it("is declined by each who may, and then asks for nothing", async () => {
    for (const id of ["U0MASH", "U0COORDINATOR", "U0MANAGER"]) {
      await using surface = await openSurface(now)
      const card = await withChild(surface, ...inQuestion)
      const person = surface.person(id)
      await press(person, card, keepEpisodeButton.actionId)
      await person.submit()
      expect(person.modal).toBeUndefined()
      expect(episodeOn(surface)?.questionedCancellation).toBeUndefined()
      expect(episodeOn(surface)?.progress._tag).toBe("Returned")
      await press(person, card, keepEpisodeButton.actionId)
      await vi.waitFor(() => expect(lastReply(surface, id)).toContain("not open any more"))
    }
  })

  it("cancels the episode once a person says so, with its interview held or not", async () => {
    for (const told of [inQuestion, [missing(), returned(6), assigned(7), completed(9), cancelledByPolice(10)]]) {
      await using surface = await openSurface(now)
      const card = await withChild(surface, ...told)
      const coordinator = surface.person("U0COORDINATOR")
      await press(coordinator, card, cancelEpisodeButton.actionId)
      await coordinator.submit({ reason: "wrong-child" })
      expect(episodeOn(surface)?.progress._tag).toBe("Cancelled")
    }
  })
})

describe("a child who is missing after an interview was recorded", () => {
  it("is missing on the card, with no button of the interview that would be refused", () => {
    const again = notified(
      at(12),
      {
        kind: "missing",
        absence: "missing",
        missingFrom: "care",
        risk: "high",
        missingAt: at(0),
        reportedAt: at(0.5)
      },
      { reference: "SYP-2026-0000002" }
    )
    for (const interview of [[assigned(7)], [assigned(7), completed(9)]]) {
      const card = cardOf([missing(), returned(6), ...interview, again])
      expect(card.text).toContain("LCS-10432: Missing.")
      expect(wordsOf(card)).toContain("To decide:")
      expect(wordsOf(card)).not.toContain("log-interview")
      expect(wordsOf(card)).toContain("Found")
    }
  })
})
