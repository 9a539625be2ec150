import { assigned, at, interviewer, missing, returned } from "@safe-return/casework/testing"
import { civilDay } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { parseRhi } from "../../src/listeners/commands/parseRhi.ts"
import { lastReply, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"

/** Tuesday 24 November 2026, 14:00. */
const now = at(20)

const tuesday = civilDay(2026, 11, 24)

const cover = PersonId.make("U0INTERVIEWER2")

describe("what is typed", () => {
  it.each([
    ["away", { for: "other", when: "" }],
    ["away today sick", { for: "sickness", when: "today" }],
    ["AWAY <@U1|a> off sick, today", { for: "sickness", when: "today", whose: "U1" }],
    [
      "away <@U1|a> 7 Dec to 11 Dec leave cover <@U2|b>",
      { for: "leave", when: "7 Dec to 11 Dec", whose: "U1", cover: "U2" }
    ],
    ["away annual leave until Friday covered by <@U2>", { for: "leave", when: "until Friday", cover: "U2" }]
  ])("%j", (text, read) => {
    expect(parseRhi(text)).toEqual({ _tag: "Away", ...read })
  })

  it.each([
    ["away @ada today", "pick the person from the list"],
    ["away <@U1> <@U2> today", "after the word cover"],
    ["back <@U1> <@U2>", "Who is back"],
    ["back tomorrow", "Who is back"]
  ])("%j: says what is wrong", (text, sentence) => {
    expect(parseRhi(text)).toMatchObject({ _tag: "Misunderstood", sentence: expect.stringContaining(sentence) })
  })
})

const recorded = { recordedAt: now, recordedBy: interviewer }

it("the form on the Home saves one's own absence and no other's, with faults beside fields", async () => {
  await using surface = await openSurface(now)
  const person = surface.person("U0INTERVIEWER")
  await person.openHome()
  await expect.poll(() => person.home).toBeDefined()
  await person.click({ viewId: String(person.home?.id) }, "open-away")
  const filled = { from: "2026-12-07", to: "2026-12-11", for: "leave", cover: "U0INTERVIEWER2" }
  const before = await person.submit({ ...filled, to: "2026-12-01" })
  expect(before.fieldErrors).toHaveProperty("to")
  expect((await person.submit({ ...filled, cover: "U0INTERVIEWER" })).fieldErrors).toHaveProperty("cover")
  expect((await person.submit({ ...filled, cover: "U0BYSTANDER" })).fieldErrors).toHaveProperty("cover")
  expect(surface.away.size).toBe(0)
  await person.submit(filled)
  expect(wordsOf(person.modal)).toContain("<@U0INTERVIEWER> is away from Mon 7 Dec 2026 until Fri 11 Dec 2026.")
  const kept = { from: civilDay(2026, 12, 7), to: civilDay(2026, 12, 11), for: "leave", cover, ...recorded }
  expect(surface.away.get(interviewer)?.away).toEqual([kept])
  await person.openHome()
  await expect.poll(() => person.home).toBeDefined()
  await person.click({ viewId: String(person.home?.id) }, "open-away")
  const refused = await person.submit({ ...filled, person: "U0WORKER", cover: null })
  expect(wordsOf(refused.fieldErrors)).toContain("For yourself you can say this")
  expect(surface.away.size).toBe(1)
})

/** What the person is told once they have confirmed the days that were read. */
const away = async (surface: Surface, id: string, text: string) => {
  const person = surface.person(id)
  await person.command(CHANNEL, "/rhi", `away ${text}`)
  await person.submit({})
  return wordsOf(person.modal)
}

describe("/rhi away and back", () => {
  it("records one's own sickness with its cover and handover, and then the return", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6), assigned(7))
    const person = surface.person("U0INTERVIEWER")
    await person.command(CHANNEL, "/rhi", "away sick cover <@U0INTERVIEWER2|x>")
    expect(wordsOf(person.modal)).toContain("From Tue 24 Nov 2026, with no last day.")
    expect(surface.away.size).toBe(0)
    await person.submit({})
    const said = wordsOf(person.modal)
    expect(said).toContain("<@U0INTERVIEWER> is away until they say that they are back.")
    expect(said).toContain("<@U0INTERVIEWER2> covers and is told what <@U0INTERVIEWER> is told.")
    expect(said).toContain("They have 1 return home interview.")
    expect(surface.away.get(interviewer)).toEqual({
      person: interviewer,
      away: [{ from: tuesday, for: "sickness", cover, ...recorded }],
      changed: { by: interviewer, at: now }
    })
    expect(surface.audited.at(-1)).toMatchObject({ by: interviewer, act: "change-availability", outcome: "allowed" })
    await person.command(CHANNEL, "/rhi", "back")
    expect(lastReply(surface, "U0INTERVIEWER")).toContain("is back from today")
    expect(surface.away.get(interviewer)?.away).toEqual([])
    await person.command(CHANNEL, "/rhi", "back")
    expect(lastReply(surface, "U0INTERVIEWER")).toContain("was not away. Nothing was changed.")
  })

  it("is a co-ordinator's to say of anybody, and nobody else's", async () => {
    await using surface = await openSurface(now)
    await surface.person("U0WORKER").command(CHANNEL, "/rhi", "away <@U0INTERVIEWER|x> today")
    expect(lastReply(surface, "U0WORKER")).toContain("For yourself you can say this")
    expect(surface.away.size).toBe(0)
    const said = await away(surface, "U0COORDINATOR", "<@U0INTERVIEWER|x> 7 Dec to 11 Dec leave")
    expect(said).toContain("away from Mon 7 Dec 2026 until Fri 11 Dec 2026")
    expect(said).toContain("Nobody covers")
    await surface.person("U0COORDINATOR").command(CHANNEL, "/rhi", "back <@U0INTERVIEWER|x>")
    expect(lastReply(surface, "U0COORDINATOR")).toContain("The days that were planned are taken back")
    expect(surface.away.get(interviewer)?.away).toEqual([])
  })

  it.each([
    ["cover <@U0BYSTANDER|x>", "holds no role in Safe Return"],
    ["cover <@U0INTERVIEWER|x>", "Someone else covers"]
  ])("%j: saves nothing and says why beside the field", async (text, sentence) => {
    await using surface = await openSurface(now)
    const person = surface.person("U0INTERVIEWER")
    await person.command(CHANNEL, "/rhi", `away ${text}`)
    expect((await person.submit({})).fieldErrors).toMatchObject({ cover: expect.stringContaining(sentence) })
    expect(surface.away.size).toBe(0)
  })

  it("opens nothing where the days cannot be read, and says why", async () => {
    await using surface = await openSurface(now)
    await surface.person("U0INTERVIEWER").command(CHANNEL, "/rhi", "away soon")
    expect(lastReply(surface, "U0INTERVIEWER")).toContain("The days could not be read")
    expect(surface.person("U0INTERVIEWER").modal).toBeUndefined()
  })

  it("shows a first and a last day, which are saved as they stand when they are confirmed", async () => {
    await using surface = await openSurface(now)
    const person = surface.person("U0INTERVIEWER")
    await person.command(CHANNEL, "/rhi", "away next week leave")
    expect(wordsOf(person.modal)).toContain("Mon 30 Nov 2026 to Sun 6 Dec 2026: 7 days.")
    await person.submit({ to: "2026-12-04" })
    const kept = { from: civilDay(2026, 11, 30), to: civilDay(2026, 12, 4), for: "leave", ...recorded }
    expect(surface.away.get(interviewer)?.away).toEqual([kept])
  })

  it("warns when the cover is away then too", async () => {
    await using surface = await openSurface(now)
    const theirs = [{ from: tuesday, for: "leave" as const }]
    surface.away.set(cover, { person: cover, away: theirs, changed: { by: cover, at: now } })
    expect(await away(surface, "U0INTERVIEWER", "cover <@U0INTERVIEWER2|x>")).toContain("themselves: name someone else")
  })
})

