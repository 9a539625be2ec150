import { assigned, at, child, found, missing, offered, returned, tell, worker } from "@safe-return/casework/testing"
import { ChildReference, EpisodeId } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import { correctButton } from "../../src/forms/correct/correctView.ts"
import { foundButton } from "../../src/forms/found/foundView.ts"
import { wordsOf } from "../messages/caseSnapshot.ts"
import { lastReply, press, withChild } from "./madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "./surface.ts"

/** Tuesday 24 November 2026, 14:00 in London; the child was last seen on Monday at 18:00. */
const now = at(20)
const seconds = (hours: number) => at(hours) / 1_000
const second = EpisodeId.make("episode-2")
const other = ChildReference.make("LCS-10555")

const command = (surface: Surface, person: string, text: string) =>
  surface.person(person).command(CHANNEL, "/missing", text)

const episodesOf = (surface: Surface, reference = child) => surface.states.get(reference)?.episodes ?? []

describe("/missing found and /missing returned", () => {
  it("record at once what is typed with a time, and say how it was understood", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    await command(surface, "U0WORKER", "found lcs-10432 yesterday 23:40")
    expect(lastReply(surface, "U0WORKER")).toContain("is recorded as found Mon 23 Nov 2026, 23:40")
    await command(surface, "U0WORKER", "returned LCS-10432, today 1am")
    expect(lastReply(surface, "U0WORKER")).toContain("is recorded as returned Tue 24 Nov 2026, 01:00")
    expect(lastReply(surface, "U0WORKER")).toContain("72 hours: Fri 27 Nov 2026, 01:00")
    expect(episodesOf(surface)).toMatchObject([{ progress: { _tag: "Returned", returnedAt: at(7) } }])
  })

  it("ask for the time in a form where none is typed", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    const worker = surface.person("U0WORKER")
    await command(surface, "U0WORKER", "found LCS-10432")
    await worker.submit({ foundAt: seconds(5) })
    await command(surface, "U0WORKER", "returned LCS-10432")
    await worker.submit({ returnedAt: seconds(6) })
    expect(episodesOf(surface)).toMatchObject([{ progress: { _tag: "Returned", foundAt: at(5), returnedAt: at(6) } }])
  })

  it("ask which episode is meant where several are open", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), missing(5, { id: second, reference: "SYP-2026-0000002" }))
    await command(surface, "U0WORKER", "found LCS-10432 today 1am")
    expect(lastReply(surface, "U0WORKER")).toContain("has 2 episodes open. Which one is meant?")
    expect(lastReply(surface, "U0WORKER")).toMatch(
      /Last seen Mon 23 Nov 2026, 23:00.*episode-2.*Last seen Mon 23 Nov 2026, 18:00/
    )
    expect(surface.asked).toEqual([])
  })

  it.each([
    ["a time that cannot be read", "found LCS-10432 round midnight-ish", "The time could not be read"],
    ["only a day", "found LCS-10432 yesterday", "Give the time as well as the day"],
    ["an hour of either half of the day", "found LCS-10432 today 6:30", "Morning or evening?"],
    ["a time before the child was last seen", "found LCS-10432 yesterday 17:00", "before they were last seen"],
    ["a time to come", "found LCS-10432 today 23:00", "in the future"],
    ["no reference", "found", "Give the case reference"],
    ["a name", "found Synthetic yesterday 23:40", "Give the case system's reference"],
    ["an unknown reference", "found LCS-99999 now", "Nothing is recorded for LCS-99999"],
    ["two references", "correct LCS-10432 LCS-10433", "One reference at a time"]
  ])("refuse %s, and nothing is written", async (_, text, sentence) => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    const before = surface.states.get(child)
    await command(surface, "U0WORKER", text)
    expect(lastReply(surface, "U0WORKER")).toContain(sentence)
    expect(surface.states.get(child)).toBe(before)
    expect(surface.person("U0WORKER").modal).toBeUndefined()
  })

  it("say that somebody was first, before a form is filled in for nothing", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    surface.states.set(child, tell([missing(), found(5)]).state)
    await press(surface.person("U0WORKER"), card, foundButton.actionId)
    await expect.poll(() => lastReply(surface, "U0WORKER")).toContain("Somebody has already recorded")
    await command(surface, "U0WORKER", "found LCS-10432 now")
    expect(lastReply(surface, "U0WORKER")).toContain("Somebody has already recorded")
  })
})

describe("/missing report", () => {
  const report = {
    missingAt: seconds(10),
    reportedAt: seconds(11),
    missingFrom: "home",
    risk: "medium"
  }

  it("opens an episode like a notification of the police", async () => {
    await using surface = await openSurface(now)
    const worker = surface.person("U0WORKER")
    await command(surface, "U0WORKER", "report LCS-10555 today 4am")
    expect(wordsOf(worker.modal)).toContain("Has the police been told?")
    expect(await worker.submit({ ...report, policeReference: "SYP-2026-0000009" })).toMatchObject({ fieldErrors: {} })
    expect(wordsOf(worker.modal)).toContain("LCS-10555 is recorded as missing since Tue 24 Nov 2026, 04:00")
    expect(episodesOf(surface, other)).toMatchObject([{ missingAt: at(10), absence: "missing", missingFrom: "home" }])
    expect(surface.states.get(other)?.notifications).toMatchObject([
      { notification: { policeReference: "SYP-2026-0000009", sentAt: now } }
    ])
  })

  it("needs no police reference, and tells of another report that is open", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    const worker = surface.person("U0WORKER")
    await command(surface, "U0WORKER", "report")
    await worker.submit({ ...report, reference: "lcs-10432" })
    expect(wordsOf(worker.modal)).toContain("Another report is open, last seen Mon 23 Nov 2026, 18:00")
    expect(episodesOf(surface)).toHaveLength(2)
  })

  it("alerts to a child whom that very report says is missing after a recorded return", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    const worker = surface.person("U0WORKER")
    await command(surface, "U0WORKER", "report LCS-10432")
    await worker.submit({ ...report, missingAt: seconds(0) })
    expect(wordsOf(worker.modal)).toContain("LCS-10432 is recorded as missing since Mon 23 Nov 2026, 18:00.")
    expect(episodesOf(surface)).toMatchObject([{ progress: { _tag: "Missing" } }])
  })

  it("names every field that is wrong, and nothing is written", async () => {
    await using surface = await openSurface(now)
    const worker = surface.person("U0WORKER")
    await command(surface, "U0WORKER", "report")
    const refused = await worker.submit({ ...report, reference: "Synthetic Name", policeReference: "?" })
    expect(Object.keys(refused.fieldErrors).sort()).toEqual(["policeReference", "reference"])
    const future = await worker.submit({
      ...report,
      reference: "LCS-10555",
      policeReference: "",
      missingAt: seconds(40),
      reportedAt: seconds(41)
    })
    expect(Object.values(future.fieldErrors).join()).toContain("in the future")
    const late = await worker.submit({ ...report, reference: "LCS-10555", policeReference: "", missingAt: seconds(40) })
    expect(late.fieldErrors["missingAt"]).toContain("cannot have been last seen")
    expect(surface.states.size).toBe(0)
  })
})

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
    await choose(surface, "U0MASH", "duplicate")
    await surface.person("U0MASH").submit({ duplicateId: "episode-1" })
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

it("/missing help says what there is", async () => {
  await using surface = await openSurface(now)
  await command(surface, "U0BYSTANDER", "what?")
  expect(lastReply(surface, "U0BYSTANDER")).toContain("/missing found LCS-10432 yesterday 23:40")
})
