import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { calendars, civilDay, type Instant, londonTimeOn, utc } from "../../src/calendar/index.ts"
import {
  decideDuty,
  dutiesToCome,
  dutyGaps,
  dutyOverlaps,
  emptyRota,
  foldRota,
  onDuty,
  type RecordedDuty
} from "../../src/escalation/index.ts"
import { PersonId } from "../../src/pathway/index.ts"

const [one, other, manager] = ["U0ONE", "U0OTHER", "U0MANAGER"].map((id) => PersonId.make(id)) as [
  PersonId,
  PersonId,
  PersonId
]
const now = utc(2026, 11, 16, 9)
const london = (month: number, day: number, hour: number, year = 2026): Instant =>
  londonTimeOn(civilDay(year, month, day), hour * 60)

const given = (person: PersonId, from: Instant, until: Instant): RecordedDuty["event"] => ({
  _tag: "DutyGiven",
  dutyId: `${person}-${from}`,
  person,
  from,
  until
})

const rotaOf = (...events: ReadonlyArray<RecordedDuty["event"]>) =>
  foldRota(events.map((event) => ({ recordedAt: now, recordedBy: manager, event })))

const night = [london(11, 16, 17), london(11, 17, 9)] as const

describe("the rota of the duty", () => {
  it("has a person on duty from the first minute, and no longer at the minute it ends", () => {
    const rota = rotaOf(given(one, ...night), given(other, night[1], london(11, 18, 9)))
    expect(onDuty(rota, night[0])).toEqual([one])
    expect(onDuty(rota, utc(2026, 11, 17, 8, 59))).toEqual([one])
    expect(onDuty(rota, night[1])).toEqual([other])
    expect(onDuty(emptyRota, night[0])).toEqual([])
    expect(dutiesToCome(rota, night[1]).map(({ person }) => person)).toEqual([other])
  })

  it("counts its changes and says who made the last, also once a duty is taken off again", () => {
    const rota = rotaOf(given(one, ...night), { _tag: "DutyTakenBack", dutyId: `${one}-${night[0]}` })
    expect(rota).toEqual({ version: 2, duties: [], changedBy: manager })
  })

  it("says that two people are on duty at once, and allows it", () => {
    const [from, until] = night
    const rota = rotaOf(given(one, from, until), given(other, london(11, 16, 20), until))
    expect(onDuty(rota, london(11, 16, 21))).toEqual([one, other])
    expect(dutyOverlaps(rota, now)).toMatchObject([[{ person: one }, { person: other }]])
    expect(dutyOverlaps(rota, until)).toEqual([])
  })

  it("refuses a duty that ends first, is over, is had already, or is not on the rota", () => {
    const [from, until] = night
    const give = { _tag: "GiveDuty", dutyId: "new", person: one, from, until } as const
    const rota = rotaOf(given(one, from, until))
    const refusals = [
      decideDuty(emptyRota, { ...give, until: from }, now),
      decideDuty(emptyRota, give, until),
      decideDuty(rota, { ...give, from: london(11, 17, 8), until: london(11, 17, 20) }, now),
      decideDuty(rota, { _tag: "TakeBackDuty", dutyId: "unknown" }, now)
    ].map((decided) => (Result.isFailure(decided) ? decided.failure._tag : "recorded"))
    expect(refusals).toEqual(["DutyEndsFirst", "DutyOver", "DutyTwice", "DutyUnknown"])
    expect(decideDuty(rota, { ...give, from: until, until: london(11, 18, 9) }, now)._tag).toBe("Success")
  })
})

describe("gaps of the duty", () => {
  const hours = { opens: "09:00", closes: "17:00" }
  const gapsIn = (rota: ReturnType<typeof rotaOf>, from: Instant, until: Instant) =>
    dutyGaps(rota, { from, until, hours, calendar: calendars["england-and-wales"] })

  it("are the nights between working days, and what of them no duty takes", () => {
    const until = london(11, 18, 9)
    expect(gapsIn(rotaOf(given(one, ...night)), now, until)).toEqual([{ from: london(11, 17, 17), until }])
    expect(gapsIn(rotaOf(given(one, london(11, 16, 17), london(11, 17, 22))), now, until)).toEqual([
      { from: london(11, 17, 22), until }
    ])
  })

  it("last over a weekend with its bank holidays, from closing to opening", () => {
    // Christmas Day 2026 is a Friday, and Boxing Day's holiday is the Monday after.
    const [from, until] = [london(12, 24, 12), london(12, 29, 12)]
    expect(gapsIn(emptyRota, from, until)).toEqual([{ from: london(12, 24, 17), until: london(12, 29, 9) }])
  })

  it("go by London clocks over both changes of them", () => {
    const hoursLong = (from: Instant, until: Instant) => (until - from) / 3_600_000
    const [autumn] = gapsIn(emptyRota, london(10, 23, 12), london(10, 26, 12))
    const [spring] = gapsIn(emptyRota, london(3, 26, 12, 2027), london(3, 30, 12, 2027))
    expect(autumn).toEqual({ from: london(10, 23, 17), until: london(10, 26, 9) })
    expect(hoursLong(autumn?.from as Instant, autumn?.until as Instant)).toBe(65)
    // Good Friday to Easter Monday 2027, with the hour that is lost.
    expect(spring?.until).toBe(london(3, 30, 9, 2027))
  })

  it("count a duty that nobody acts on as none, and last all day without office hours", () => {
    const calendar = calendars["england-and-wales"]
    const rota = rotaOf(given(one, ...night))
    const [from, until] = [now, london(11, 17, 9)]
    expect(dutyGaps(rota, { from, until, hours, calendar, isThere: () => false })).toHaveLength(1)
    expect(dutyGaps(rota, { from, until, calendar })).toEqual([{ from, until: night[0] }])
  })
})
