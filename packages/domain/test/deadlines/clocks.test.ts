import { Option, Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addDays,
  addHours,
  type CivilDay,
  calendars,
  civilDay,
  englandAndWales,
  formatCivilDay,
  formatInstant,
  Instant,
  isWorkingDay,
  londonDayOf,
  parseCivilDay,
  parseInstant,
  startOfLondonDay,
  withOverrides
} from "../../src/calendar/index.ts"
import { clocksFor, clocksOf } from "../../src/deadlines/index.ts"
import { type Command, type Episode, latestEpisode } from "../../src/pathway/index.ts"
import { rotherham } from "../../src/policy/index.ts"
import { about, at, found, missing, notify, play, returned } from "../pathway/madeUpChild.ts"

const clocks = (returnedAt: Instant) => Result.getOrThrow(clocksFor(returnedAt, rotherham))
const moment = (text: string): Instant => Option.getOrThrow(parseInstant(text))

const returns = fc
  .integer({ min: Date.UTC(2012, 0, 1), max: Date.UTC(2028, 11, 20) })
  .map((milliseconds) => Instant(milliseconds))

describe("the clocks of a return", () => {
  it.each([
    ["a Friday evening", "2026-11-20T18:00:00Z", "2026-11-23T18:00:00.000Z", "2026-11-25", "2026-11-26T00:00:00.000Z"],
    [
      "two days before Christmas",
      "2026-12-23T20:00:00Z",
      "2026-12-26T20:00:00.000Z",
      "2026-12-30",
      "2026-12-31T00:00:00.000Z"
    ],
    [
      "Maundy Thursday",
      "2026-04-02T09:00:00+01:00",
      "2026-04-05T08:00:00.000Z",
      "2026-04-09",
      "2026-04-09T23:00:00.000Z"
    ],
    [
      "the weekend the clocks go forward",
      "2026-03-27T23:30:00+00:00",
      "2026-03-30T23:30:00.000Z",
      "2026-04-01",
      "2026-04-01T23:00:00.000Z"
    ],
    [
      "half past midnight in summer, which is still yesterday in UTC",
      "2026-06-30T23:30:00Z",
      "2026-07-03T23:30:00.000Z",
      "2026-07-06",
      "2026-07-06T23:00:00.000Z"
    ],
    [
      "a Saturday: Monday is the first working day",
      "2026-11-21T00:00:00Z",
      "2026-11-24T00:00:00.000Z",
      "2026-11-25",
      "2026-11-26T00:00:00.000Z"
    ],
    [
      "the eve of the Queen's funeral holiday",
      "2022-09-16T12:00:00Z",
      "2022-09-19T12:00:00.000Z",
      "2022-09-22",
      "2022-09-22T23:00:00.000Z"
    ]
  ])("on %s", (_, returnedAt, hours72, dueDate, workingDays3) => {
    const counted = clocks(moment(returnedAt))
    expect(formatInstant(counted.elapsedClock.dueAt)).toBe(hours72)
    expect(formatCivilDay(counted.workingDayClock.dueDay)).toBe(dueDate)
    expect(formatInstant(counted.workingDayClock.dueAt)).toBe(workingDays3)
  })

  it("explain each day: counted, or skipped and why", () => {
    const explained = clocks(moment("2026-12-23T20:00:00Z")).workingDayClock.days.map((day) => ({
      ...day,
      day: formatCivilDay(day.day)
    }))
    expect(explained).toEqual([
      { day: "2026-12-24", counted: 1 },
      { day: "2026-12-25", skipped: "Christmas Day" },
      { day: "2026-12-26", skipped: "Saturday" },
      { day: "2026-12-27", skipped: "Sunday" },
      { day: "2026-12-28", skipped: "Boxing Day" },
      { day: "2026-12-29", counted: 2 },
      { day: "2026-12-30", counted: 3 }
    ])
  })

  it("are never earlier for a later return", () => {
    fc.assert(
      fc.property(returns, fc.integer({ min: 0, max: 14 * 86_400_000 }), (returnedAt, later) => {
        const [first, second] = [clocks(returnedAt), clocks(Instant(returnedAt + later))]
        expect(second.elapsedClock.dueAt).toBe(first.elapsedClock.dueAt + later)
        expect(second.workingDayClock.dueDay).toBeGreaterThanOrEqual(first.workingDayClock.dueDay)
        expect(second.workingDayClock.dueAt).toBeGreaterThanOrEqual(first.workingDayClock.dueAt)
      })
    )
  })

  it("fall due exactly three working days on, on a working day, to the end of it in London", () => {
    fc.assert(
      fc.property(returns, (returnedAt) => {
        const { dueDay, dueAt } = clocks(returnedAt).workingDayClock
        let distance = 0
        for (let day = addDays(londonDayOf(returnedAt), 1); day <= dueDay; day = addDays(day, 1)) {
          if (isWorkingDay(englandAndWales, day)) distance += 1
        }
        expect(distance).toBe(3)
        expect(isWorkingDay(englandAndWales, dueDay)).toBe(true)
        expect(londonDayOf(Instant(dueAt - 1))).toBe(dueDay)
        expect(dueAt).toBe(startOfLondonDay(addDays(dueDay, 1)))
      })
    )
  })

  it("account for every day from the day after the return to the last, each once, in order", () => {
    fc.assert(
      fc.property(returns, (returnedAt) => {
        const { days, dueDay } = clocks(returnedAt).workingDayClock
        const first = addDays(londonDayOf(returnedAt), 1)
        expect(days.map(({ day }) => day)).toEqual(days.map((_, index) => addDays(first, index)))
        expect(days.at(-1)).toEqual({ day: dueDay, counted: 3 })
        expect(days.flatMap((day) => ("counted" in day ? [day.counted] : []))).toEqual([1, 2, 3])
        for (const day of days) expect("skipped" in day).toBe(!isWorkingDay(englandAndWales, day.day))
      })
    )
  })

  it("met in 72 hours is met in 3 working days", () => {
    fc.assert(
      fc.property(returns, (returnedAt) => {
        const { elapsedClock, workingDayClock } = clocks(returnedAt)
        expect(elapsedClock.dueAt).toBeLessThan(workingDayClock.dueAt)
      }),
      { numRuns: 1_000 }
    )
  })

  it("run for as long as the policy says", () => {
    const slower = {
      ...rotherham,
      interview: {
        ...rotherham.interview,
        hours: { ...rotherham.interview.hours, value: 96 },
        workingDays: { ...rotherham.interview.workingDays, value: 5 }
      }
    }
    const counted = Result.getOrThrow(clocksFor(moment("2026-11-20T18:00:00Z"), slower))
    expect(formatInstant(counted.elapsedClock.dueAt)).toBe("2026-11-24T18:00:00.000Z")
    expect(formatCivilDay(counted.workingDayClock.dueDay)).toBe("2026-11-27")
  })
})

