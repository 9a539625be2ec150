import { expect, test } from "vitest"
import { fileWith, run } from "./run.ts"

const HEADER = "date,change,why,decidedBy,decidedOn\n"
const CLOSED = "2026-12-24,add,Made-up closing day,made-up committee,2026-11-02\n"
const OPEN = "2026-12-28,strike,Made-up opening,made-up committee,2026-11-02\n"
const CHRISTMAS = "2026-12-23T20:00:00Z"

const days = (rows: string) => fileWith("days.csv", HEADER + rows)
const json = async (...args: ReadonlyArray<string>) => JSON.parse((await run([...args, "--json"])).stdout)

test("an added day is skipped with why and who decided, and is named in the version", async () => {
  const answer = await json("deadline", CHRISTMAS, "--overrides", days(CLOSED))
  const { dueDate, days: explained } = answer.clocks.workingDays3
  expect(dueDate).toBe("2026-12-31")
  expect(explained[0]).toEqual({
    date: "2026-12-24",
    skipped: "Made-up closing day (added by made-up committee on 2026-11-02)"
  })
  expect(answer.calendar.version).toMatch(/; 2026-12-24 added by made-up committee on 2026-11-02$/)
})

test("a struck day is counted, with the reason; without the file nothing of it is there", async () => {
  const answer = await json("deadline", CHRISTMAS, "--overrides", days(OPEN))
  expect(answer.clocks.workingDays3.dueDate).toBe("2026-12-29")
  expect(answer.clocks.workingDays3.days).toContainEqual({
    date: "2026-12-28",
    counted: 2,
    because: "Boxing Day struck by made-up committee on 2026-11-02: Made-up opening"
  })
  expect((await run(["deadline", CHRISTMAS, "--overrides", days(OPEN)])).stdout).toContain(
    "Monday 28 December 2026: working day 2 (Boxing Day struck by made-up committee on 2026-11-02: Made-up opening)"
  )
  expect((await json("deadline", CHRISTMAS)).clocks.workingDays3.dueDate).toBe("2026-12-30")
})

test("a file of returns is counted on them where it is the council's nation", async () => {
  const file = fileWith(
    "returns.ndjson",
    `{"returnedAt":"${CHRISTMAS}"}\n{"returnedAt":"${CHRISTMAS}","nation":"scotland"}\n`
  )
  const { stdout } = await run(["deadlines", "--file", file, "--overrides", days(CLOSED)])
  const dueDates = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).clocks.workingDays3.dueDate)
  expect(dueDates).toEqual(["2026-12-31", "2026-12-30"])
})

test("the calendar lists the council's added days, drops struck ones, and tells people of both", async () => {
  const file = days(CLOSED + OPEN)
  const listed = await json("calendar", "2026", "--overrides", file)
  expect(listed.slice(-2)).toEqual([
    {
      date: "2026-12-24",
      title: "Made-up closing day (added by made-up committee on 2026-11-02)",
      source: "council"
    },
    { date: "2026-12-25", title: "Christmas Day", source: "gov.uk" }
  ])
  const { stdout } = await run(["calendar", "2026", "--overrides", file])
  expect(stdout).toContain("Monday 28 December 2026: a working day (Boxing Day struck by")
  expect((await run(["calendar", "2027", "--overrides", file])).stdout).not.toContain("a working day")
})

test("moved shows which lines would be due on other days, and leaves other nations alone", async () => {
  const file = fileWith(
    "returns.csv",
    `returnedAt,nation\n2026-11-02T09:00:00Z,\n${CHRISTMAS},\n${CHRISTMAS},scotland\n`
  )
  const asked = ["moved", "--file", file, "--overrides", days(CLOSED)]
  expect(await json(...asked)).toEqual([
    {
      line: 3,
      returnedAt: "2026-12-23T20:00:00.000Z",
      from: { dueDate: "2026-12-30", dueAt: "2026-12-31T00:00:00.000Z" },
      to: { dueDate: "2026-12-31", dueAt: "2027-01-01T00:00:00.000Z" }
    }
  ])
  expect((await run(asked)).stdout).toBe(
    "1 of 3 working-day deadlines would move. The 72 hours never do.\n" +
      "  line 3: returned Wednesday 23 December 2026, 20:00 GMT; from Wednesday 30 December 2026 to Thursday 31 December 2026\n"
  )
})

test.each([
  ["deadline", [CHRISTMAS]],
  ["calendar", ["2026"]],
  ["deadlines", ["--file", "-"]],
  ["moved", ["--file", "-"]]
])("%s refuses a file that makes no sense, by line and column, and writes nothing", async (command, args) => {
  const file = days(`${CLOSED}2026-12-25,add,Made up,made-up committee,2026-11-02\n`)
  const { status, stdout, stderr } = await run([command, ...args, "--overrides", file], {
    stdin: `{"returnedAt":"${CHRISTMAS}"}`
  })
  expect([status, stdout]).toEqual([2, ""])
  expect(stderr).toContain(`${file}, line 3, column 1 (date): 2026-12-25 is not a working day already (Christmas Day)`)
})

test("standard input cannot be both the returns and the days", async () => {
  const { status, stderr } = await run(["deadlines", "--file", "-", "--overrides", "-"], { stdin: HEADER + CLOSED })
  expect(status).toBe(2)
  expect(stderr).toContain("overrides: Standard input is the returns already")
})
