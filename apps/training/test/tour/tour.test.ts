import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Layer, ManagedRuntime } from "effect"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Happened, Tour } from "../../src/api.ts"
import { ScenarioPlayer } from "../../src/scenarios/ScenarioPlayer.ts"
import { answer } from "../../src/server/api.ts"
import { people } from "../../src/workspace/personas.ts"
import { TrainingHost } from "../../src/workspace/TrainingHost.ts"

const folder = mkdtempSync(join(tmpdir(), "safe-return-tour-"))
const runtime = ManagedRuntime.make(ScenarioPlayer.layer.pipe(Layer.provideMerge(TrainingHost.layer(folder))))
beforeAll(() => runtime.runPromise(Effect.void), 120_000)
afterAll(async () => {
  await runtime.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const offered = { commands: [], shortcuts: [], messageShortcuts: [] }
const ask = async (method: "GET" | "POST", path: string, as: string, body: unknown = {}) => {
  const url = new URL(`/api/${path}`, "http://127.0.0.1")
  url.searchParams.set("as", as)
  const request = { method, url, body: method === "POST" ? JSON.stringify(body) : "" }
  const reply = await runtime.runPromise(answer(request, offered))
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  return reply.body
}

const tour = async () => (await ask("GET", "tour", people.manager.id)) as Tour
const doneSteps = async () => (await tour()).steps?.flatMap(({ id, outcome }) => (outcome === undefined ? [] : [id]))
/** The courier tells people in its own time: wait until the check sees it. */
const untilDone = async (id: string) => {
  await expect.poll(doneSteps, { timeout: 30_000, interval: 100 }).toContain(id)
}
const look = (as: string, place: string, thread = "") =>
  ask("GET", `conversations/${place}${thread === "" ? "" : `?thread=${thread}`}`, as)
const placeOf = async (id: string) => (await tour()).steps?.find((step) => step.id === id)?.place

test("each step is ticked off by what really happened, and by nothing else", async () => {
  expect(await tour()).toMatchObject({ titles: { length: 10 } })
  expect((await tour()).steps).toBeUndefined()
  await ask("POST", "tour/start", people.manager.id)
  const { child, steps } = await tour()
  expect(child).toBe("LCS-80001")
  expect(steps).toHaveLength(10)
  expect(await doneSteps()).toEqual([])

  // Looking at the channel before there is a card counts for nothing; nor does another child's report.
  const report = (reference: string, number: string) => ({
    notification: {
      kind: "missing",
      policeReference: `SYP-2026-T${number}`,
      sentAt: "2026-11-16T09:00:00Z",
      child: { reference },
      absence: "missing",
      missingFrom: "care",
      risk: "medium",
      missingAt: "2026-11-16T07:00:00Z",
      reportedAt: "2026-11-16T08:00:00Z"
    }
  })
  await look(people.coordinator.id, "C0MISSING")
  await ask("POST", "police", people.mash.id, report("LCS-70001", "700001"))
  expect(await doneSteps()).toEqual([])

  await ask("POST", "police", people.mash.id, report("LCS-80001", "800001"))
  await untilDone("notify")
  await expect.poll(async () => (await placeOf("alert"))?.message, { timeout: 30_000 }).toMatch(/\d/)
  expect(await doneSteps()).toEqual(["notify"])
  await look(people.manager.id, "C0MISSING")
  expect(await doneSteps()).toEqual(["notify"])
  await look(people.coordinator.id, "C0MISSING")
  await untilDone("alert")

  const host = await runtime.runPromise(TrainingHost)
  const { workspace } = await runtime.runPromise(host.current)
  const coordinator = workspace.person(people.coordinator.id)
  const ts = String((await placeOf("found"))?.message)
  const mash = workspace.person(people.mash.id)
  await mash.click({ channel: "C0MISSING", ts }, "screen")
  await mash.submit({
    allocated: "concern",
    outcome: "social-care",
    coordinator: people.coordinator.id,
    caseReference: "LL-2026-1"
  })
  await untilDone("screen")
  await coordinator.click({ channel: "C0MISSING", ts }, "found")
  await coordinator.submit()
  await untilDone("found")
  await coordinator.click({ channel: "C0MISSING", ts }, "returned")
  await coordinator.submit()
  await untilDone("returned")
  const returned = (await tour()).steps?.find(({ id }) => id === "returned")?.outcome
  expect(returned).toMatch(/72 hours: .*3 working days: end of /)

  await workspace
    .person(people.manager.id)
    .command("C0MISSING", "/rhi", `assign LCS-80001 <@${people.interviewerOne.id}>`)
  await untilDone("assign")
  // The card carries its delivery key: what is behind it is found by that, down to whom it was told.
  const behind = (await ask("GET", `happened?channel=C0MISSING&ts=${ts}`, people.manager.id)) as Happened
  expect(behind.title).toContain("LCS-80001")
  expect(behind.delivered.find(({ what }) => what.startsWith("Card"))?.to).toBe("# missing-from-home-and-care")
  const nothingBehind = (await ask("GET", "happened?channel=C0MISSING&ts=1.000001", people.manager.id)) as Happened
  expect(nothingBehind.events).toEqual([])

  const moved = await ask("POST", "clock", people.manager.id, { advanceMinutes: 49 * 60 })
  expect(moved).toMatchObject({ ok: true })
  const { played = [] } = moved as { readonly played?: ReadonlyArray<{ readonly at: string }> }
  expect(played.length).toBeGreaterThan(0)
  expect(played.map(({ at }) => at)).toEqual(played.map(({ at }) => at).toSorted())
  await untilDone("reminder")

  // Left and come back to by another browser: what was looked at stays ticked off, because it is kept.
  expect(await doneSteps()).toEqual(["notify", "alert", "screen", "found", "returned", "assign", "reminder"])

  // The interview did not take place, which is another way to nothing left: the last step is the closing itself.
  const interviewer = workspace.person(people.interviewerOne.id)
  await interviewer.click({ channel: "C0MISSING", ts }, "more")
  await interviewer.click({ viewId: interviewer.modal?.id ?? "" }, "no-interview")
  await interviewer.submit({ reason: "unable-to-contact" })
  await expect
    .poll(async () => (await tour()).steps?.find(({ id }) => id === "closed")?.todo, { timeout: 30_000 })
    .toMatch(/^On the card, press \*Close\*/)
  expect(await doneSteps()).not.toContain("closed")
  await coordinator.command("C0MISSING", "/missing", "close LCS-80001")
  await coordinator.submit()
  await untilDone("closed")

  await ask("POST", "tour/leave", people.manager.id)
  expect((await tour()).steps).toBeUndefined()
  await ask("POST", "tour/start", people.manager.id)
  expect((await tour()).child).toBe("LCS-80002")
  expect(await doneSteps()).toEqual([])
}, 240_000)
