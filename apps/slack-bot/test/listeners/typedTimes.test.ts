import { londonDateTime } from "@safe-return/wording"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { readTime } from "../../src/listeners/commands/readTime.ts"
import { phraseTable } from "./phraseTable.ts"

const rows = phraseTable("typedTimes.txt")

/** West, London, east, a day ahead, and one whose clocks change on other days. */
const zones = ["UTC", "Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati"]

const hostZone = process.env["TZ"]

describe.each(zones)("a phrase of the table, typed to a host in %s,", (zone) => {
  beforeAll(() => {
    process.env["TZ"] = zone
    const shown = new Date("2026-07-01T12:00:00Z").toLocaleString("en-GB", { timeZone: zone })
    expect(new Date("2026-07-01T12:00:00Z").toLocaleString("en-GB")).toBe(shown)
  })
  afterAll(() => {
    if (hostZone === undefined) delete process.env["TZ"]
    else process.env["TZ"] = hostZone
  })

  it.each(rows)("$typed ($how) reads or asks as a person judged: $expected", ({ typed, expected, now, how }) => {
    const read = readTime(typed, now, how === "future" ? "future" : "past")
    if (expected.startsWith("? ")) {
      expect(read).toEqual({ _tag: "Unclear", sentence: expect.stringContaining(expected.slice(2)) })
    } else {
      expect(read._tag === "Time" ? londonDateTime(read.at) : read.sentence).toBe(expected)
    }
  })
})
