import { formatInstant, Instant, parseInstant } from "@safe-return/domain/calendar"
import { Option } from "effect"
import fc from "fast-check"
import { expect, test } from "vitest"
import { plainTime, plainTimeLength } from "../../src/episodeTable/plainTime.ts"

/** Undefined where the bytes are not a time of the plain form. */
const read = (text: string): number | undefined => {
  const bytes = new TextEncoder().encode(text)
  const length = plainTimeLength(bytes, 0)
  const time = length === text.length ? plainTime(bytes, 0, length) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}

test("a time read from bytes is the one that is written", () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.parse("1900-01-01"), max: Date.parse("2199-12-31") }), (time) => {
      const text = formatInstant(Instant(time))
      expect(read(text)).toBe(time)
      expect(read(`${text.slice(0, 19)}Z`)).toBe(Math.floor(time / 1_000) * 1_000)
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
      digits(62)
    )
    .map(([year, month, day, ...time]) => `${year}-${month}-${day}T${time.join(":")}Z`)
  fc.assert(
    fc.property(texts, (text) => {
      const time = read(text)
      if (time !== undefined) expect(Option.getOrUndefined(parseInstant(text))).toBe(time)
    })
  )
})
