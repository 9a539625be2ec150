/** Moments for properties: any minute of three years, and as often the hours around a clock change or a bank holiday. */
import { Option } from "effect"
import fc from "fast-check"
import { Instant, parseInstant } from "../../src/calendar/index.ts"

const MINUTE = 60_000

/** A time written down in a test. */
export const time = (iso: string): Instant => Option.getOrThrow(parseInstant(iso))

export const minutesAfter = (from: Instant, minutes: number): Instant => Instant(from + minutes * MINUTE)

const around = (iso: string): fc.Arbitrary<Instant> =>
  fc.integer({ min: -48 * 60, max: 96 * 60 }).map((minutes) => minutesAfter(time(iso), minutes))

export const moments: fc.Arbitrary<Instant> = fc.oneof(
  fc.integer({ min: 0, max: 3 * 365 * 24 * 60 }).map((minutes) => minutesAfter(time("2025-01-01T00:00:00Z"), minutes)),
  around("2026-03-29T01:00:00Z"),
  around("2026-10-25T01:00:00Z"),
  around("2026-12-24T17:00:00Z"),
  around("2026-04-02T17:00:00Z")
)
