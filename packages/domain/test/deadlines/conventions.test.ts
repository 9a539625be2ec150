/** Other ways of counting that a council may choose in its policy. */
import { Option, Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addHours,
  calendars,
  civilDay,
  englandAndWales,
  formatCivilDay,
  formatInstant,
  Instant,
  nations,
  parseInstant,
  utc
} from "../../src/calendar/index.ts"
import {
  anchorOf,
  clocksFor,
  dueTimes,
  isWithinElapsedClock,
  isWithinWorkingDayClock
} from "../../src/deadlines/index.ts"
import { checkPolicy, Policy, rotherham } from "../../src/policy/index.ts"
import { counting } from "./policies.ts"

const moment = (text: string): Instant => Option.getOrThrow(parseInstant(text))

const fivePm = counting({ cutoff: "17:00" })
const dayOne = counting({ dayZero: "day-before-return" })

/** Hours from 2025 to 2027 at which a return leaves 72 hours whose last moment is past the working-day deadline. */
const hoursWithWorkingDaysFirst = (policy: Policy): number => {
  let hours = 0
  for (let at = utc(2025, 1, 1); at < utc(2028, 1, 1); at = addHours(at, 1)) {
    const { elapsedClock, workingDayClock } = Result.getOrThrow(clocksFor(at, policy))
    if (!isWithinWorkingDayClock(workingDayClock, elapsedClock.dueAt)) hours += 1
  }
  return hours
}

describe("of the 26,280 hours of 2025 to 2027, the working days are over when the 72 hours end", () => {
  it.each([
    ["never by default", rotherham, 0],
    ["in 3,108 under a cut-off of 17:00, 444 of them to the moment", fivePm, 3_108],
    ["in 10,656 when the day of return is day 1", dayOne, 10_656]
  ])("%s", (_, policy, hours) => {
    expect(hoursWithWorkingDaysFirst(policy)).toBe(hours)
  })
})

describe("a cut-off of 17:00", () => {
  it("can be missed within the 72 hours: a return on Monday at 18:00", () => {
    const monday = moment("2026-11-16T18:00:00Z")
    const halfPastFive = moment("2026-11-19T17:30:00Z")
    const byDefault = Result.getOrThrow(clocksFor(monday, rotherham))
    expect(isWithinElapsedClock(byDefault.elapsedClock, halfPastFive)).toBe(true)
    expect(isWithinWorkingDayClock(byDefault.workingDayClock, halfPastFive)).toBe(true)
    const cutShort = Result.getOrThrow(clocksFor(monday, fivePm))
    expect(isWithinElapsedClock(cutShort.elapsedClock, halfPastFive)).toBe(true)
    expect(isWithinWorkingDayClock(cutShort.workingDayClock, halfPastFive)).toBe(false)
  })

  it.each([
    ["in winter", "2026-11-16T09:00:00Z", "17:00", "2026-11-19T17:00:00.000Z"],
    ["in summer", "2026-07-06T09:00:00Z", "17:00", "2026-07-09T16:00:00.000Z"],
    ["over the change of the clocks", "2026-10-23T09:00:00Z", "17:00", "2026-10-28T17:00:00.000Z"],
    ["of half past eight", "2026-07-06T09:00:00Z", "08:30", "2026-07-09T07:30:00.000Z"],
    ["of midnight", "2026-07-06T09:00:00Z", "00:00", "2026-07-08T23:00:00.000Z"],
    ["a minute before midnight", "2026-11-16T09:00:00Z", "23:59", "2026-11-19T23:59:00.000Z"]
  ] as const)("is a time on a London clock: %s", (_, returnedAt, cutoff, dueAt) => {
    const { workingDayClock } = Result.getOrThrow(clocksFor(moment(returnedAt), counting({ cutoff })))
    expect(formatInstant(workingDayClock.dueAt)).toBe(dueAt)
  })

  it("is within until a millisecond before it, as 72 hours are to the millisecond itself", () => {
    const { elapsedClock, workingDayClock } = Result.getOrThrow(clocksFor(moment("2026-11-16T18:00:00Z"), fivePm))
    expect(isWithinWorkingDayClock(workingDayClock, Instant(workingDayClock.dueAt - 1))).toBe(true)
    expect(isWithinWorkingDayClock(workingDayClock, workingDayClock.dueAt)).toBe(false)
    expect(isWithinElapsedClock(elapsedClock, elapsedClock.dueAt)).toBe(true)
    expect(isWithinElapsedClock(elapsedClock, Instant(elapsedClock.dueAt + 1))).toBe(false)
  })
})

