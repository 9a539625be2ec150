import { addHours, formatInstant, Instant, londonClock, utc } from "@safe-return/domain/calendar"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readTime } from "../../src/listeners/commands/readTime.ts"

/** Monday 23 November 2026, 18:05 in London. */
const winter = utc(2026, 11, 23, 18, 5)
/** Sunday 25 October 2026, 12:00 in London: the clocks went back in the night. */
const afterTheChange = utc(2026, 10, 25, 12)

const read = (typed: string, now = winter, direction: "past" | "future" = "past") => {
  const time = readTime(typed, now, direction)
  return time._tag === "Time" ? formatInstant(time.at) : time.sentence
}

describe("a time as it is typed", () => {
  it.each([
    ["yesterday 23:40", "2026-11-22T23:40:00.000Z"],
    ["23:40 yesterday", "2026-11-22T23:40:00.000Z"],
    ["today 6pm", "2026-11-23T18:00:00.000Z"],
    ["now", "2026-11-23T18:05:00.000Z"],
    ["just now", "2026-11-23T18:05:00.000Z"],
    ["20 minutes ago", "2026-11-23T17:45:00.000Z"],
    ["last night 11pm", "2026-11-22T23:00:00.000Z"],
    ["friday 18:00", "2026-11-20T18:00:00.000Z"],
    ["Fri 20 Nov 18:00", "2026-11-20T18:00:00.000Z"],
    ["20/11 18:00", "2026-11-20T18:00:00.000Z"],
    ["2026-11-20 18:00", "2026-11-20T18:00:00.000Z"],
    ["06:30", "2026-11-23T06:30:00.000Z"],
    ["today at noon", "2026-11-23T12:00:00.000Z"],
    ["midnight", "2026-11-23T00:00:00.000Z"],
    ["today midnight", "2026-11-23T00:00:00.000Z"],
    ["yesterday 00:00", "2026-11-22T00:00:00.000Z"]
  ])("reads %j", (typed, expected) => {
    expect(read(typed)).toBe(expected)
  })

  it("a time without a day is the last such time for the past, and the next for a plan", () => {
    expect(read("19:00")).toBe("2026-11-22T19:00:00.000Z")
    expect(read("18.30")).toBe("2026-11-22T18:30:00.000Z")
    expect(read("monday 20:00")).toBe("2026-11-16T20:00:00.000Z")
    expect(read("10am", winter, "future")).toBe("2026-11-24T10:00:00.000Z")
    expect(read("tomorrow 10am", winter, "future")).toBe("2026-11-24T10:00:00.000Z")
  })

  it("is London's: an hour from UTC in summer", () => {
    expect(read("yesterday 23:40", utc(2026, 7, 1, 17))).toBe("2026-06-30T22:40:00.000Z")
  })

  it("has London's day, where UTC's is still the one before", () => {
    // Half past midnight on Thursday 2 July in London.
    const pastMidnight = utc(2026, 7, 1, 23, 30)
    expect(read("yesterday 23:40", pastMidnight)).toBe("2026-07-01T22:40:00.000Z")
    expect(read("today 00:10", pastMidnight)).toBe("2026-07-01T23:10:00.000Z")
  })

  it("counts elapsed hours through the night the clocks change", () => {
    expect(read("13 hours ago", afterTheChange)).toBe("2026-10-24T23:00:00.000Z")
  })

  it("asks which of the two, where a time comes twice, and takes the answer", () => {
    expect(read("today 01:30", afterTheChange)).toContain("01:30 comes twice")
    expect(read("25 oct 01:30 BST", afterTheChange)).toBe("2026-10-25T00:30:00.000Z")
    expect(read("25 oct 01:30 GMT", afterTheChange)).toBe("2026-10-25T01:30:00.000Z")
  })

  it("says so where no clock showed that time", () => {
    expect(read("today 01:30", utc(2026, 3, 29, 12))).toContain("no clock showed 01:30")
  })

  it("asks for morning or evening, and for the time where only the day is given", () => {
    expect(read("today 6:30")).toContain("Morning or evening? Say 6:30am or 6:30pm")
    expect(read("yesterday")).toContain("Give the time as well as the day")
    expect(read("last night")).toContain("Give the time as well as the day")
  })

  it.each(["yesterday midnight", "midnight on friday", "20/11 midnight"])("asks which end of the day: %j", (typed) => {
    expect(read(typed)).toContain("The midnight that begins that day, or the one that ends it?")
  })

  it.each(["yesterday 25:00", "31/02 10:00", "Synthetic Name 18:00", "10:00-12:00", "", "<!channel>"])(
    "does not guess at %j, nor repeat it",
    (typed) => {
      expect(read(typed)).toBe(
        "The time could not be read. Give day and time, such as `yesterday 23:40`, `today 6pm` or `20/11 18:00`."
      )
    }
  )

  it("answers whatever is typed, and repeats no word of it", () => {
    const word = fc.constantFrom(
      ..."last night today friday 20/11 9.45 0945hrs 12am midnight half past to nine Synthia ago gmt".split(" ")
    )
    const phrases = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 6 }).map((words) => words.join(" "))
    )
    fc.assert(
      fc.property(phrases, fc.constantFrom("past", "future"), (typed, direction) => {
        expect(read(typed, winter, direction)).not.toMatch(/NaN|Synthia/)
      })
    )
  })

  it("gives the day and time of a London clock that was typed, or asks", () => {
    const minutes = fc.integer({ min: utc(2024, 1, 1) / 60_000, max: utc(2027, 12, 31) / 60_000 })
    fc.assert(
      fc.property(minutes, (minute) => {
        const instant = Instant(minute * 60_000)
        const { year, month, day, hour, minute: past } = londonClock(instant)
        const pad = (part: number) => String(part).padStart(2, "0")
        const time = readTime(`${year}-${pad(month)}-${pad(day)} ${pad(hour)}:${pad(past)}`, utc(2028, 1, 1))
        // The hour that the clocks show twice, whichever of the two it is.
        const comesTwice = [1, -1].some((hours) => {
          const other = londonClock(addHours(instant, hours))
          return other.hour === hour && other.minute === past
        })
        if (comesTwice) expect(time).toMatchObject({ sentence: expect.stringContaining("comes twice") })
        else expect(time).toEqual({ _tag: "Time", at: instant })
      })
    )
  })
})
