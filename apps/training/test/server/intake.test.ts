import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Exit, Layer, ManagedRuntime, Scope } from "effect"
import { afterAll, expect, test, vi } from "vitest"
import { ScenarioPlayer } from "../../src/scenarios/ScenarioPlayer.ts"
import { serveTraining } from "../../src/server/server.ts"
import { people } from "../../src/workspace/personas.ts"
import { educationChannel, INTAKE_TOKEN } from "../../src/workspace/place.ts"
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
const send = (headers: Record<string, string>, body: unknown, method = "POST", to = "notifications") =>
  fetch(`${url}/intake/${to}`, {
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

const schoolReturn = {
  kind: "deletion",
  schoolReference: "SCH-4001-T17",
  sentAt: "2026-11-16T09:00:00Z",
  child: { reference: "EDU-10432" },
  ground: "g",
  from: "2026-11-12"
}

test("a school's return is taken as its document says, and is a card in the education channel", async () => {
  const sendReturn = (body: unknown) => send({ ...token, ...json }, body, "POST", "education")
  expect((await sendReturn(schoolReturn)).status).toBe(202)
  expect((await sendReturn(schoolReturn)).status).toBe(200)
  expect((await sendReturn({ ...schoolReturn, ground: "f" })).status).toBe(409)
  expect((await sendReturn({ ...schoolReturn, name: "Zed Madeup" })).status).toBe(400)
  const { workspace, recording } = await runtime.runPromise(
    Effect.flatMap(Effect.service(TrainingHost), ({ current }) => current)
  )
  const officer = workspace.person(people.educationOfficer.id)
  await vi.waitFor(async () => {
    const said = JSON.stringify(await officer.messages(educationChannel.id))
    expect(said).toContain("EDU-10432")
    expect(said).not.toContain("Zed")
  })
  const others = workspace.person(people.coordinator.id)
  expect((await others.conversations()).map(({ id }) => id)).not.toContain(educationChannel.id)
  const { child, sentAt: _, ...rest } = schoolReturn
  expect(recording.scenario()).toMatchObject({
    success: {
      steps: expect.arrayContaining([
        expect.objectContaining({ who: "attendance", does: { school: { ...rest, child: child.reference } } })
      ])
    }
  })
})
