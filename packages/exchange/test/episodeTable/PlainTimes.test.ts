import { formatInstant, Instant, parseInstant } from "@safe-return/domain/calendar"
import { Option } from "effect"
import fc from "fast-check"
import { expect, test } from "vitest"
import { PlainTimes } from "../../src/episodeTable/PlainTimes.ts"

/** Undefined where the bytes are not a time of the plain form. */
const readTime = (text: string): number | undefined => {
  const times = new PlainTimes()
  // What follows a time in a table.
  times.open(new TextEncoder().encode(`${text},${" ".repeat(40)}`))
  const time = times.read(0)
  return Number.isNaN(time) || times.end !== text.length ? undefined : time
}

test("a time read from bytes is the one that is written", () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.parse("1900-01-01"), max: Date.parse("2199-12-31") }), (time) => {
      const text = formatInstant(Instant(time))
      expect(readTime(text)).toBe(time)
      expect(readTime(`${text.slice(0, 19)}Z`)).toBe(Math.floor(time / 1_000) * 1_000)
    })
  )
})

test("a time that is read from bytes is read the same elsewhere, whatever its digits", () => {
  const digits = (most: number) => fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, "0"))
  const texts = fc
    .tuple(
      fc.constantFrom("1899", "1900", "2024", "2026", "2199", "2200", "20x6"),
      digits(14),
      digits(33),
      digits(26),
      digits(62),
      digits(62),
      fc.constantFrom("Z", ".120Z", "+01:00", "-23:59", ".999+05:30", "+24:00", "+01:60", "+0100", "z", "")
    )
    .map(([year, month, day, hour, minute, second, end]) => `${year}-${month}-${day}T${hour}:${minute}:${second}${end}`)
  fc.assert(
    fc.property(texts, (text) => {
      const time = readTime(text)
      if (time !== undefined) expect(Option.getOrUndefined(parseInstant(text))).toBe(time)
    })
  )
})

test.each([
  ["2026-07-01T18:00:00+01:00", "2026-07-01T17:00:00.000Z"],
  ["2026-06-30T23:30:00.250-01:00", "2026-07-01T00:30:00.250Z"]
])("the time %s is read by its offset", (text, utc) => {
  expect(readTime(text)).toBe(Date.parse(utc))
})
