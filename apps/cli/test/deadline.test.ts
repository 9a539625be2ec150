import { packs } from "@safe-return/domain/policy"
import { expect, test } from "vitest"
import { fileWith, run } from "./run.ts"

const christmas = {
  returnedAt: "2026-12-23T20:00:00.000Z",
  nation: "england-and-wales",
  clocks: {
    hours72: { dueAt: "2026-12-26T20:00:00.000Z" },
    workingDays3: {
      dueDate: "2026-12-30",
      dueAt: "2026-12-31T00:00:00.000Z",
      days: [
        { date: "2026-12-24", counted: 1 },
        { date: "2026-12-25", skipped: "Christmas Day" },
        { date: "2026-12-26", skipped: "Saturday" },
        { date: "2026-12-27", skipped: "Sunday" },
        { date: "2026-12-28", skipped: "Boxing Day" },
        { date: "2026-12-29", counted: 2 },
        { date: "2026-12-30", counted: 3 }
      ]
    }
  },
  calendar: { version: expect.any(String), publishedThrough: "2028-12-31", projected: false }
}

test("--json prints the published shape, its keys in the published order, and nothing else", async () => {
  const { status, stdout, stderr } = await run(["deadline", "2026-12-23T20:00:00Z", "--json"])
  expect([status, stderr]).toEqual([0, ""])
  const answer = JSON.parse(stdout)
  expect(answer).toEqual(christmas)
  const { version } = answer.calendar
  expect(JSON.stringify(answer)).toBe(JSON.stringify({ ...christmas, calendar: { ...christmas.calendar, version } }))
})

test("for people the same is told in words, in London time", async () => {
  const { status, stdout } = await run(["deadline", "2026-03-27T23:30:00Z"])
  expect(status).toBe(0)
  expect(stdout).toContain("Returned: Friday 27 March 2026, 23:30 GMT\n72 hours: Tuesday 31 March 2026, 00:30 BST\n")
  expect(stdout).toContain("3 working days: Wednesday 1 April 2026, to the end of the day\n")
})

test.each([
  ["england-and-wales", "2026-12-02"],
  ["scotland", "2026-12-03"]
])("St Andrew's Day is a working day or not by --nation %s", async (nation, dueDate) => {
  const { stdout } = await run(["deadline", "2026-11-27T12:00:00+00:00", "--nation", nation, "--json"])
  expect(JSON.parse(stdout)).toMatchObject({ nation, clocks: { workingDays3: { dueDate } } })
})

test("beyond the published bank holidays the answer says that it is projected", async () => {
  const asked = ["deadline", "2030-12-23T20:00:00Z"]
  expect(JSON.parse((await run([...asked, "--json"])).stdout).calendar.projected).toBe(true)
  expect((await run(asked)).stdout).toContain("Confirm the date nearer the time.")
})

test.each([
  ["2041-12-23T20:00:00Z", "No bank holidays are known after Monday 31 December 2040: from there on only weekends"],
  ["2040-12-28T20:00:00Z", "No bank holidays are known after Monday 31 December 2040: from there on only weekends"],
  ["2011-12-23T20:00:00Z", "No bank holidays are known before Sunday 1 January 2012: until there only weekends"]
])("of a return at %s, where bank holidays are not even projected, it says so", async (returnedAt, said) => {
  expect((await run(["deadline", returnedAt])).stdout).toContain(said)
  expect(JSON.parse((await run(["deadline", returnedAt, "--json"])).stdout).calendar.projected).toBe(true)
})

test("a policy file with another cut-off and nation is worked by", async () => {
  const { rotherham } = packs
  const interview = { ...rotherham.interview, cutoff: "17:00" as const, calendar: "scotland" as const }
  const policy = fileWith("policy.json", JSON.stringify({ ...rotherham, interview }))
  const { status, stdout } = await run(["deadline", "2026-12-23T20:00:00Z", "--policy", policy, "--json"])
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    nation: "scotland",
    clocks: { workingDays3: { dueAt: "2026-12-30T17:00:00.000Z" } }
  })
})

test.each([
  ["no offset", "2026-12-23T20:00:00"],
  ["an impossible date", "2026-02-30T20:00:00Z"],
  ["an impossible hour", "2026-02-03T25:00:00Z"],
  ["a date alone", "2026-12-23"],
  ["words", "yesterday"],
  ["nothing", ""]
])("%s is bad input: the argument is named and nothing printed", async (_what, given) => {
  const { status, stdout, stderr } = await run(["deadline", given, "--json"])
  expect([status, stdout]).toEqual([2, ""])
  expect(stderr).toMatch(/^returned-at: .*2026-12-23T20:00:00Z/)
})

test.each([
  [["deadline"], "returned-at"],
  [["deadline", "2026-12-23T20:00:00Z", "--nation", "wales"], "--nation"],
  [["deadline", "2026-12-23T20:00:00Z", "--jason"], "--jason"],
  [["deadline", "2026-12-23T20:00:00Z", "2026-12-24T20:00:00Z"], "2026-12-24"],
  [["deadline", "2026-12-23T20:00:00Z", "--policy", "nowhere.json"], "nowhere.json: There is no such file"],
  [["deadline", "2026-12-23T20:00:00Z", "--policy", "derby"], "The packs are rotherham, derbyshire, national-minimum"],
  [["dead-line"], "dead-line"]
])("%j is bad input that names what is wrong", async (args, named) => {
  const { status, stdout, stderr } = await run(args)
  expect([status, stdout]).toEqual([2, ""])
  expect(stderr).toContain(named)
})

test.each([[[]], [["--help"]], [["deadline", "--help"]], [["policy", "compare", "--help"]]])(
  "%j prints help and is done",
  async (args) => {
    const { status, stdout, stderr } = await run(args)
    expect([status, stderr]).toEqual([0, ""])
    expect(stdout).toContain("USAGE")
  }
)
