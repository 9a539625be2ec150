/** Every hour from 2012 to 2028 in three nations: not a sample. */
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  CivilDay,
  calendars,
  civilDay,
  formatInstant,
  Instant,
  isWorkingDay,
  londonDayOf,
  nations,
  startOfLondonDay
} from "../../src/calendar/index.ts"
import { clocksFor, dueTimes } from "../../src/deadlines/index.ts"
import { reckon } from "./independentReckoning.ts"
import { ourReckoning } from "./ourReckoning.ts"
import { inNation } from "./policies.ts"

const HOUR = 3_600_000

/** The hours of whole London days, the first and the last included, as moments in order. */
const hoursOf = function* (first: CivilDay, last: CivilDay) {
  const end = startOfLondonDay(CivilDay(last + 1))
  for (let at: number = startOfLondonDay(first); at < end; at += HOUR) yield Instant(at)
}

const firstDay = civilDay(2012, 1, 1)
const lastDay = civilDay(2028, 12, 31)

describe.each(nations)("the working-day clock in %s, every hour from 2012 to 2028", (nation) => {
  const calendar = calendars[nation]
  const policy = inNation(nation)
  const isDayOff = (day: CivilDay) => !isWorkingDay(calendar, day)

  it("falls due three working days on, and never earlier for a later return", () => {
    const wrong: Array<string> = []
    let hours = 0
    let before = 0
    for (const at of hoursOf(firstDay, lastDay)) {
      hours += 1
      const { dueDay, dueAt, days } = Result.getOrThrow(clocksFor(at, policy)).workingDayClock
      const counted = days.filter((day) => "counted" in day)
      const accounted = days.every(
        (day, index) => day.day === londonDayOf(at) + 1 + index && "skipped" in day === isDayOff(day.day)
      )
      const holds =
        counted.length === 3 &&
        accounted &&
        days.at(-1)?.day === dueDay &&
        !isDayOff(dueDay) &&
        dueAt === startOfLondonDay(CivilDay(dueDay + 1)) &&
        dueAt >= before
      if (!holds) wrong.push(formatInstant(at))
      before = dueAt
    }
    expect(wrong).toEqual([])
    expect(hours).toBe(6_210 * 24)
  })

  it("is met wherever the 72 hours are met", () => {
    const wrong: Array<string> = []
    for (const at of hoursOf(firstDay, lastDay)) {
      for (const moment of [at, Instant(at - 1)]) {
        const { elapsedDueAt, workingDaysDueAt } = Result.getOrThrow(dueTimes(moment, policy))
        if (elapsedDueAt >= workingDaysDueAt) wrong.push(formatInstant(moment))
      }
    }
    expect(wrong).toEqual([])
  })

  it("is the same with the explanation and without, published or projected", () => {
    const wrong: Array<string> = []
    for (const at of hoursOf(firstDay, civilDay(2042, 12, 31))) {
      const [plain, explained] = [Result.getOrThrow(dueTimes(at, policy)), Result.getOrThrow(clocksFor(at, policy))]
      const same =
        plain.elapsedDueAt === explained.elapsedClock.dueAt &&
        plain.workingDaysDueDay === explained.workingDayClock.dueDay &&
        plain.workingDaysDueAt === explained.workingDayClock.dueAt &&
        plain.projected === explained.calendar.projected &&
        plain.projected === plain.workingDaysDueDay > lastDay
      if (!same) wrong.push(formatInstant(at))
    }
    expect(wrong).toEqual([])
  })
})

describe.each(nations)("both clocks in %s agree with the independent reckoning", (nation) => {
  const disagreements = (moments: Iterable<number>): ReadonlyArray<string> =>
    [...moments]
      .filter((at) => JSON.stringify(ourReckoning(at, nation)) !== JSON.stringify(reckon(at, nation)))
      .map((at) => new Date(at).toISOString())

  it("at the first and the last moment of every London day from 2012 to 2028", () => {
    const moments = function* () {
      for (let day = firstDay; day <= lastDay; day = CivilDay(day + 1)) {
        yield startOfLondonDay(day)
        yield startOfLondonDay(CivilDay(day + 1)) - 1
      }
    }
    expect(disagreements(moments())).toEqual([])
  })

  it("every hour of the weeks in which London's clocks change", () => {
    const moments = function* () {
      for (let year = 2012; year <= 2028; year += 1) {
        yield* hoursOf(civilDay(year, 3, 22), civilDay(year, 4, 1))
        yield* hoursOf(civilDay(year, 10, 22), civilDay(year, 11, 1))
      }
    }
    expect(disagreements(moments())).toEqual([])
  })

  it("at noon of every projected day whose deadline is projected too", () => {
    const moments = function* () {
      for (let day = civilDay(2029, 1, 1); day <= civilDay(2040, 12, 20); day = CivilDay(day + 1)) {
        yield startOfLondonDay(day) + 12 * HOUR
      }
    }
    expect(disagreements(moments())).toEqual([])
  })
})
