import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { londonDayOf, utc } from "@safe-return/domain/calendar"
import { EducationCases, Journal, Profiles } from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { Effect, Option } from "effect"
import { afterAll, expect, test } from "vitest"
import { trainingCases } from "../../src/caseload/education/trainingCases.ts"
import { syntheticCaseload } from "../../src/caseload/syntheticCaseload.ts"
import { type Opening, openWithCaseload } from "../../src/workspace/openingCaseload.ts"
import { usualCouncil } from "../../src/workspace/TrainingCouncil.ts"

const folder = mkdtempSync(join(tmpdir(), "safe-return-opening-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = utc(2026, 11, 16, 9)

/** Opens in the folder of this name and tells what the journal holds then. */
const open = (name: string, opening: Opening) =>
  Effect.gen(function* () {
    const journal = yield* Journal
    yield* openWithCaseload(join(folder, name), opening)
    const entries = yield* journal.readAll
    const profiles = yield* Profiles
    const pupils = (yield* (yield* EducationCases).pupils).length
    const children = [...new Set(entries.map(({ child }) => child))].sort()
    const allocated = yield* Effect.forEach(children, profiles.find)
    return { children, events: entries.length, allocated: allocated.filter(Option.isSome).length, pupils }
  }).pipe(Effect.provide(lowdbLayer({ directory: join(folder, name, "journal") })), Effect.runPromise)

test("a workspace asked for another size opens on it, every history whole, once and not again", {
  timeout: 60_000
}, async () => {
  const opening = { at, caseload: "a-year", size: 30 } as const
  const asOpened = {
    seed: 2024,
    endsAt: at,
    policy: usualCouncil.policy,
    open: "one-of-each-task",
    isPastClosed: true
  } as const
  const made = [...syntheticCaseload({ size: 30, ...asOpened })]
  const opened = await open("thirty", opening)
  expect(opened).toEqual({
    children: made.map(({ child }) => child).sort(),
    events: made.reduce((sum, { events }) => sum + events.length, 0),
    allocated: made.filter(({ allocatedWorker }) => allocatedWorker !== undefined).length,
    pupils: new Set(trainingCases(2024, londonDayOf(at)).map(({ child_ref }) => child_ref)).size
  })
  expect(await open("thirty", { ...opening, size: 12 })).toEqual(opened)
})

test("an empty workspace opens with nobody in it", async () => {
  expect(await open("empty", { at, caseload: "empty" })).toEqual({ children: [], events: 0, allocated: 0, pupils: 0 })
})
