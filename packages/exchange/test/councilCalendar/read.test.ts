import { bankHolidaysOf, englandAndWales, formatCivilDay } from "@safe-return/domain/calendar"
import { Effect, Result } from "effect"
import { describe, expect, it } from "vitest"
import { readCouncilCalendar } from "../../src/index.ts"
import { blocksOf } from "../reading.ts"

const attempt = (text: string, file = "days.csv") =>
  Effect.runSync(Effect.result(readCouncilCalendar({ file, bytes: blocksOf(text) }, englandAndWales)))
const read = (text: string, file?: string) => Result.getOrThrow(attempt(text, file))
const faultsIn = (text: string, file?: string): string => Result.getOrThrow(Result.flip(attempt(text, file))).message

const HEADER = "date,change,why,decidedBy,decidedOn"
const CLOSED = "2026-12-24,add,Made-up closing day,Made-up committee,2026-11-02"
const OPEN = "2026-12-28,strike,The team works that day,Made-up director,2026-11-02"

describe("a council's own days", () => {
  it("are added and struck, under a version that names each with who decided and when", () => {
    const calendar = read(`${HEADER}\n${CLOSED}\n${OPEN}\n`)
    expect(
      bankHolidaysOf(calendar, 2026)
        .slice(-2)
        .map(({ day, title, source }) => [formatCivilDay(day), title, source])
    ).toEqual([
      ["2026-12-24", "Made-up closing day (added by Made-up committee on 2026-11-02)", "council"],
      ["2026-12-25", "Christmas Day", "gov.uk"]
    ])
    expect(calendar.version).toBe(
      `${englandAndWales.version}; 2026-12-24 added by Made-up committee on 2026-11-02; 2026-12-28 struck by Made-up director on 2026-11-02`
    )
  })

  it("are the same from NDJSON", () => {
    const [date, change, why, decidedBy, decidedOn] = CLOSED.split(",")
    const line = JSON.stringify({ date, change, why, decidedBy, decidedOn })
    expect(read(line, "days.ndjson")).toEqual(read(`${HEADER}\n${CLOSED}`))
  })

  it("that do not read are placed by line and column, all of them", () => {
    const said = faultsIn(`${HEADER}\n2026-13-01,add,A day,A Person,2026-11-02\n2026-12-24,close,,A Person,soon\n`)
    expect(said.match(/line \d+, column \d+ \(\w+\)/g)).toEqual([
      "line 2, column 1 (date)",
      "line 3, column 2 (change)",
      "line 3, column 3 (why)",
      "line 3, column 5 (decidedOn)"
    ])
  })

  it.each([
    ["an added bank holiday", "2026-12-25,add,A day,A Person,2026-11-02", "not a working day already (Christmas Day)"],
    ["a struck working day", "2026-12-23,strike,A day,A Person,2026-11-02", "is no bank holiday"],
    ["a day twice", CLOSED, "added or struck twice"],
    ["a day of another century", "1926-12-23,add,A day,A Person,2026-11-02", "outside the calendar"]
  ])("that make no sense are placed too: %s", (_, line, said) => {
    const message = faultsIn(`${HEADER}\n${CLOSED}\n${line}\n`)
    expect(message).toContain("days.csv, line 3, column 1 (date): ")
    expect(message).toContain(said)
  })

  it("need every column: a decision without a name behind it is none", () => {
    expect(faultsIn("date,change,why\n2026-12-24,add,A day\n")).toContain("decidedBy")
    expect(faultsIn('{"date":"2026-12-24","change":"add","why":"A day"}', "days.ndjson")).toContain("line 1, decidedBy")
  })
})
