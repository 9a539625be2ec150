/** The education team's work on the running bot: kept over a restart, and the same at every instance on a database. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { movableClock } from "@safe-return/casework/testing"
import { addHours, utc } from "@safe-return/domain/calendar"
import { ChildReference, PersonId, parseReferencePatterns } from "@safe-return/domain/pathway"
import { Erasures } from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { postgresLayer } from "@safe-return/journal/postgres"
import { askForPostgres, freshDatabaseOn } from "@safe-return/postgres-testkit"
import { Effect, Layer, Redacted, Result } from "effect"
import { expect, test } from "vitest"
import { directMessagesOf, waitUntil } from "./slackReading.ts"
import { CHANNEL, configurationFor, INTAKE_TOKEN, people, startBot, startCouncilWorkspace } from "./trainingCouncil.ts"

const monday = utc(2026, 11, 16, 9)
const officer = people.bystander
const EDUCATION = "C0EDUCATION"

const settings = (slackApiUrl: string) => ({
  roles: { ...configurationFor(slackApiUrl).roles, "education-officer": [officer] },
  educationReferences: Result.getOrThrow(parseReferencePatterns("EDU-#####"))
})

const onFolder = () => {
  const directory = mkdtempSync(join(tmpdir(), "safe-return-"))
  const remove = () => rmSync(directory, { recursive: true, force: true })
  return Promise.resolve({ kept: () => lowdbLayer({ directory }), remove })
}

const onDatabase = async () => {
  const { as, owner } = await Effect.runPromise(freshDatabaseOn(await askForPostgres()))
  const council = { url: Redacted.make(as(owner)), council: "Training council" }
  return { kept: () => Layer.orDie(postgresLayer(council)), remove: () => {} }
}

test.each([
  ["a folder", onFolder],
  ["a database", onDatabase]
])("a case that one start of the bot records is gone on with by the next: %s", async (_, place) => {
  const { kept, remove } = await place()
  const clock = movableClock(monday)
  await using workspace = await startCouncilWorkspace(clock.clock)
  const reader = workspace.person(officer)
  const reply = async (text: string) => {
    await reader.command(CHANNEL, "/cme", text)
    return JSON.stringify(reader.ephemerals.at(-1))
  }

  const first = await startBot(workspace, clock, kept(), settings(workspace.slackApiUrl))
  await reader.command(CHANNEL, "/cme", "refer EDU-20117")
  await reader.submit({ referredOn: "2026-11-13", since: "2026-09-01" })
  expect(await reply("list")).toContain("*EDU-20117*")
  await first.stop()

  const second = await startBot(workspace, clock, kept(), settings(workspace.slackApiUrl))
  await reader.command(CHANNEL, "/cme", "enquiry edu20117")
  await reader.submit({ kind: "new:police" })
  await reader.command(CHANNEL, "/cme", "close EDU-20117")
  await reader.submit({ outcome: "other-authority", authority: "Sheffield City Council" })
  expect(await reply("list")).toContain("No case is open.")
  const why = await reply("why EDU-20117")
  expect(why).toContain("Closed on Mon 16 Nov 2026: Another authority has taken the case over")
  expect(why).not.toContain("pupil-close")
  // None of it is the pathway's.
  expect(await second.children()).toBe(0)
  await second.stop()
  remove()
})

test("what one instance records or erases, the other shows at the next look", async () => {
  const { kept } = await onDatabase()
  const clock = movableClock(monday)
  await using workspace = await startCouncilWorkspace(clock.clock)
  const reader = workspace.person(officer)
  const listed = async () => {
    await reader.command(CHANNEL, "/cme", "list")
    return JSON.stringify(reader.ephemerals.at(-1))
  }
  const one = await startBot(workspace, clock, kept(), settings(workspace.slackApiUrl))
  const other = await startBot(workspace, clock, kept(), settings(workspace.slackApiUrl))
  const at = (bot: { readonly url: string }) => workspace.app.connect(`${bot.url}/slack/events`)
  at(one)
  expect(await listed()).toContain("No case is open.")
  at(other)
  await reader.command(CHANNEL, "/cme", "refer EDU-20118")
  await reader.submit({ referredOn: "2026-11-13" })
  at(one)
  expect(await listed()).toContain("*EDU-20118*")
  const child = ChildReference.make("EDU-20118")
  const by = PersonId.make("U0MADEUP9")
  const erasing = Effect.flatMap(Erasures, (erasures) =>
    erasures.erase({ child, strand: "education", at: monday, by, reason: "made-up-data" })
  )
  await Effect.runPromise(Effect.provide(erasing, kept()))
  expect(await listed()).toContain("No case is open.")
  at(other)
  expect(await listed()).toContain("No case is open.")
  await one.stop()
  await other.stop()
})

test("the team's own channel has a card for each open case, which says in the end how it ended", async () => {
  const { kept, remove } = await onFolder()
  const clock = movableClock(monday)
  const team = { id: EDUCATION, name: "education", private: true, members: ["U0BOT", officer] }
  await using workspace = await startCouncilWorkspace(clock.clock, "off", [team])
  const reader = workspace.person(officer)
  const bot = await startBot(workspace, clock, kept(), {
    ...settings(workspace.slackApiUrl),
    channels: { missing: CHANNEL, education: EDUCATION }
  })
  await reader.command(CHANNEL, "/cme", "refer EDU-20119")
  await reader.submit({ referredOn: "2026-11-13" })
  await waitUntil(async () => (await reader.messages(EDUCATION)).length === 1)
  await bot.passTimeTo(addHours(monday, 24 * 5))
  const [card] = await reader.messages(EDUCATION)
  expect(JSON.stringify(card)).toContain("*Waits for*")
  await reader.click({ channel: EDUCATION, ts: String(card?.["ts"]) }, "pupil-case")
  await reader.click({ viewId: String(reader.modal?.id) }, "pupil-close")
  await reader.submit({ outcome: "in-error" })
  await waitUntil(async () => JSON.stringify(await reader.messages(EDUCATION)).includes("Recorded by mistake"))
  const after = await reader.messages(EDUCATION)
  expect(after).toHaveLength(1)
  expect(JSON.stringify(after)).not.toContain("pupil-case")
  // Nothing of it is in the channel of missing children.
  expect(JSON.stringify(await reader.messages(CHANNEL))).not.toContain("EDU-")
  await bot.stop()
  remove()
})

test("a channel that others can read gets no card, and administrators are told why", async () => {
  const { kept, remove } = await onFolder()
  const clock = movableClock(monday)
  const team = { id: EDUCATION, name: "education", private: false, members: ["U0BOT", officer] }
  await using workspace = await startCouncilWorkspace(clock.clock, "off", [team])
  const [reader, administrator] = [workspace.person(officer), workspace.person(people.administrator)]
  const bot = await startBot(workspace, clock, kept(), {
    ...settings(workspace.slackApiUrl),
    channels: { missing: CHANNEL, education: EDUCATION }
  })
  await reader.command(CHANNEL, "/cme", "refer EDU-20120")
  await reader.submit({ referredOn: "2026-11-13" })
  await bot.sweep()
  await waitUntil(async () => JSON.stringify(await directMessagesOf(administrator)).includes("The education channel"))
  expect(JSON.stringify(await directMessagesOf(administrator))).not.toContain("EDU-")
  expect(JSON.stringify(await reader.messages(EDUCATION))).not.toContain("EDU-")
  await bot.stop()
  remove()
})

test("a return over HTTP outlives a restart, and the manager alone reads of one refused", async () => {
  const { kept, remove } = await onFolder()
  const clock = movableClock(monday)
  await using workspace = await startCouncilWorkspace(clock.clock)
  const reader = workspace.person(officer)
  const manager = people.interviewer
  const configuration = settings(workspace.slackApiUrl)
  const roles = { ...configuration.roles, "education-manager": [manager] }
  const send = async (bot: { readonly url: string }, more: Readonly<Record<string, unknown>> = {}) => {
    const body = {
      kind: "deletion",
      schoolReference: "SCH-4001-17",
      sentAt: "2026-11-13T15:00:00Z",
      child: { reference: "EDU-20120" },
      ground: "g",
      from: "2026-11-12",
      ...more
    }
    const headers = { authorization: `Bearer ${INTAKE_TOKEN}`, "content-type": "application/json" }
    const response = await fetch(`${bot.url}/intake/education`, { method: "POST", headers, body: JSON.stringify(body) })
    return [response.status, await response.json()]
  }

  const first = await startBot(workspace, clock, kept(), { ...configuration, roles })
  const [status, said] = await send(first)
  expect([status, said.status]).toEqual([202, "referred"])
  expect((await send(first, { schoolReference: "SCH-4001-18", name: "Zed Madeup" }))[0]).toBe(400)
  const heard = async (person: string) => JSON.stringify(await directMessagesOf(workspace.person(person)))
  await waitUntil(async () => (await heard(manager)).includes("Ask the school what it reported"))
  for (const person of [manager, people.mash, people.coordinator, officer, people.administrator]) {
    expect(await heard(person)).not.toMatch(/Zed|Madeup/)
    if (person !== manager) expect(await heard(person)).not.toContain("Ask the school")
  }
  await first.stop()

  const second = await startBot(workspace, clock, kept(), { ...configuration, roles })
  expect(await send(second)).toEqual([200, { caseId: said.caseId, status: "already recorded" }])
  await reader.command(CHANNEL, "/cme", "why EDU-20120")
  expect(JSON.stringify(reader.ephemerals.at(-1))).toContain(
    "off the roll from Thu 12 Nov 2026, ground g (SCH-4001-17)"
  )
  await second.stop()
  remove()
})
