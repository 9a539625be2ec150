import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseInstant } from "@safe-return/domain/calendar"
import { Layer, ManagedRuntime, Option } from "effect"
import { afterAll, expect, test } from "vitest"
import type { PageContent } from "../../src/api.ts"
import { ScenarioPlayer } from "../../src/scenarios/ScenarioPlayer.ts"
import { people } from "../../src/workspace/personas.ts"
import { TrainingHost } from "../../src/workspace/TrainingHost.ts"
import { askingOf } from "./askingOf.ts"

const CHANNEL = "C0MISSING"
const folder = mkdtempSync(join(tmpdir(), "safe-return-clock-moves-"))
const opening = { at: Option.getOrThrow(parseInstant("2026-11-16T09:00:00Z")), caseload: "empty" } as const
const runtime = ManagedRuntime.make(
  ScenarioPlayer.layer.pipe(Layer.provideMerge(TrainingHost.layer(join(folder, "training"), opening)))
)
afterAll(async () => {
  await runtime.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const { mash, coordinator } = people
const ask = askingOf(runtime)
const isMoving = async () => (await ask<PageContent>(mash.id, "seen")).workspace.moving !== undefined

interface Shown {
  readonly block_id?: string
  readonly elements?: ReadonlyArray<{ readonly action_id?: string; readonly text?: { readonly text?: string } }>
}

/** A button of the channel's only card, as the page sends it back; nothing until the card is there. */
const button = async (label: string) => {
  const { conversation } = await ask<PageContent>(coordinator.id, `seen?in=${CHANNEL}`)
  for (const { ts, blocks } of conversation?.messages ?? []) {
    for (const block of blocks as ReadonlyArray<Shown>) {
      const element = block.elements?.find(({ text }) => text?.text === label)
      const container = { type: "message", channel: CHANNEL, ts }
      if (element !== undefined) return { container, blockId: block.block_id, element }
    }
  }
  return undefined
}

test("a click in the middle of a move waits for its end, and its form opens", async () => {
  const notification = {
    kind: "missing",
    policeReference: "SYP-2026-T000778",
    sentAt: "2026-11-16T09:00:00.000Z",
    child: { reference: "LCS-10778" },
    absence: "missing",
    missingFrom: "care",
    risk: "medium",
    missingAt: "2026-11-16T07:00:00.000Z",
    reportedAt: "2026-11-16T08:30:00.000Z"
  }
  expect(await ask(mash.id, "police", { notification })).toMatchObject({ status: 202 })
  await expect.poll(() => button("Found")).toBeDefined()
  const found = await button("Found")
  const moved = ask(mash.id, "clock", { advanceMinutes: 24 * 60 })
  await expect.poll(isMoving, { interval: 5 }).toBe(true)
  expect(await ask(coordinator.id, "action", found)).toEqual({ ok: true })
  expect(await isMoving()).toBe(false)
  expect(await moved).toMatchObject({ ok: true })
  await expect.poll(async () => (await ask<PageContent>(coordinator.id, "seen")).screen.modal?.title).toMatch(/found/i)
})
