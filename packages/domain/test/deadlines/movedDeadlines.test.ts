import { Option, Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addHours,
  type CalendarOverride,
  type CivilDay,
  englandAndWales,
  formatCivilDay,
  Instant,
  isWorkingDay,
  parseCivilDay,
  startOfLondonDay,
  utc,
  withOverrides
} from "../../src/calendar/index.ts"
import { clocksFor, movedDeadlines } from "../../src/deadlines/index.ts"
import { rotherham } from "../../src/policy/index.ts"
import { inNation } from "./policies.ts"

const dayOf = (date: string): CivilDay => Option.getOrThrow(parseCivilDay(date))

const proclaimed = (day: CivilDay): CalendarOverride => ({
  day,
  change: "add",
  why: "Bank holiday proclaimed at short notice",
  decidedBy: "Privy Council",
  decidedOn: dayOf("2026-11-12")
})

const after = Result.getOrThrow(withOverrides(englandAndWales, [proclaimed(dayOf("2026-11-19"))]))

const deadline = (id: string, date: string, policy = rotherham) => ({
  id,
  from: addHours(startOfLondonDay(dayOf(date)), 12),
  policy
})

describe("a holiday proclaimed for Thursday 19 November 2026", () => {
  const open = [
    deadline("returned on Friday the 13th", "2026-11-13"),
    deadline("returned on Monday", "2026-11-16"),
    deadline("returned on Wednesday", "2026-11-18"),
    deadline("returned on the day itself", "2026-11-19"),
    deadline("returned on Monday, in Scotland", "2026-11-16", inNation("scotland"))
  ]

  it("moves the deadlines it falls into, from and to, in the order given, with their ids", () => {
    const moved = movedDeadlines(open, englandAndWales, after)
    expect(
      moved.map(({ deadline, from, to }) => [deadline.id, formatCivilDay(from.dueDay), formatCivilDay(to.dueDay)])
    ).toEqual([
      ["returned on Monday", "2026-11-19", "2026-11-20"],
      ["returned on Wednesday", "2026-11-23", "2026-11-24"]
    ])
    expect(moved[0]?.from.dueAt).toBe(utc(2026, 11, 20))
    expect(moved[0]?.to.dueAt).toBe(utc(2026, 11, 21))
  })

  it("moves them back when it is called off", () => {
    const back = movedDeadlines(open, after, englandAndWales)
    expect(back.map(({ deadline, to }) => [deadline.id, formatCivilDay(to.dueDay)])).toEqual([
      ["returned on Monday", "2026-11-19"],
      ["returned on Wednesday", "2026-11-23"]
    ])
  })

  it("moves nothing when the calendar is the same", () => {
    expect(movedDeadlines(open, after, after)).toEqual([])
    expect(movedDeadlines([], englandAndWales, after)).toEqual([])
  })
})

it("a day struck moves deadlines forward, and the counted day says why", () => {
  const struck: CalendarOverride = {
    day: dayOf("2026-12-28"),
    change: "strike",
    why: "The Missing Team works on the substitute day",
    decidedBy: "Director of Children's Services",
    decidedOn: dayOf("2026-11-02")
  }
  const open = [deadline("returned before Christmas", "2026-12-23")]
  const working = Result.getOrThrow(withOverrides(englandAndWales, [struck]))
  const [moved] = movedDeadlines(open, englandAndWales, working)
  expect(moved && [formatCivilDay(moved.from.dueDay), formatCivilDay(moved.to.dueDay)]).toEqual([
    "2026-12-30",
    "2026-12-29"
  ])
  const calendars = { "england-and-wales": working, scotland: working, "northern-ireland": working }
  const { days } = Result.getOrThrow(clocksFor(open[0]?.from ?? utc(2026, 1, 1), rotherham, calendars)).workingDayClock
  expect(days.find(({ day }) => day === struck.day)).toEqual({
    day: struck.day,
    counted: 2,
    because:
      "Boxing Day struck by Director of Children's Services on 2026-11-02: The Missing Team works on the substitute day"
  })
})

it("an added day never makes a deadline earlier, and moves exactly those counted over it", () => {
  const days = fc.integer({ min: dayOf("2026-01-05"), max: dayOf("2028-12-01") }).map((day) => day as CivilDay)
  const workingDays = days.filter((day) => isWorkingDay(englandAndWales, day))
  fc.assert(
    fc.property(workingDays, fc.integer({ min: -10, max: 10 }), fc.integer({ min: 0, max: 23 }), (day, away, hour) => {
      const from = Instant(addHours(startOfLondonDay((day + away) as CivilDay), hour))
      const changed = Result.getOrThrow(withOverrides(englandAndWales, [proclaimed(day)]))
      const [moved] = movedDeadlines([{ from, policy: rotherham }], englandAndWales, changed)
      const countedOver = Result.getOrThrow(clocksFor(from, rotherham)).workingDayClock.days.some(
        (counted) => counted.day === day
      )
      expect(moved !== undefined).toBe(countedOver)
      if (moved !== undefined) expect(moved.to.dueAt).toBeGreaterThan(moved.from.dueAt)
    }),
    { numRuns: 200 }
  )
})
