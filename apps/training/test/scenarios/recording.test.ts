import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Layer, ManagedRuntime, Option, Result } from "effect"
import { afterAll, expect, test } from "vitest"
import type { PageContent } from "../../src/api.ts"
import type { ScenarioFile } from "../../src/scenarios/api.ts"
import { parseScenario } from "../../src/scenarios/parseScenario.ts"
import { ScenarioPlayer } from "../../src/scenarios/ScenarioPlayer.ts"
import { people } from "../../src/workspace/personas.ts"
import { usualOpening } from "../../src/workspace/Training.ts"
import { TrainingHost } from "../../src/workspace/TrainingHost.ts"
import { askingOf } from "../server/askingOf.ts"

const folder = mkdtempSync(join(tmpdir(), "safe-return-recording-"))
const runtime = ManagedRuntime.make(
  ScenarioPlayer.layer.pipe(Layer.provideMerge(TrainingHost.layer(join(folder, "training"))))
)
afterAll(async () => {
  await runtime.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const ask = askingOf(runtime)

const CHILD = "LCS-10777"
const opening = JSON.stringify({
  format: "safe-return-scenario",
  version: 1,
  id: "an-empty-day",
  title: "An empty day",
  why: "To record in.",
  opensAt: "2026-11-16 09:00",
  caseload: "empty",
  steps: [{ tell: "Nothing happens.", who: "mash", sees: [] }]
})

test("what was done in the page is shared as a scenario, and plays again to the same end", async () => {
  const { mash, manager, coordinator } = people
  expect(await ask(mash.id, "scenarios/recorded")).toMatchObject({ ok: false })
  await ask(mash.id, "scenarios/open", { text: opening })
  const notification = {
    kind: "missing",
    policeReference: "SYP-2026-T000777",
    sentAt: "2026-11-16T09:00:00.000Z",
    child: { reference: CHILD },
    absence: "missing",
    missingFrom: "care",
    risk: "medium",
    missingAt: "2026-11-16T07:00:00.000Z",
    reportedAt: "2026-11-16T08:30:00.000Z"
  }
  expect(await ask(mash.id, "police", { notification })).toMatchObject({ status: 202 })
  await ask(manager.id, "clock", { to: "2026-11-16T12:00:00.000Z" })
  await ask(manager.id, "command", { channel: "C0MISSING", command: "/missing", text: `returned ${CHILD} 11:30` })
  const text = `assign ${CHILD} <@${people.interviewerOne.id}|someone>`
  await ask(coordinator.id, "command", { channel: "C0MISSING", command: "/rhi", text })

  const file = await ask<ScenarioFile>(mash.id, "scenarios/recorded")
  const shared = Result.getOrThrow(parseScenario(file.text))
  expect(shared.steps.map(({ who, at, does }) => [who, at, does])).toEqual([
    ["mash", undefined, { notify: expect.objectContaining({ child: CHILD, missingAt: "2026-11-16 07:00" }) }],
    ["manager", "2026-11-16 12:00", undefined],
    ["manager", undefined, { type: `/missing returned ${CHILD} 11:30` }],
    ["coordinator", undefined, { type: `/rhi assign ${CHILD} @interviewerOne` }]
  ])

  // Another person opens the file, with one expectation written into its last step.
  const last = shared.steps.length - 1
  const expecting = shared.steps.map((step, index) =>
    index === last ? { ...step, sees: [{ card: CHILD, says: "72 hours: Thu 19 Nov, 11:30" }] } : step
  )
  await ask(mash.id, "scenarios/open", { text: JSON.stringify({ ...shared, steps: expecting }) })
  await ask(mash.id, "scenarios/play", { until: "end" })
  const { scenarios } = await ask<PageContent>(mash.id, "seen?guide=scenario")
  expect(scenarios?.played?.steps.map(({ outcome }) => outcome?.ok)).toEqual(shared.steps.map(() => true))
})

test("what was done before a restart is shared with what was done after it", async () => {
  const kept = mkdtempSync(join(tmpdir(), "safe-return-recording-"))
  const usual = { at: usualOpening.at, caseload: "empty" } as const
  const started = () =>
    ManagedRuntime.make(
      ScenarioPlayer.layer.pipe(Layer.provideMerge(TrainingHost.layer(join(kept, "training"), usual)))
    )
  const help = { channel: "C0MISSING", command: "/rhi", text: "help" }
  try {
    for (const [restarts, who] of [people.mash, people.manager].entries()) {
      const running = started()
      const askRunning = askingOf(running)
      await askRunning(who.id, "command", help)
      const { text } = await askRunning<ScenarioFile>(who.id, "scenarios/recorded")
      expect(Result.getOrThrow(parseScenario(text)).steps).toHaveLength(restarts + 1)
      await running.dispose()
    }
  } finally {
    rmSync(kept, { recursive: true, force: true })
  }
})

test("a child whose reference is not made up is not shared", async () => {
  const { mash } = people
  await ask(mash.id, "scenarios/open", { text: opening })
  await ask(mash.id, "command", { channel: "C0MISSING", command: "/rhi", text: "help" })
  const host = await runtime.runPromise(Effect.service(TrainingHost))
  const training = await runtime.runPromise(host.current)
  await runtime.runPromise(training.recording.add(training.clock.now(), "mash", { click: "Found", about: "1048576" }))
  const refused = await ask(mash.id, "scenarios/recorded")
  expect(refused).toMatchObject({ ok: false, problem: expect.stringContaining("Expected a made-up reference") })
})

test("a step that is not met by what was done by hand is not ticked off", async () => {
  const { manager } = people
  const waiting = JSON.parse(opening)
  waiting.steps = [
    {
      tell: "A person asks for the queue.",
      who: "manager",
      does: { type: "/rhi queue" },
      sees: [{ reply: "no such words" }]
    }
  ]
  await ask(manager.id, "scenarios/open", { text: JSON.stringify(waiting) })
  await ask(manager.id, "command", { channel: "C0MISSING", command: "/rhi", text: "queue" })
  const checked = await ask(manager.id, "scenarios/check", {})
  expect(checked).toMatchObject({ ok: false, problem: expect.stringContaining("no such words") })
  const player = await runtime.runPromise(Effect.service(ScenarioPlayer))
  const played = Option.getOrThrow(await runtime.runPromise(player.played))
  expect(played.outcomes).toEqual([])
})
