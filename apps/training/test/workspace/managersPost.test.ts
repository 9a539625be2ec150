/** The month's scorecard in the training workspace: it is there once its first working morning has passed. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { utc } from "@safe-return/domain/calendar"
import { Layer, ManagedRuntime } from "effect"
import { afterAll, expect, test } from "vitest"
import type { PageContent } from "../../src/api.ts"
import { ScenarioPlayer } from "../../src/scenarios/ScenarioPlayer.ts"
import { people } from "../../src/workspace/personas.ts"
import { managersChannel } from "../../src/workspace/place.ts"
import { TrainingHost } from "../../src/workspace/TrainingHost.ts"
import { askingOf } from "../server/askingOf.ts"

const folder = mkdtempSync(join(tmpdir(), "safe-return-managers-post-"))
/** Monday 30 November 2026. */
const opening = { at: utc(2026, 11, 30, 17), caseload: "empty" } as const
const runtime = ManagedRuntime.make(
  ScenarioPlayer.layer.pipe(Layer.provideMerge(TrainingHost.layer(join(folder, "training"), opening)))
)
afterAll(async () => {
  await runtime.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const { headOfService, manager, coordinator, workerOne, mash } = people
const ask = askingOf(runtime)

const posts = async () => {
  const { conversation } = await ask<PageContent>(manager.id, `seen?in=${managersChannel.id}`)
  return conversation?.messages ?? []
}

test("managers read the month's scorecard once the clock is past its first working morning", async () => {
  expect(await posts()).toEqual([])
  await ask(manager.id, "clock", { advanceMinutes: 16 * 60 })
  await expect.poll(posts, { timeout: 20_000 }).toHaveLength(1)
  const [post] = await posts()
  expect(post?.at).toMatch(/^2026-12-01T0[89]:/)
  expect(post?.text).toContain("Missing from home and care, November 2026")
  const types = post?.blocks.map((block) => block["type"])
  expect(types).toEqual(expect.arrayContaining(["data_visualization", "data_table"]))
})

test("those who may ask for a scorecard are in the managers' channel, and nobody else", async () => {
  const channelsOf = async (id: string) =>
    (await ask<PageContent>(id, "seen?in=home")).workspace.conversations.map((one) => one.id)
  for (const { id } of [manager, coordinator, headOfService]) {
    expect(await channelsOf(id)).toContain(managersChannel.id)
  }
  for (const { id } of [workerOne, mash]) expect(await channelsOf(id)).not.toContain(managersChannel.id)
})

test("a manager's Home has the episodes of the last months beside the month so far", async () => {
  const { screen } = await ask<PageContent>(manager.id, "seen?in=home")
  const words = JSON.stringify(screen.home?.blocks)
  expect(words).toContain("*Episodes by month*, June 2026 to November 2026")
  expect(words.indexOf("This month so far")).toBeLessThan(words.indexOf("Episodes by month"))
})