describe("past the published bank holidays", () => {
  const dueOn = (day: CivilDay) => clocks(Instant(startOfLondonDay(day) + 43_200_000))

  it("the count is marked as projected from the first day that is not published", () => {
    const last = dueOn(civilDay(2028, 12, 26))
    expect([formatCivilDay(last.workingDayClock.dueDay), last.calendar.projected]).toEqual(["2028-12-29", false])
    const next = dueOn(civilDay(2028, 12, 27))
    expect([formatCivilDay(next.workingDayClock.dueDay), next.calendar.projected]).toEqual(["2029-01-02", true])
    expect(dueOn(civilDay(2031, 6, 1)).calendar.projected).toBe(true)
  })

  it("a projected bank holiday is skipped by name", () => {
    const { days } = dueOn(civilDay(2028, 12, 27)).workingDayClock
    expect(days).toContainEqual({ day: civilDay(2029, 1, 1), skipped: "New Year’s Day" })
  })

  it("and past the projection only weekends are known, which is marked all the same", () => {
    const { workingDayClock, calendar } = dueOn(civilDay(2041, 12, 24))
    expect([formatCivilDay(workingDayClock.dueDay), calendar.projected]).toEqual(["2041-12-27", true])
  })

  it("nor were any published before 2012", () => {
    expect(dueOn(civilDay(2011, 12, 28)).calendar.projected).toBe(true)
    expect(dueOn(civilDay(2011, 12, 30)).calendar.projected).toBe(true)
    expect(dueOn(civilDay(2011, 12, 31)).calendar.projected).toBe(false)
    expect(formatCivilDay(dueOn(civilDay(2011, 12, 30)).workingDayClock.dueDay)).toBe("2012-01-05")
  })

  it("the calendar counted on is named", () => {
    const { calendar } = dueOn(civilDay(2026, 11, 20))
    expect(calendar).toEqual({
      nation: "england-and-wales",
      version: englandAndWales.version,
      publishedThrough: Option.getOrThrow(parseCivilDay("2028-12-31")),
      projected: false
    })
  })
})

describe("the clocks of an episode", () => {
  const clocksAfter = (...commands: ReadonlyArray<Command>) =>
    clocksOf(Option.getOrThrow(latestEpisode(play(...commands))), calendars)

  it("have not started while the child is missing, and stop if the episode is cancelled", () => {
    expect(clocksAfter(notify(missing()))).toEqual(Option.none())
    expect(
      clocksAfter(notify(missing()), notify(returned(at(5))), about("CancelEpisode", { reason: "wrong-child" }))
    ).toEqual(Option.none())
  })

  it("run provisionally from when the child was found until the return is recorded", () => {
    const provisional = Option.getOrThrow(clocksAfter(notify(missing()), notify(found(at(5)))))
    expect(provisional).toMatchObject({ from: at(5), provisional: true, elapsedClock: { dueAt: addHours(at(5), 72) } })
    const settled = Option.getOrThrow(clocksAfter(notify(missing()), notify(found(at(5))), notify(returned(at(9)))))
    expect(settled).toMatchObject({ from: at(9), provisional: false, elapsedClock: { dueAt: addHours(at(9), 72) } })
  })

  it("are counted on a council's own calendar where there is one", () => {
    const friday = moment("2026-11-20T18:00:00Z")
    const monday = {
      day: civilDay(2026, 11, 23),
      change: "add",
      why: "Offices closed for the flood",
      decidedBy: "Chief Executive",
      decidedOn: civilDay(2026, 11, 21)
    } as const
    const own = Result.getOrThrow(withOverrides(englandAndWales, [monday]))
    const episode = Option.getOrThrow(latestEpisode(play(notify(missing()), notify(returned(at(5))))))
    const moved: Episode = { ...episode, progress: { _tag: "Returned", returnedAt: friday } }
    const counted = Option.getOrThrow(clocksOf(moved, { ...calendars, "england-and-wales": own }))
    expect(formatCivilDay(counted.workingDayClock.dueDay)).toBe("2026-11-26")
    expect(counted.workingDayClock.days[2]).toEqual({
      day: monday.day,
      skipped: "Offices closed for the flood (added by Chief Executive on 2026-11-21)"
    })
    expect(counted.calendar.version).toBe(own.version)
  })
})
