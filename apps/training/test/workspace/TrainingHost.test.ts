import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { utc } from "@safe-return/domain/calendar"
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { expect, test } from "vitest"
import { TrainingHost } from "../../src/workspace/TrainingHost.ts"

test("a listener hears of a message, and once more when its sending is recorded", async () => {
  const folder = mkdtempSync(join(tmpdir(), "safe-return-host-"))
  const at = utc(2026, 11, 16, 9, 0)
  const heard = Effect.gen(function* () {
    const host = yield* TrainingHost
    const { deliveries, workspace } = yield* host.current
    let changes = 0
    host.onChange(() => {
      changes += 1
    })
    yield* Effect.promise(() => workspace.person("U0MANAGER1").say("C0GENERAL", "Training: nobody is meant."))
    const afterMessage = changes
    const child = ChildReference.make("LCS-10700")
    yield* deliveries.keep(child, { _tag: "Superseded", key: "card:E-1", by: "card:E-2", at })
    return [afterMessage, changes]
  }).pipe(Effect.provide(TrainingHost.layer(join(folder, "training"), { at, caseload: "empty" })), Effect.scoped)
  expect(await Effect.runPromise(heard)).toEqual([1, 2])
  rmSync(folder, { recursive: true, force: true })
})
