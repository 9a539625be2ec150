import { at, child, found, missing, tell } from "@safe-return/casework/testing"
import { EpisodeId } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import { foundButton } from "../../src/forms/found/foundView.ts"
import { lastReply, press, withChild } from "./madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "./surface.ts"

/** Tuesday 24 November 2026, 14:00 in London; the child was last seen on Monday at 18:00. */
const now = at(20)

const seconds = (hours: number) => at(hours) / 1_000

const second = EpisodeId.make("episode-2")

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

  it("say as which time it was read what does not fit the record", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    // Three in the afternoon has not been yet: it is read as yesterday's.
    await command(surface, "U0WORKER", "found LCS-10432 1500")
    expect(lastReply(surface, "U0WORKER")).toContain("cannot have been found before they were last seen")
    expect(lastReply(surface, "U0WORKER")).toContain("What you typed was read as Mon 23 Nov 2026, 15:00.")
    await command(surface, "U0WORKER", "returned LCS-10432 yesterday 17:00")
    expect(lastReply(surface, "U0WORKER")).toContain("What you typed was read as Mon 23 Nov 2026, 17:00.")
    await command(surface, "U0WORKER", "returned LCS-10432 today 1am")
    await command(surface, "U0WORKER", "found LCS-10432 today 2am")
    expect(lastReply(surface, "U0WORKER")).toContain("cannot have returned before they were found")
    expect(lastReply(surface, "U0WORKER")).toContain("What you typed was read as Tue 24 Nov 2026, 02:00.")
  })

  it("name the time on record and how it is put right, where another is recorded already", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    await command(surface, "U0WORKER", "found LCS-10432 yesterday 23:40")
    await command(surface, "U0WORKER", "returned LCS-10432 today 1am")
    await command(surface, "U0COORDINATOR", "returned LCS-10432 today 2am")
    const returned = lastReply(surface, "U0COORDINATOR")
    expect(returned).toContain("Someone has already recorded this child's return: Tue 24 Nov 2026, 01:00.")
    expect(returned).toContain("/missing correct LCS-10432")
    expect(returned).toContain("What you typed was read as Tue 24 Nov 2026, 02:00.")
    await command(surface, "U0WORKER", "found LCS-10432 today 12:30am")
    expect(lastReply(surface, "U0WORKER")).toContain("that this child was found: Mon 23 Nov 2026, 23:40.")
    await command(surface, "U0WORKER", "returned LCS-10432")
    expect(lastReply(surface, "U0WORKER")).toContain("this child's return: Tue 24 Nov 2026, 01:00.")
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

  it("say that another person was first, before a form is filled in for nothing", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    surface.states.set(child, tell([missing(), found(5)]).state)
    await press(surface.person("U0WORKER"), card, foundButton.actionId)
    await expect.poll(() => lastReply(surface, "U0WORKER")).toContain("Someone has already recorded")
    await command(surface, "U0WORKER", "found LCS-10432 now")
    expect(lastReply(surface, "U0WORKER")).toContain("Someone has already recorded")
  })
})

it("/missing help says what there is", async () => {
  await using surface = await openSurface(now)
  await command(surface, "U0WORKER", "what?")
  expect(lastReply(surface, "U0WORKER")).toContain("/missing found LCS-10432 yesterday 23:40")
})
