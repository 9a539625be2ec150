import { expect, test } from "vitest"
import { run } from "./run.ts"

const holidays = async (...args: ReadonlyArray<string>) =>
  JSON.parse((await run(["calendar", ...args, "--json"])).stdout)

test("a year's bank holidays are as observed, in order, with where they are from", async () => {
  expect(await holidays("2026")).toEqual([
    { date: "2026-01-01", title: "New Year’s Day", source: "gov.uk" },
    { date: "2026-04-03", title: "Good Friday", source: "gov.uk" },
    { date: "2026-04-06", title: "Easter Monday", source: "gov.uk" },
    { date: "2026-05-04", title: "Early May bank holiday", source: "gov.uk" },
    { date: "2026-05-25", title: "Spring bank holiday", source: "gov.uk" },
    { date: "2026-08-31", title: "Summer bank holiday", source: "gov.uk" },
    { date: "2026-12-25", title: "Christmas Day", source: "gov.uk" },
    { date: "2026-12-28", title: "Boxing Day", source: "gov.uk" }
  ])
})

test("each nation has its own", async () => {
  const dates = async (nation: string) =>
    (await holidays("2027", "--nation", nation)).map(({ date }: { readonly date: string }) => date)
  expect(await dates("scotland")).toContain("2027-11-30")
  expect(await dates("northern-ireland")).toContain("2027-07-12")
  expect(await dates("england-and-wales")).not.toContain("2027-07-12")
})

test("beyond what is published they are projected, and say so", async () => {
  for (const { source } of await holidays("2031")) expect(source).toBe("projected")
  expect((await run(["calendar", "2031"])).stdout).toContain("Christmas Day (projected)")
})

test.each([
  ["1066", "The calendar covers 2012 to 2040"],
  ["2041", "The calendar covers 2012 to 2040"],
  ["99999", "four digits, such as 2027"],
  ["twenty", "four digits, such as 2027"],
  ["2e3", "four digits, such as 2027"],
  ["2026.5", "four digits, such as 2027"],
  ["", "four digits, such as 2027"]
])("the year %j is bad input, and what would be right is said", async (year, said) => {
  const { status, stdout, stderr } = await run(["calendar", year, "--json"])
  expect([status, stdout]).toEqual([2, ""])
  expect(stderr).toMatch(/^year: /)
  expect(stderr).toContain(said)
})
