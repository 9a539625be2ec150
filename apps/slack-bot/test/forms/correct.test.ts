import { assigned, at, child, found, missing, offered, returned, tell, worker } from "@safe-return/casework/testing"
import { ChildReference, EpisodeId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { correctButton } from "../../src/forms/correct/correctView.ts"
import { chooseEpisode, lastReply, press, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"

/** Tuesday 24 November 2026, 14:00 in London; the child was last seen on Monday at 18:00. */
const now = at(20)

const seconds = (hours: number) => at(hours) / 1_000

const second = EpisodeId.make("episode-2")

const other = ChildReference.make("LCS-10555")

const command = (surface: Surface, person: string, text: string) =>
  surface.person(person).command(CHANNEL, "/missing", text)

const episodesOf = (surface: Surface, reference = child) => surface.states.get(reference)?.episodes ?? []

describe("/missing correct", () => {
  const choose = async (surface: Surface, person: string, choice: string) => {
    await command(surface, person, "correct LCS-10432")
    await surface.person(person).submit({ choice })
  }

  it("puts a time right, and only that", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), found(5), returned(6))
    await choose(surface, "U0MASH", "facts")
    const mash = surface.person("U0MASH")
    expect(await mash.submit({ reason: "mistyped", returnedAt: seconds(7) })).toMatchObject({ fieldErrors: {} })
    expect(mash.modal).toBeUndefined()
    expect(surface.asked.at(-1)).toEqual({
      _tag: "CorrectEpisode",
      episodeId: "episode-1",
      reason: "mistyped",
      returnedAt: at(7)
    })
    expect(episodesOf(surface)).toMatchObject([{ progress: { returnedAt: at(7), foundAt: at(5) } }])
  })

  it("takes back a find that did not happen", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), found(5))
    const mash = surface.person("U0MASH")
    await press(mash, card, correctButton.actionId)
    await mash.submit({ choice: "facts" })
    await mash.submit({ reason: "told-wrongly", withdrawn: "found" })
    expect(episodesOf(surface)).toMatchObject([{ progress: { _tag: "Missing" } }])
  })

  it("says what changed meanwhile and overwrites nothing", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), found(5))
    await choose(surface, "U0MASH", "facts")
    await command(surface, "U0WORKER", "returned LCS-10432 today 00:00")
    const newer = surface.states.get(child)
    const mash = surface.person("U0MASH")
    await mash.submit({ reason: "mistyped", foundAt: seconds(4) })
    expect(wordsOf(mash.modal)).toContain("*Not recorded yet.* Since you opened this form")
    expect(wordsOf(mash.modal)).toContain("*Returned* Tue 24 Nov 2026, 00:00")
    expect(surface.states.get(child)).toBe(newer)
    await mash.submit({ reason: "mistyped", foundAt: seconds(4) })
    expect(episodesOf(surface)).toMatchObject([{ progress: { foundAt: at(4), returnedAt: at(6) } }])
  })

  it.each([
    ["nothing changed", { reason: "mistyped" }, "missingAt", "Nothing is filled in yet"],
    ["times out of order", { reason: "mistyped", returnedAt: seconds(-1) }, "returnedAt", "before they were last seen"],
    ["a time to come", { reason: "mistyped", returnedAt: seconds(40) }, "returnedAt", "in the future"]
  ])("refuses %s, and nothing is written", async (_, answers, field, sentence) => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    const before = surface.states.get(child)
    await choose(surface, "U0MASH", "facts")
    expect((await surface.person("U0MASH").submit(answers)).fieldErrors[field]).toContain(sentence)
    expect(surface.states.get(child)).toBe(before)
  })

  it("shows every fault beside its field, in one round", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), found(5), returned(6))
    await choose(surface, "U0MASH", "facts")
    const mash = surface.person("U0MASH")
    const { fieldErrors } = await mash.submit({
      reason: "mistyped",
      missingAt: seconds(50),
      foundAt: seconds(40),
      returnedAt: seconds(41)
    })
    expect(Object.keys(fieldErrors).sort()).toEqual(["foundAt", "missingAt", "returnedAt"])
  })

  it("moves a report from the wrong child to the right one, with what is known of the return", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), found(5), returned(6), assigned(7))
    await choose(surface, "U0MASH", "wrong-child")
    const mash = surface.person("U0MASH")
    await mash.submit({ child: "LCS-10555" })
    expect(wordsOf(mash.modal)).toContain("The report is on the record of LCS-10555 now")
    expect(episodesOf(surface)).toMatchObject([{ progress: { _tag: "Cancelled" } }])
    expect(episodesOf(surface, other)).toMatchObject([
      { missingAt: at(0), risk: "high", progress: { _tag: "Returned", foundAt: at(5), returnedAt: at(6) } }
    ])
    expect(surface.states.get(other)?.interviews).toEqual([])
  })

  it("leaves one record where the right child's report had come under another police reference", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), found(5))
    surface.states.set(other, tell([missing(0, { reference: "SYP-2026-0000003" })]).state)
    await choose(surface, "U0MASH", "wrong-child")
    await surface.person("U0MASH").submit({ child: "LCS-10555" })
    expect(episodesOf(surface, other)).toMatchObject([{ progress: { _tag: "Found", foundAt: at(5) } }])
    expect(episodesOf(surface)).toMatchObject([{ progress: { _tag: "Cancelled" } }])
  })

  it("never ends with neither child looked for", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    const mash = surface.person("U0MASH")
    await choose(surface, "U0MASH", "wrong-child")
    expect((await mash.submit({ child: "LCS-10432" })).fieldErrors["child"]).toContain("That is the child")
    await mash.submit({ child: "LCS-10555" })
    await mash.closeModal()
    await command(surface, "U0MASH", "correct LCS-10555")
    await mash.submit({ choice: "wrong-child" })
    expect((await mash.submit({ child: "LCS-10432" })).fieldErrors["child"]).toContain("cannot be moved back")
    expect(episodesOf(surface, other)).toMatchObject([{ progress: { _tag: "Missing" } }])
  })

  it("joins what was recorded twice", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), missing(1, { id: second, reference: "SYP-2026-0000002" }), returned(6, second))
    const mash = surface.person("U0MASH")
    await command(surface, "U0MASH", "correct LCS-10432")
    await chooseEpisode(mash, correctButton.actionId, second)
    await mash.submit({ choice: "duplicate" })
    expect(wordsOf(mash.modal)).toContain("SYP-2026-0000001")
    await mash.submit({ duplicateId: "episode-1" })
    expect(episodesOf(surface)).toMatchObject([
      { id: "episode-1", progress: { _tag: "Returned", returnedAt: at(6) } },
      { id: "episode-2", progress: { _tag: "Cancelled", duplicateOf: "episode-1" } }
    ])
  })

  it("offers the allocated worker and the interviewer their own cases, times and facts only", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6), assigned(7), offered(8))
    await command(surface, "U0WORKER", "correct LCS-10432")
    expect(lastReply(surface, "U0WORKER")).toContain("the child's own allocated worker or interviewer")
    surface.profiles.set(child, { child, allocatedWorker: worker })
    for (const person of ["U0WORKER", "U0INTERVIEWER"]) {
      await command(surface, person, "correct lcs-10432")
      expect(wordsOf(surface.person(person).modal)).toContain("A time or fact is wrong")
      expect(wordsOf(surface.person(person).modal)).not.toContain("wrong child")
      expect(wordsOf(surface.person(person).modal)).toContain("they can move or join records here")
    }
  })

  it("is not open on a record that was cancelled", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    await choose(surface, "U0MASH", "wrong-child")
    await surface.person("U0MASH").submit({ child: "LCS-10555" })
    await surface.person("U0MASH").closeModal()
    await command(surface, "U0MASH", "correct LCS-10432")
    expect(lastReply(surface, "U0MASH")).toContain("was cancelled")
  })
})
