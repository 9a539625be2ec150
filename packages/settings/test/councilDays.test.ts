import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { civilDay } from "@safe-return/domain/calendar"
import { Effect, Result } from "effect"
import { expect, test } from "vitest"
import { withCouncilDays } from "../src/councilDays.ts"
import { settingsFrom } from "../src/environment.ts"
import { complete } from "./madeUpSettings.ts"

const read = (file: string) =>
  Effect.runPromise(
    Effect.result(Effect.flatMap(settingsFrom({ ...complete, SAFE_RETURN_CALENDAR_OVERRIDES: file }), withCouncilDays))
  )

const faultOf = async (file: string) => {
  const found = await read(file)
  return Result.isFailure(found) ? found.failure.message : "no fault"
}

test("takes the file that the command line's --overrides takes", async () => {
  const { calendarOverrides } = Result.getOrThrow(await read("docs/command-line/days.csv"))
  expect(calendarOverrides?.map(({ day, change }) => [day, change])).toEqual([
    [civilDay(2026, 12, 24), "add"],
    [civilDay(2027, 3, 29), "strike"]
  ])
})

test("does not start with a missing or senseless file, and says where", async () => {
  const folder = mkdtempSync(join(tmpdir(), "safe-return-"))
  const file = join(folder, "days.csv")
  const header = "date,change,why,decidedBy,decidedOn"
  const days = ["2026-12-25,add,Closed,Director,2026-11-02", "2026-13-01,add,Closed,Director,2026-11-02"]
  writeFileSync(file, [header, ...days].join("\n"))
  expect(await faultOf(join(folder, "none.csv"))).toContain("cannot be read")
  expect(await faultOf(file)).toMatch(/days\.csv, line 2, column 1 .*Christmas Day/)
  expect(await faultOf(file)).toMatch(/days\.csv, line 3/)
  rmSync(folder, { recursive: true })
})

test("without the variable there are no days of its own", async () => {
  expect(Result.getOrThrow(await read(" "))).not.toHaveProperty("calendarOverrides")
})