describe("the day of return as day 1", () => {
  it.each([
    ["a Monday counts itself", "2026-11-16T09:00:00Z", "2026-11-18"],
    ["a Friday counts itself", "2026-11-20T18:00:00Z", "2026-11-24"],
    ["a Saturday is no working day: Monday is the first", "2026-11-21T10:00:00Z", "2026-11-25"],
    ["nor is Christmas Day", "2026-12-25T10:00:00Z", "2026-12-31"]
  ])("%s", (_, returnedAt, dueDate) => {
    expect(formatCivilDay(Result.getOrThrow(clocksFor(moment(returnedAt), dayOne)).workingDayClock.dueDay)).toBe(
      dueDate
    )
  })

  it("is explained from the day of return on", () => {
    const { days } = Result.getOrThrow(clocksFor(moment("2026-11-20T18:00:00Z"), dayOne)).workingDayClock
    expect(days.map((day) => [formatCivilDay(day.day), "counted" in day ? day.counted : day.skipped])).toEqual([
      ["2026-11-20", 1],
      ["2026-11-21", "Saturday"],
      ["2026-11-22", "Sunday"],
      ["2026-11-23", 2],
      ["2026-11-24", 3]
    ])
  })
})

describe("under any convention", () => {
  const policies = fc
    .record({
      calendar: fc.constantFrom(...nations),
      dayZero: fc.constantFrom("return-day" as const, "day-before-return" as const),
      cutoff: fc.constantFrom("end-of-day" as const, "17:00" as const, "09:30" as const),
      workingDays: fc.integer({ min: 1, max: 30 }).map((value) => ({ value, source: "Made up", verified: false }))
    })
    .map(counting)
  const returns = fc.integer({ min: utc(2005, 1, 1), max: utc(2050, 1, 1) }).map((at) => Instant(at))

  it("a later return is never due earlier, and the plain answer is the explained one", () => {
    fc.assert(
      fc.property(policies, returns, fc.integer({ min: 0, max: 14 * 86_400_000 }), (policy, at, later) => {
        const [first, second] = [
          Result.getOrThrow(dueTimes(at, policy)),
          Result.getOrThrow(dueTimes(Instant(at + later), policy))
        ]
        expect(second.workingDaysDueAt).toBeGreaterThanOrEqual(first.workingDaysDueAt)
        expect(second.elapsedDueAt - first.elapsedDueAt).toBe(later)
        const explained = Result.getOrThrow(clocksFor(at, policy))
        expect(explained.workingDayClock.dueAt).toBe(first.workingDaysDueAt)
        expect(explained.calendar.projected).toBe(first.projected)
        const counted = explained.workingDayClock.days.filter((day) => "counted" in day)
        expect(counted).toHaveLength(policy.interview.workingDays.value)
      }),
      { numRuns: 500 }
    )
  })
})

describe("leaning on a projection", () => {
  const published = {
    ...englandAndWales,
    publishedFrom: civilDay(2026, 11, 17),
    publishedThrough: civilDay(2026, 11, 19)
  }
  const on = { ...calendars, "england-and-wales": published }
  const projected = (returnedAt: string) => [
    Result.getOrThrow(dueTimes(moment(returnedAt), rotherham, on)).projected,
    Result.getOrThrow(clocksFor(moment(returnedAt), rotherham, on)).calendar.projected
  ]

  it("is told the same way with the explanation and without, to the day at both ends", () => {
    expect(projected("2026-11-16T12:00:00Z")).toEqual([false, false])
    expect(projected("2026-11-15T12:00:00Z")).toEqual([true, true])
    expect(projected("2026-11-17T12:00:00Z")).toEqual([true, true])
  })
})

describe("what starts the clocks", () => {
  const [foundAt, returnedAt] = [utc(2026, 11, 16, 8), utc(2026, 11, 16, 12)]
  const [toldBefore, toldAfter] = [utc(2026, 11, 14), utc(2026, 11, 18, 9)]
  const anchor = (which: Policy["interview"]["anchor"]["value"], times: Parameters<typeof anchorOf>[0]) =>
    Option.getOrUndefined(anchorOf(times, counting({ anchor: which })))

  it.each(["returned", "found", "notified"] as const)("nothing does while the child is missing: %s", (which) => {
    expect(anchor(which, { notifiedAt: toldBefore })).toBeUndefined()
  })

  it("the return, by default; until it is recorded, provisionally the finding", () => {
    const settled = { from: returnedAt, anchoredBy: "returned", provisional: false }
    expect(anchor("returned", { foundAt, returnedAt, notifiedAt: toldAfter })).toEqual(settled)
    expect(anchor("returned", { foundAt, notifiedAt: toldAfter })).toEqual({
      from: foundAt,
      anchoredBy: "found",
      provisional: true
    })
  })

  it("the finding, for good; a return of which no finding was reported stands for it", () => {
    const found = { from: foundAt, anchoredBy: "found", provisional: false }
    expect(anchor("found", { foundAt, returnedAt })).toEqual(found)
    expect(anchor("found", { foundAt })).toEqual(found)
    expect(anchor("found", { returnedAt })).toEqual({ from: returnedAt, anchoredBy: "returned", provisional: false })
  })

  it("the council being told, if it was told after the return; it cannot start before", () => {
    expect(anchor("notified", { foundAt, returnedAt, notifiedAt: toldAfter })).toEqual({
      from: toldAfter,
      anchoredBy: "notified",
      provisional: false
    })
    for (const notifiedAt of [toldBefore, returnedAt]) {
      expect(anchor("notified", { foundAt, returnedAt, notifiedAt })).toEqual({
        from: returnedAt,
        anchoredBy: "returned",
        provisional: false
      })
    }
    expect(anchor("notified", { foundAt, notifiedAt: toldAfter })).toEqual({
      from: toldAfter,
      anchoredBy: "notified",
      provisional: true
    })
  })
})

