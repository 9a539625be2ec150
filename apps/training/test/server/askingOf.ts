import { Effect, type ManagedRuntime } from "effect"
import type { Done } from "../../src/api.ts"
import type { ScenarioPlayer } from "../../src/scenarios/ScenarioPlayer.ts"
import { answer } from "../../src/server/api.ts"
import { offeredByManifest } from "../../src/server/manifest.ts"
import type { TrainingHost } from "../../src/workspace/TrainingHost.ts"

/** What the page would ask of the running workspace as one persona, and the body of the reply. */
export const askingOf =
  <E>(runtime: ManagedRuntime.ManagedRuntime<TrainingHost | ScenarioPlayer, E>) =>
  async <A = Done>(as: string, path: string, body?: unknown): Promise<A> => {
    const url = new URL(`http://127.0.0.1/api/${path}`)
    url.searchParams.set("as", as)
    const request = { method: body === undefined ? "GET" : "POST", url, body: JSON.stringify(body ?? {}) }
    const offered = await Effect.runPromise(offeredByManifest)
    return (await runtime.runPromise(answer(request, offered))).body as A
  }
