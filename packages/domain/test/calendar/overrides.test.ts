import { Option, Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import {
  bankHolidaysOf,
  CalendarOverride,
  type CivilDay,
  englandAndWales,
  formatCivilDay,
  isWorkingDay,
  northernIreland,
  parseCivilDay,
  reasonNotWorking,
  withOverrides,
  workingDayAfter
} from "../../src/calendar/index.ts"

const dayOf = (date: string): CivilDay => Option.getOrThrow(parseCivilDay(date))

/** As it stands in a file. */
const override = (day: string, change: "add" | "strike", why: string): CalendarOverride =>
  Schema.decodeUnknownSync(CalendarOverride)({
    day,
    change,
    why,
    decidedBy: "Cabinet Member for Children",
    decidedOn: "2026-11-02"
  })

const christmasEve = override("2026-12-24", "add", "Council offices close on Christmas Eve")
const springDay = override("2026-05-25", "strike", "The Missing Team works through half-term")

const changed = (...overrides: ReadonlyArray<CalendarOverride>) =>
  Result.getOrThrow(withOverrides(englandAndWales, overrides))

const refusal = (...overrides: ReadonlyArray<CalendarOverride>) =>
  Option.getOrThrow(Result.getFailure(withOverrides(englandAndWales, overrides)))

describe("a day the council adds", () => {
  const calendar = changed(christmasEve)

  it("is not a working day, with who decided so and why", () => {
    expect(isWorkingDay(calendar, christmasEve.day)).toBe(false)
    expect(reasonNotWorking(calendar, christmasEve.day)).toEqual(
      Option.some("Council offices close on Christmas Eve (added by Cabinet Member for Children on 2026-11-02)")
    )
  })

  it("is left out of the count", () => {
    expect(formatCivilDay(Result.getOrThrow(workingDayAfter(englandAndWales, dayOf("2026-12-23"), 1)))).toBe(
      "2026-12-24"
    )
    expect(formatCivilDay(Result.getOrThrow(workingDayAfter(calendar, dayOf("2026-12-23"), 1)))).toBe("2026-12-29")
  })

  it("stands among the bank holidays of its year as the council's", () => {
    const sources = bankHolidaysOf(calendar, 2026).map(({ day, source }) => [formatCivilDay(day), source])
    expect(sources).toContainEqual(["2026-12-24", "council"])
    expect(sources).toHaveLength(9)
  })
})

describe("a day the council strikes", () => {
  const calendar = changed(springDay)

  it("is a working day, and the calendar knows who decided so and why", () => {
    expect(isWorkingDay(calendar, springDay.day)).toBe(true)
    expect(calendar.struck.get(springDay.day)).toBe(
      "Spring bank holiday struck by Cabinet Member for Children on 2026-11-02: The Missing Team works through half-term"
    )
    expect(formatCivilDay(Result.getOrThrow(workingDayAfter(calendar, dayOf("2026-05-22"), 1)))).toBe("2026-05-25")
  })
})

describe("a calendar with overrides", () => {
  it("has a version that names each, in the order they were given", () => {
    expect(changed(christmasEve, springDay).version).toBe(
      `${englandAndWales.version}; 2026-12-24 added by Cabinet Member for Children on 2026-11-02; 2026-05-25 struck by Cabinet Member for Children on 2026-11-02`
    )
  })

  it("leaves the calendar it was made from as it was", () => {
    const [version, holidays] = [englandAndWales.version, englandAndWales.holidays.size]
    changed(christmasEve, springDay)
    expect([englandAndWales.version, englandAndWales.holidays.size]).toEqual([version, holidays])
    expect(isWorkingDay(englandAndWales, christmasEve.day)).toBe(true)
  })

  it("without any is the same calendar, under the same version", () => {
    expect(changed()).toEqual(englandAndWales)
  })

  it("can be changed again", () => {
    const twice = Result.getOrThrow(withOverrides(changed(christmasEve), [springDay]))
    expect(twice).toEqual(changed(christmasEve, springDay))
  })

  it("keeps its nation and how far it is published", () => {
    const july = override("2026-07-10", "add", "Council offices close before the holiday")
    const calendar = Result.getOrThrow(withOverrides(northernIreland, [july]))
    expect([calendar.nation, calendar.publishedThrough]).toEqual([
      northernIreland.nation,
      northernIreland.publishedThrough
    ])
  })
})

describe("a change that makes no sense is refused, in a sentence", () => {
  it.each([
    ["AlreadyNotWorking", "2026-12-25", [override("2026-12-25", "add", "Closed")]],
    ["AlreadyNotWorking", "2026-12-26", [override("2026-12-26", "add", "Closed")]],
    ["NoBankHoliday", "2026-12-24", [override("2026-12-24", "strike", "Open")]],
    ["NoBankHoliday", "2026-12-26", [override("2026-12-26", "strike", "Open")]],
    ["DecidedTwice", "2026-12-24", [christmasEve, override("2026-12-24", "strike", "Open after all")]],
    ["DecidedTwice", "2026-05-25", [springDay, override("2026-05-25", "add", "Closed after all")]],
    ["DayNotCovered", "2011-12-30", [override("2011-12-30", "add", "Closed")]],
    ["DayNotCovered", "2041-01-02", [override("2041-01-02", "add", "Closed")]]
  ] as const)("%s %s", (tag, _day, overrides) => {
    const refused = refusal(...overrides)
    expect(refused._tag).toBe(tag)
    expect(refused.message).toMatchSnapshot()
  })
})

describe("an override in a file", () => {
  const decode = Schema.decodeUnknownResult(CalendarOverride)
  const written = { day: "2026-12-24", change: "add", why: "Closed", decidedBy: "Cabinet", decidedOn: "2026-11-02" }

  it("is read, and written back the same", () => {
    expect(Schema.encodeSync(CalendarOverride)(Schema.decodeUnknownSync(CalendarOverride)(written))).toEqual(written)
  })

  it.each([
    ["without a reason", { why: "" }],
    ["without who decided", { decidedBy: undefined }],
    ["on a day that does not exist", { day: "2026-02-30" }],
    ["in British order", { decidedOn: "02/11/2026" }],
    ["that neither adds nor strikes", { change: "move" }]
  ])("%s is refused", (_, edit) => {
    expect(decode({ ...written, ...edit })._tag).toBe("Failure")
  })
})
