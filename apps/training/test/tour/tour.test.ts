import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Layer, ManagedRuntime } from "effect"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Address, formatAddress } from "../../src/address/address.ts"
import type { PageContent, Tour } from "../../src/api.ts"
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
const request = async (method: "GET" | "POST", path: string, body = "") => {
  const reply = await runtime.runPromise(answer({ method, url: new URL(path, "http://127.0.0.1"), body }, offered))
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  return reply.body
}
const post = (path: string, as: string, body: unknown = {}) =>
  request("POST", `/api/${path}?as=${as}`, JSON.stringify(body))
const see = async (address: Address) => (await request("GET", `/api/seen${formatAddress(address)}`)) as PageContent

/** From a place where no conversation is read. */
const fromHome = { as: people.manager.id, in: "home" } as const
const tour = async (): Promise<Tour> => (await see({ ...fromHome, guide: "tour" })).tour ?? { titles: [] }
const doneSteps = async () => (await tour()).steps?.flatMap(({ id, outcome }) => (outcome === undefined ? [] : [id]))
/** Outreach tells people in its own time: wait until the check sees it. */
const untilDone = async (id: string) => {
  await expect.poll(doneSteps, { timeout: 30_000, interval: 100 }).toContain(id)
}
const placeOf = async (id: string) => (await tour()).steps?.find((step) => step.id === id)?.place

test("each step is ticked off by what really happened, and by nothing else", async () => {
  expect(await tour()).toMatchObject({ titles: { length: 10 } })
  expect((await tour()).steps).toBeUndefined()
  await post("tour/start", people.manager.id)
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
  await see({ as: people.coordinator.id, in: "C0MISSING" })
  await post("police", people.mash.id, report("LCS-70001", "700001"))
  expect(await doneSteps()).toEqual([])

  await post("police", people.mash.id, report("LCS-80001", "800001"))
  await untilDone("notify")
  await expect.poll(async () => (await placeOf("alert"))?.message, { timeout: 30_000 }).toMatch(/\d/)
  expect(await doneSteps()).toEqual(["notify"])
  await see({ as: people.manager.id, in: "C0MISSING" })
  expect(await doneSteps()).toEqual(["notify"])
  // A look with the tour beside the conversation counts in the same reply.
  const looking = await see({ as: people.coordinator.id, in: "C0MISSING", guide: "tour" })
  expect(looking.tour?.steps?.find(({ id }) => id === "alert")?.outcome).toContain("has looked")
  await untilDone("alert")

  const host = await runtime.runPromise(TrainingHost)
  const { workspace } = await runtime.runPromise(host.current)
  const coordinator = workspace.person(people.coordinator.id)
  const ts = String((await placeOf("found"))?.message)
  const mash = workspace.person(people.mash.id)
  await mash.click({ channel: "C0MISSING", ts }, "more")
  await mash.click({ viewId: mash.modal?.id ?? "" }, "screen")
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
  // The card carries its delivery key, which leads to everything behind it, down to who was told.
  const happened = async (about: string) => (await see({ ...fromHome, guide: "happened", about })).happened
  const behind = await happened(`C0MISSING:${ts}`)
  expect(behind?.title).toContain("LCS-80001")
  expect(behind?.delivered.find(({ what }) => what.startsWith("Card"))?.to).toBe("# missing-from-home-and-care")
  expect((await happened("C0MISSING:1.000001"))?.events).toEqual([])

  const moved = await post("clock", people.manager.id, { advanceMinutes: 49 * 60 })
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
  // The offer was not made in time, which asks the co-ordinator for a decision before anything closes.
  await coordinator.command("C0MISSING", "/rhi", "decide LCS-80001")
  const ids = [...JSON.stringify(coordinator.modal).matchAll(/"block_id":"((answer|reason)-[0-9a-f]+)"/g)]
  expect(ids.length).toBeGreaterThan(0)
  await coordinator.submit(
    Object.fromEntries(ids.map(([, id = "", part]) => [id, part === "answer" ? "yes" : "Offered late"]))
  )
  await expect
    .poll(async () => (await tour()).steps?.find(({ id }) => id === "closed")?.todo, { timeout: 30_000 })
    .toMatch(/^On the card, press \*More\*, then \*Close\*/)
  expect(await doneSteps()).not.toContain("closed")
  await coordinator.command("C0MISSING", "/missing", "close LCS-80001")
  await coordinator.submit()
  await untilDone("closed")

  await post("tour/leave", people.manager.id)
  expect((await tour()).steps).toBeUndefined()
  await post("tour/start", people.manager.id)
  expect((await tour()).child).toBe("LCS-80002")
  expect(await doneSteps()).toEqual([])
}, 240_000)
