import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Layer, ManagedRuntime, Option, References } from "effect"
import { afterAll, beforeAll, expect, test } from "vitest"
import { library } from "../../src/scenarios/library.ts"
import { ScenarioPlayer } from "../../src/scenarios/ScenarioPlayer.ts"
import { TrainingHost } from "../../src/workspace/TrainingHost.ts"

const scenarios = await Effect.runPromise(library)

const folder = mkdtempSync(join(tmpdir(), "safe-return-scenarios-"))
const runtime = ManagedRuntime.make(
  ScenarioPlayer.layer.pipe(
    Layer.provideMerge(TrainingHost.layer(join(folder, "training"))),
    // While Slack is down the bot says so in its log, at every message it cannot send.
    Layer.provide(Layer.succeed(References.MinimumLogLevel, "Error"))
  )
)
beforeAll(() => runtime.runPromise(Effect.service(TrainingHost)))
afterAll(async () => {
  await runtime.dispose()
  rmSync(folder, { recursive: true, force: true })
})

test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
  "%s, played to its end by the real bot",
  async (_, scenario) => {
    const { outcomes } = await runtime.runPromise(
      Effect.gen(function* () {
        const player = yield* ScenarioPlayer
        yield* player.open(scenario)
        yield* player.playAll
        return Option.getOrThrow(yield* player.played)
      })
    )
    const wrong = outcomes.flatMap(({ problem, looked }, step) => [
      ...(problem === undefined ? [] : [`Step ${step + 1}: ${problem}`]),
      ...looked.filter(({ ok }) => !ok).map(({ sentence }) => `Step ${step + 1}: ${sentence}`)
    ])
    expect(wrong).toEqual([])
    expect(outcomes).toHaveLength(scenario.steps.length)
  },
  120_000
)
