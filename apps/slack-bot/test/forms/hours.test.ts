import { at, interviewer } from "@safe-return/casework/testing"
import { civilDay } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { parseRhi } from "../../src/listeners/commands/parseRhi.ts"
import { lastReply } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"

/** Tuesday 24 November 2026, 14:00. */
const now = at(20)

const tuesday = civilDay(2026, 11, 24)

describe("/rhi hours", () => {
  const day = (opens: string, closes: string) => ({ opens, closes })
  const office = day("09:00", "17:00")

  it.each([
    ["hours mon 09:00-17:00", { monday: office }],
    ["hours Mon-Wed 9am-5pm", { monday: office, tuesday: office, wednesday: office }],
    ["hours tues & thurs 9am to 5pm", { tuesday: office, thursday: office }],
    ["hours mon 9-5", { monday: office }],
    ["hours mon 9am-5", { monday: office }],
    ["hours mon 0900-1700", { monday: office }],
    ["hours mon 0900hrs - 1700hrs", { monday: office }],
    ["hours Monday 9.00 to 17.00", { monday: office }],
    ["hours mon 8.45am-noon", { monday: day("08:45", "12:00") }],
    ["hours mon to tue 1pm-5pm", { monday: day("13:00", "17:00"), tuesday: day("13:00", "17:00") }],
    [
      "hours weekdays 9am-5pm",
      { monday: office, tuesday: office, wednesday: office, thursday: office, friday: office }
    ],
    [
      "hours mon, wed 9am\u20135pm; friday 9.30-13:00",
      { monday: office, wednesday: office, friday: day("09:30", "13:00") }
    ]
  ])("%j", (text, pattern) => {
    expect(parseRhi(text)).toEqual({ _tag: "Hours", pattern })
  })

  it.each([
    "hours",
    "hours mon",
    "hours mon 1-5",
    "hours mon 8-10",
    "hours mon 8am-10",
    "hours mon 17:00-9:00",
    "hours mon 25:00-26:00",
    "hours someday 09:00-17:00",
    "hours mon 09:00-12:00, mon 13:00-17:00",
    "hours wed-mon 09:00-17:00",
    "hours @ada mon 09:00-17:00"
  ])("%j: says how to give them", (text) => {
    expect(parseRhi(text)).toMatchObject({ _tag: "Misunderstood", sentence: expect.stringContaining("24-hour clock") })
  })

  it("keeps them beside the time away, and takes them back", async () => {
    await using surface = await openSurface(now)
    const person = surface.person("U0INTERVIEWER")
    await person.command(CHANNEL, "/rhi", "away leave")
    await person.submit({})
    await person.command(CHANNEL, "/rhi", "hours mon-tue 09:00-17:00")
    expect(lastReply(surface, "U0INTERVIEWER")).toContain("works Mon 09:00–17:00, Tue 09:00–17:00")
    expect(surface.away.get(interviewer)).toMatchObject({
      pattern: { monday: office, tuesday: office },
      away: [{ from: tuesday, for: "leave" }]
    })
    await person.command(CHANNEL, "/rhi", "hours none")
    expect(surface.away.get(interviewer)).not.toHaveProperty("pattern")
  })
})

describe("the form for working days, on the Home", () => {
  const opened = async (surface: Surface, who: string) => {
    const person = surface.person(who)
    await person.openHome()
    await expect.poll(() => person.home).toBeDefined()
    await person.click({ viewId: String(person.home?.id) }, "open-hours")
    return person
  }
  const office = { opens: "09:00", closes: "17:00" }

  it("keeps days with usual and other hours beside the absences, and shows them next time", async () => {
    await using surface = await openSurface(now)
    const person = await opened(surface, "U0INTERVIEWER")
    await person.submit({ days: ["monday", "tuesday"], others: "fri 9am-1pm" })
    expect(wordsOf(person.modal)).toContain("works Mon 09:00–17:00, Tue 09:00–17:00, Fri 09:00–13:00")
    expect(surface.away.get(interviewer)?.pattern).toEqual({
      monday: office,
      tuesday: office,
      friday: { opens: "09:00", closes: "13:00" }
    })
    expect(surface.audited.at(-1)).toMatchObject({ act: "change-availability", outcome: "allowed" })
    await opened(surface, "U0INTERVIEWER")
    expect(wordsOf(person.modal)).toContain("*Known of you now:* works Mon 09:00–17:00")
  })

  it.each([
    ["no day", {}, "days"],
    ["a day that ends before it begins", { days: ["monday"], opens: "17:00", closes: "09:00" }, "closes"],
    ["a day on both lists", { days: ["friday"], others: "fri 9am-1pm" }, "others"],
    ["hours that cannot be read", { days: ["monday"], others: "sometimes" }, "others"]
  ])("%s: is said beside its field, and nothing is kept", async (_, entered, field) => {
    await using surface = await openSurface(now)
    const person = await opened(surface, "U0INTERVIEWER")
    const { fieldErrors } = await person.submit(entered)
    expect(fieldErrors).toHaveProperty([field])
    expect(surface.away.size).toBe(0)
  })

  it("is a co-ordinator's to fill in of others, and nobody else's", async () => {
    await using surface = await openSurface(now)
    const person = await opened(surface, "U0INTERVIEWER")
    const refused = await person.submit({ person: "U0WORKER", days: ["monday"] })
    expect(wordsOf(refused.fieldErrors)).toContain("For yourself you can say this")
    const coordinator = await opened(surface, "U0COORDINATOR")
    await coordinator.submit({ person: "U0WORKER", days: ["monday"] })
    expect(surface.away.get(PersonId.make("U0WORKER"))?.pattern).toEqual({ monday: office })
  })
})
