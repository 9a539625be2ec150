/** Every button, pressed on a message that has outlived its matter. */

import { roleWords } from "@safe-return/casework"
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
  returned,
  type Told
} from "@safe-return/casework/testing"
import type { Command } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { expect, it, vi } from "vitest"
import { caseButton } from "../../src/blocks/caseLink.ts"
import { buttons } from "../../src/listeners/actions/index.ts"
import { pressUnoffered, withChild } from "../listeners/madeUpCard.ts"
import { openSurface, type Surface } from "../listeners/surface.ts"
import { columns, everyDoor } from "../people/everyDoor.ts"

const by = (hours: number, command: Command): Told => ({ by: manager, now: at(hours), command })

const home = [missing(), returned(6)]
const held = [...home, assigned(7), offered(8, "accepted"), completed(9)]

/** What has become of the child since the message was posted. */
const since: Readonly<Record<string, ReadonlyArray<Told>>> = {
  "the child is missing": [missing()],
  "the child is found": [missing(), found(3)],
  "the child is back": home,
  "the interview is assigned": [...home, assigned(7)],
  "the interview is held": held,
  "the episode is cancelled": [missing(), by(2, { _tag: "CancelEpisode", episodeId, reason: "recorded-in-error" })],
  "the child has died": [missing(), by(2, { _tag: "RecordDeath", knownFrom: at(1), by: manager })]
}

/** They are about a person's time away, and not about a child. */
const ofNoChild = new Set(["open-away", "open-hours", "open-handover"])

const pressed = [...buttons.keys()].filter((id) => !ofNoChild.has(id))

/** The form that it opens, or what it says; empty where it does neither. */
const answerTo = async (surface: Surface, who: string, id: string): Promise<string> => {
  const person = surface.person(who)
  if (person.modal !== undefined) await person.closeModal()
  const before = person.ephemerals.length
  await pressUnoffered(surface, who, caseButton(id, "Press", "Pressed late."))
  const heard = () =>
    person.modal === undefined ? person.ephemerals.slice(before).map(wordsOf).join() : wordsOf(person.modal)
  if (id !== "acknowledge")
    await vi.waitFor(() => expect([id, heard().length > 0]).toEqual([id, true]), { interval: 2 })
  return heard()
}

const NOT_SAID = /went wrong on our side|belongs to an older card/

it.each(Object.entries(since))("%s: a stale button opens its form, or says what has happened", async (_, told) => {
  await using surface = await openSurface(at(30))
  await withChild(surface, ...told)
  for (const id of pressed) {
    const said = await answerTo(surface, "U0MANAGER", id)
    // An alert that is acknowledged changes in place.
    if (id !== "acknowledge") expect([id, said.length > 0]).toEqual([id, true])
    expect([id, NOT_SAID.exec(said)]).toEqual([id, null])
  }
})

it("a button that is not for its reader says whose it is", async () => {
  await using surface = await openSurface(at(30))
  await withChild(surface, ...home)
  for (const id of pressed) {
    const cells = everyDoor.find(({ door }) => door === `button ${id}`)?.cells ?? []
    if (cells[columns.indexOf("head-of-service")] !== "no") continue
    const said = await answerTo(surface, "U0HEAD", id)
    const whose = columns.filter((_, place) => cells[place] === "yes").map((role) => roleWords[role])
    expect(said).toContain("Nothing was done")
    for (const role of whose) expect([id, said.includes(role)]).toEqual([id, true])
  }
  expect(surface.states.get(child)?.episodes).toHaveLength(1)
})
