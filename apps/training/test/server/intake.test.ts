import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Exit, Layer, ManagedRuntime, Scope } from "effect"
import { afterAll, expect, test } from "vitest"
import { ScenarioPlayer } from "../../src/scenarios/ScenarioPlayer.ts"
import { serveTraining } from "../../src/server/server.ts"
import { INTAKE_TOKEN } from "../../src/workspace/place.ts"
import { usualOpening } from "../../src/workspace/Training.ts"
import { TrainingHost } from "../../src/workspace/TrainingHost.ts"

const folder = mkdtempSync(join(tmpdir(), "safe-return-intake-"))
const host = TrainingHost.layer(folder, { at: usualOpening.at, caseload: "empty" })
const runtime = ManagedRuntime.make(ScenarioPlayer.layer.pipe(Layer.provideMerge(host)))
const scope = Scope.makeUnsafe()
const url = await runtime.runPromise(Scope.provide(serveTraining("0"), scope))
afterAll(async () => {
  await runtime.runPromise(Scope.close(scope, Exit.void))
  await runtime.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const report = {
  kind: "missing",
  policeReference: "SYP-2026-T001234",
  sentAt: "2026-11-16T09:00:00Z",
  child: { reference: "LCS-10432" },
  absence: "missing",
  missingFrom: "care",
  risk: "medium",
  missingAt: "2026-11-16T06:30:00Z",
  reportedAt: "2026-11-16T08:10:00Z"
}

const token = { authorization: `Bearer ${INTAKE_TOKEN}` }
const json = { "content-type": "application/json" }
const send = (headers: Record<string, string>, body: unknown, method = "POST") =>
  fetch(`${url}/intake/notifications`, {
    method,
    headers,
    ...(method === "POST" ? { body: JSON.stringify(body) } : {})
  })

test("the intake answers at the training workspace's address as its documents say", async () => {
  expect((await send({ ...token, ...json }, report)).status).toBe(202)
  expect((await send({ ...token, ...json }, report)).status).toBe(200)
  expect((await send({ ...token, ...json }, { ...report, risk: "high" })).status).toBe(409)
  const unreadable = await send({ ...token, ...json }, { kind: "missing" })
  expect([unreadable.status, unreadable.headers.get("content-type")]).toEqual([400, "application/problem+json"])
  expect((await send(json, report)).status).toBe(401)
  expect((await send({ ...token, "content-type": "text/plain" }, report)).status).toBe(415)
  expect((await send(token, undefined, "GET")).status).toBe(405)
})

test("a notification from another program is a step of what was done", async () => {
  const training = await runtime.runPromise(Effect.flatMap(Effect.service(TrainingHost), ({ current }) => current))
  const shared = training.recording.scenario()
  expect(shared).toMatchObject({ success: { steps: [{ who: "mash", does: { notify: { child: "LCS-10432" } } }, {}] } })
})

test("another page's script cannot send a notification", async () => {
  expect((await send({ ...token, ...json, origin: "https://example.org" }, report)).status).toBe(403)
})