describe("leave that leaves a role of the ladder without anybody", () => {
  it("is saved, and says from when, and what to do", async () => {
    await using surface = await openSurface(now)
    const said = await away(surface, "U0MANAGER", "7 Dec to 11 Dec leave")
    expect(said).toContain("From Mon 7 Dec 2026 nobody is left who is told as the team managers")
    expect(said).toContain("cover @person")
    expect(surface.away.get(PersonId.make("U0MANAGER"))?.away).toHaveLength(1)
  })

  it("says nothing of it where a person covers, or the role is not on the ladder", async () => {
    await using surface = await openSurface(now)
    expect(await away(surface, "U0MANAGER", "7 Dec to 11 Dec leave cover <@U0COORDINATOR|x>")).not.toContain(
      "nobody is left"
    )
    expect(await away(surface, "U0MASH", "7 Dec to 11 Dec leave")).not.toContain("nobody is left")
  })

  it("says so where the cover is away for a part of it", async () => {
    await using surface = await openSurface(now)
    expect(await away(surface, "U0COORDINATOR", "9 Dec leave cover <@U0MANAGER|x>")).not.toContain("nobody is left")
    expect(await away(surface, "U0MANAGER", "7 Dec to 11 Dec leave cover <@U0COORDINATOR|x>")).toContain(
      "From Wed 9 Dec 2026 nobody is left who is told as the team managers"
    )
  })
})
