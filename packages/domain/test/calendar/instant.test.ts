import { Option, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addHours, formatInstant, Instant, InstantFromIso, parseInstant, utc } from "../../src/calendar/index.ts"

const FIRST = Date.parse("0000-01-01T00:00:00.000Z")
const LAST = Date.parse("9999-12-31T23:59:59.999Z")
const anyInstant = fc.integer({ min: FIRST, max: LAST }).map((milliseconds) => Instant(milliseconds))

const read = (text: string) => Option.getOrUndefined(Option.map(parseInstant(text), formatInstant))

describe("reading a moment", () => {
  it.each([
    ["2026-11-20T18:00:00Z", "2026-11-20T18:00:00.000Z"],
    ["2026-11-20T18:00Z", "2026-11-20T18:00:00.000Z"],
    ["2026-07-01T18:00:00+01:00", "2026-07-01T17:00:00.000Z"],
    ["2026-07-01T00:30:00+01:00", "2026-06-30T23:30:00.000Z"],
    ["2026-07-01T18:00:00+0100", "2026-07-01T17:00:00.000Z"],
    ["2025-12-31T23:30:00-05:30", "2026-01-01T05:00:00.000Z"],
    ["2026-11-20T18:00:00.5Z", "2026-11-20T18:00:00.500Z"],
    ["2026-11-20T18:00:00,25Z", "2026-11-20T18:00:00.250Z"],
    ["2026-11-20T18:00:00.123999999Z", "2026-11-20T18:00:00.123Z"],
    ["2026-11-20t18:00:00z", "2026-11-20T18:00:00.000Z"],
    ["1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"],
    ["2026-10-25T01:30:00+01:00", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25T01:30:00+00:00", "2026-10-25T01:30:00.000Z"]
  ])("takes %s", (text, moment) => {
    expect(read(text)).toBe(moment)
  })

  it.each([
    ["30 February", "2026-02-30T10:00:00Z"],
    ["24:00", "2026-11-20T24:00:00Z"],
    ["minute 60", "2026-11-20T10:60:00Z"],
    ["a leap second", "2016-12-31T23:59:60Z"],
    ["an offset of a day", "2026-11-20T10:00:00+24:00"],
    ["an offset of 60 minutes", "2026-11-20T10:00:00+01:60"],
    ["a space for the T", "2026-11-20 10:00:00Z"],
    ["a space before the offset", "2026-11-20T10:00:00 Z"],
    ["two offsets", "2026-11-20T10:00:00Z+01:00"],
    ["a zone name for the offset", "2026-11-20T10:00:00[Europe/London]"],
    ["an abbreviation for the offset", "2026-11-20T10:00:00 GMT"],
    ["words", "yesterday at ten"],
    ["epoch milliseconds", "1795175200000"],
    ["nothing", ""]
  ])("refuses %s", (_, text) => {
    expect(read(text)).toBeUndefined()
  })

  it("refuses every form that leaves the offset out", () => {
    const parts = fc.tuple(
      anyInstant.map((instant) => formatInstant(instant)),
      fc.constantFrom("", ".5", ".123", ",25"),
      fc.boolean()
    )
    fc.assert(
      fc.property(parts, ([written, fraction, hasSeconds]) => {
        const minutes = written.slice(0, "2026-11-20T18:00".length)
        const wallClock = hasSeconds ? `${minutes}${written.slice(16, 19)}${fraction}` : minutes
        expect(read(wallClock)).toBeUndefined()
        expect(read(wallClock.slice(0, 10))).toBeUndefined()
        expect(read(wallClock.replace("T", " "))).toBeUndefined()
        expect(read(`${wallClock}Z`)).toBeDefined()
      })
    )
  })

  it("refuses a moment whose UTC year does not fit in four digits", () => {
    expect(read("0000-01-01T00:00:00Z")).toBe("0000-01-01T00:00:00.000Z")
    expect(read("0000-01-01T00:59:59+01:00")).toBeUndefined()
    expect(read("9999-12-31T23:59:59.999Z")).toBe("9999-12-31T23:59:59.999Z")
    expect(read("9999-12-31T23:59:59-00:01")).toBeUndefined()
    expect(read("10000-01-01T00:00:00Z")).toBeUndefined()
    expect(read("+002026-01-01T00:00:00Z")).toBeUndefined()
  })
})

describe("writing a moment", () => {
  it("says what Date says, and is read back as the same moment", () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        expect(formatInstant(instant)).toBe(new Date(instant).toISOString())
        expect(parseInstant(formatInstant(instant))).toEqual(Option.some(instant))
      })
    )
  })

  it("is the same moment in whatever offset it was read", () => {
    const minutes = fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 })
    const inside = fc.integer({ min: Date.UTC(1000, 0), max: Date.UTC(9000, 0) }).map((ms) => Instant(ms))
    fc.assert(
      fc.property(inside, minutes, (instant, offset) => {
        const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, "0")
        const local = new Date(instant + offset * 60_000).toISOString().slice(0, -1)
        const text = `${local}${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(Math.abs(offset) % 60)}`
        expect(parseInstant(text)).toEqual(Option.some(instant))
      })
    )
  })
})

describe("a moment in a document", () => {
  const decode = Schema.decodeUnknownResult(InstantFromIso)

  it("is ISO text outside and a number inside", () => {
    expect(Schema.decodeUnknownSync(InstantFromIso)("2026-07-01T18:00:00+01:00")).toBe(utc(2026, 7, 1, 17))
    expect(Schema.encodeSync(InstantFromIso)(utc(2026, 7, 1, 17))).toBe("2026-07-01T17:00:00.000Z")
  })

  it("refused, says what is wanted", () => {
    const answer = decode("2026-07-01T18:00:00")
    expect(answer._tag === "Failure" && String(answer.failure)).toContain(
      "a date and time with an offset, such as 2026-11-20T18:00:00Z or 2026-07-01T18:00:00+01:00"
    )
    expect(decode(1_795_175_200_000)._tag).toBe("Failure")
  })
})

it("hours are elapsed hours, also on the night the clocks change", () => {
  expect(formatInstant(addHours(utc(2026, 3, 28, 12), 24))).toBe("2026-03-29T12:00:00.000Z")
})