describe("the conventions in a policy", () => {
  const { anchor, dayZero, cutoff, calendar, ...before } = rotherham.interview
  const values = ({ interview }: Policy) =>
    [interview.anchor, interview.dayZero, interview.cutoff, interview.calendar].map(({ value }) => value)
  const decode = Schema.decodeUnknownResult(Policy)
  const edited = (edit: object) => decode({ ...rotherham, interview: { ...rotherham.interview, ...edit } })

  it("are Rotherham's where a policy of an older journal does not name them", () => {
    const read = Schema.decodeUnknownSync(Policy)({ ...rotherham, interview: { ...before, calendar: calendar.value } })
    expect(values(read)).toEqual(["returned", "return-day", "end-of-day", "england-and-wales"])
    expect(values(read)).toEqual(values(rotherham))
    expect([read.interview.anchor.verified, read.interview.anchor.source]).toEqual([
      false,
      "Our reading: as it was counted before a source was kept for it"
    ])
  })

  it("read as bare words or with their source to the same deadlines, and are written with it", () => {
    const words = fc.record({
      anchor: fc.constantFrom("returned" as const, "found" as const, "notified" as const),
      dayZero: fc.constantFrom("return-day" as const, "day-before-return" as const),
      cutoff: fc.constantFrom("end-of-day" as const, "17:00" as const, "09:30" as const),
      calendar: fc.constantFrom(...nations)
    })
    fc.assert(
      fc.property(words, fc.integer({ min: utc(2012, 1, 1), max: utc(2028, 12, 1) }), (bare, from) => {
        const read = Schema.decodeUnknownSync(Policy)({ ...rotherham, interview: { ...before, ...bare } })
        const sourced = counting(bare)
        expect(values(read)).toEqual(Object.values(bare))
        expect(Result.getOrThrow(dueTimes(Instant(from), read))).toEqual(
          Result.getOrThrow(dueTimes(Instant(from), sourced))
        )
        expect(Schema.decodeUnknownSync(Policy)(Schema.encodeSync(Policy)(read))).toEqual(read)
        expect(Schema.encodeSync(Policy)(sourced)).toEqual(sourced)
      })
    )
  })

  it("name the field of a word that there is not, bare or with its source", () => {
    const fieldsOf = (edit: object) =>
      Result.match(checkPolicy({ ...rotherham, interview: { ...rotherham.interview, ...edit } }), {
        onFailure: (faults) => faults.map(({ field }) => field),
        onSuccess: () => []
      })
    expect(fieldsOf({ anchor: "reported" })).toEqual(["interview.anchor"])
    expect(fieldsOf({ anchor: { ...anchor, value: "reported" } })).toEqual(["interview.anchor.value"])
    expect(fieldsOf({ cutoff: { value: cutoff.value, verified: false } })).toEqual(["interview.cutoff.source"])
    expect(fieldsOf({ dayZero: { ...dayZero, sorce: "misspelt" } })).toEqual(["interview.dayZero.sorce"])
  })

  it.each([{ anchor: "found" }, { dayZero: "day-before-return" }, { cutoff: "17:00" }, { calendar: "scotland" }])(
    "may be %o",
    (edit) => {
      expect(edited(edit)._tag).toBe("Success")
    }
  )

  it.each([
    { anchor: "reported" },
    { dayZero: 1 },
    { cutoff: "5pm" },
    { cutoff: "24:00" },
    { cutoff: "17:60" },
    { cutoff: "9:00" },
    { cutoff: "17:00:00" },
    { calendar: "wales" }
  ])("may not be %o", (edit) => {
    expect(edited(edit)._tag).toBe("Failure")
  })
})
