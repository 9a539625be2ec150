/** Acknowledged for another, several workers, missing together, an unborn child: by the card's buttons. */

import {
  at,
  child,
  manager,
  missing,
  onlyEpisode,
  police,
  returned,
  type Told,
  tell,
  worker
} from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { alertOf, ChildReference, EpisodeId, PoliceReference } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { describe, expect, it } from "vitest"
import { setWorkerButton } from "../../src/forms/allocatedWorker/allocatedWorkerView.ts"
import { reachedButton } from "../../src/forms/reached/reachedView.ts"
import { togetherButton } from "../../src/forms/together/togetherView.ts"
import { unbornButton } from "../../src/forms/unborn/unbornView.ts"
import { acknowledgeBlocks, acknowledgeButton } from "../../src/messages/acknowledging.ts"
import { wordsOf } from "../messages/caseSnapshot.ts"
import { rendered } from "../messages/rendered.ts"
import { press, withChild } from "./madeUpCard.ts"
import { openSurface, type Surface } from "./surface.ts"

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

describe("an alert", () => {
  it("is acknowledged by a person in the roles they hold", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    surface.profiles.set(child, { child, allocatedWorker: worker })
    const message = await surface.post({ text: "made up", blocks: [...acknowledgeBlocks(child, episodeOn(surface))] })
    await surface.person("U0COORDINATOR").click(message, acknowledgeButton.actionId)
    await surface.person("U0WORKER").click(message, acknowledgeButton.actionId)
    expect(alertOf(episodeOn(surface)).acknowledgements).toMatchObject([
      { by: "U0COORDINATOR", as: ["missing-coordinator"] },
      { by: "U0WORKER", as: ["worker"] }
    ])
  })

  it("is acknowledged for a person reached by phone, and the message says by which person", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    const mash = surface.person("U0MASH")
    await press(mash, card, reachedButton.actionId)
    await mash.submit({ person: "U0HEAD", how: "phone" })
    const episode = episodeOn(surface)
    expect(alertOf(episode).acknowledgements).toMatchObject([
      { by: "U0HEAD", as: ["head-of-service"], reached: { how: "phone", recordedBy: "U0MASH" } }
    ])
    expect(wordsOf(acknowledgeBlocks(child, episode))).toContain(
      "Alert acknowledged by <@U0HEAD>, reached by phone by <@U0MASH>"
    )
  })

  it("is not acknowledged for a person who holds no role, nor by those who run nothing", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    const mash = surface.person("U0MASH")
    await press(mash, card, reachedButton.actionId)
    const { fieldErrors } = await mash.submit({ person: "U0BYSTANDER", how: "text" })
    expect(fieldErrors["person"]).toContain("holds no role")
    await press(surface.person("U0WORKER2"), card, reachedButton.actionId)
    expect(surface.audited.at(-1)).toMatchObject({ act: "acknowledge-for-another", outcome: "refused" })
    expect(alertOf(episodeOn(surface)).acknowledgements).toEqual([])
  })

  it("keeps its button for everybody who has not answered, and not for the person who has", async () => {
    const { state } = tell([
      missing(),
      {
        by: worker,
        now: at(2),
        command: { _tag: "AcknowledgeAlert", episodeId: EpisodeId.make("episode-1"), by: worker, as: [] }
      }
    ])
    const episode = onlyEpisode({ state, recorded: [] })
    const isAsked = (reader?: typeof worker) =>
      wordsOf(acknowledgeBlocks(child, episode, reader)).includes("Acknowledge alert")
    expect([isAsked(worker), isAsked(manager), isAsked()]).toEqual([false, true, true])
  })
})

it("several workers are allocated with the one who answers, and all of them must hold a role", async () => {
  await using surface = await openSurface(now)
  const card = await withChild(surface, missing())
  const mash = surface.person("U0MASH")
  await press(mash, card, setWorkerButton.actionId)
  const workers = { allocatedWorker: "U0WORKER", kind: "social-worker" }
  const { fieldErrors } = await mash.submit({ ...workers, alsoSocialWorkers: ["U0BYSTANDER"] })
  expect(fieldErrors["allocatedWorker"]).toContain("holds no role")
  await mash.submit({ ...workers, alsoSocialWorkers: [], alsoEarlyHelpWorkers: ["U0WORKER2"] })
  expect(episodeOn(surface).allocation).toEqual({
    _tag: "Allocated",
    to: "social-worker",
    worker: "U0WORKER",
    alsoWorkers: [{ to: "early-help-worker", worker: "U0WORKER2" }]
  })
})

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
