/** The morning's message about children missing education on the running bot. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { movableClock } from "@safe-return/casework/testing"
import { addHours, civilDay, utc } from "@safe-return/domain/calendar"
import { parseReferencePatterns } from "@safe-return/domain/pathway"
import { postgresLayer } from "@safe-return/journal/postgres"
import { askForPostgres, freshDatabaseOn } from "@safe-return/postgres-testkit"
import type { BotConfiguration } from "@safe-return/settings"
import type { SlackWorkspace } from "@safe-return/slack-testkit"
import { Effect, Layer, Redacted, Result } from "effect"
import { expect, test } from "vitest"
import { directMessagesOf, placeOf } from "./slackReading.ts"
import { CHANNEL, configurationFor, people, startBot, startCouncilWorkspace } from "./trainingCouncil.ts"

const friday = utc(2026, 11, 13, 15)
const monday = utc(2026, 11, 16, 10)
const officer = people.bystander
const manager = people.secondInterviewer

const settings = (slackApiUrl: string, more: Partial<BotConfiguration["roles"]> = {}): Partial<BotConfiguration> => ({
  roles: {
    ...configurationFor(slackApiUrl).roles,
    "education-officer": [officer],
    "education-manager": [manager],
    ...more
  },
  educationReferences: Result.getOrThrow(parseReferencePatterns("EDU-#####"))
})

const toldOfEducation = async (workspace: SlackWorkspace, person: string) =>
  (await directMessagesOf(workspace.person(person)))
    .map((message) => JSON.stringify(message))
    .filter((text) => text.includes("Children missing education") || text.includes("EDU-"))

const refer = async (workspace: SlackWorkspace, reference: string, referredOn: string) => {
  const reader = workspace.person(officer)
  await reader.command(CHANNEL, "/cme", `refer ${reference}`)
  await reader.submit({ referredOn })
}

const folder = () => mkdtempSync(join(tmpdir(), "safe-return-"))

test("an officer reads once what waits, opens a case from it, and reads what was seen to since", async () => {
  const kept = folder()
  const clock = movableClock(friday)
  await using workspace = await startCouncilWorkspace(clock.clock)
  const more = settings(workspace.slackApiUrl)
  const first = await startBot(workspace, clock, kept, more)
  await refer(workspace, "EDU-20117", "2026-11-09")
  await first.passTimeTo(monday)
  const told = await toldOfEducation(workspace, officer)
  expect(told).toHaveLength(1)
  expect(told[0]).toContain("1 case waits for something from you")
  expect(told[0]).toContain("*EDU-20117* waits for the next enquiry")
  expect(await toldOfEducation(workspace, manager)).toEqual([])
  expect(await toldOfEducation(workspace, people.manager)).toEqual([])
  await first.stop()

  const second = await startBot(workspace, clock, kept, more)
  await second.sweep()
  expect(await toldOfEducation(workspace, officer)).toHaveLength(1)
  const reader = workspace.person(officer)
  const channel = String((await reader.conversations()).find((one) => one["is_im"] === true)?.["id"])
  const [message] = await reader.messages(channel)
  await reader.click(placeOf(channel, message), "pupil-case")
  expect(JSON.stringify(reader.modal)).toContain("EDU-20117")
  await reader.closeModal()
  await reader.command(CHANNEL, "/cme", "facts EDU-20117")
  await reader.submit({ since: "2026-11-02", reason: "Unknown" })
  await reader.command(CHANNEL, "/cme", "enquiry EDU-20117")
  await reader.submit({ kind: "new:police" })
  await second.sweep()
  const after = await toldOfEducation(workspace, officer)
  expect(after).toHaveLength(1)
  expect(after[0]).toContain("Nothing is left for you of this morning.")
  expect(after[0]).toContain("Seen to since: EDU-20117.")
  expect(after[0]).not.toContain("pupil-case")

  await second.passTimeTo(addHours(monday, 24))
  expect(JSON.stringify(await directMessagesOf(reader))).toContain("The morning of Mon 16 Nov is over.")
  await second.stop()
  rmSync(kept, { recursive: true, force: true })
})

test("two instances on one database tell each person once", async () => {
  const { as, owner } = await Effect.runPromise(freshDatabaseOn(await askForPostgres()))
  const kept = () => Layer.orDie(postgresLayer({ url: Redacted.make(as(owner)), council: "Training council" }))
  const clock = movableClock(friday)
  await using workspace = await startCouncilWorkspace(clock.clock)
  const more = settings(workspace.slackApiUrl)
  const one = await startBot(workspace, clock, kept(), more)
  const other = await startBot(workspace, clock, kept(), more)
  await refer(workspace, "EDU-20117", "2026-11-02")
  clock.moveTo(monday)
  await Promise.all([one.sweep(), other.sweep()])
  await Promise.all([other.sweep(), one.sweep()])
  for (const person of [officer, manager]) expect(await toldOfEducation(workspace, person)).toHaveLength(1)
  await Promise.all([one.stop(), other.stop()])
})

test("what the return of a census day lacks is asked for only where the council has set the day", async () => {
  const lacking = async (more: Partial<BotConfiguration>) => {
    const kept = folder()
    const clock = movableClock(friday)
    await using workspace = await startCouncilWorkspace(clock.clock)
    const bot = await startBot(workspace, clock, kept, { ...settings(workspace.slackApiUrl), ...more })
    await refer(workspace, "EDU-20117", "2026-11-13")
    await bot.passTimeTo(monday)
    const [told = ""] = await toldOfEducation(workspace, officer)
    await bot.stop()
    rmSync(kept, { recursive: true, force: true })
    return told
  }
  expect(await lacking({})).toBe("")
  const told = await lacking({ educationCensusDays: [civilDay(2026, 10, 1), civilDay(2026, 11, 26)] })
  expect(told).toContain("The census day that this council has set is Thu 26 Nov")
  expect(told).toContain("what the return asks for (start not recorded, reason not recorded")
})

test("nobody is told of education cases in shadow", async () => {
  const kept = folder()
  const clock = movableClock(friday)
  await using workspace = await startCouncilWorkspace(clock.clock)
  const bot = await startBot(workspace, clock, kept, { ...settings(workspace.slackApiUrl), isShadow: true })
  await refer(workspace, "EDU-20117", "2026-11-02")
  await bot.passTimeTo(monday)
  for (const person of [officer, manager]) expect(await toldOfEducation(workspace, person)).toEqual([])
  await bot.stop()
  rmSync(kept, { recursive: true, force: true })
})

test("an administrator hears that nobody can be asked, without any reference", async () => {
  const kept = folder()
  const clock = movableClock(friday)
  await using workspace = await startCouncilWorkspace(clock.clock)
  const withTeam = await startBot(workspace, clock, kept, settings(workspace.slackApiUrl))
  await refer(workspace, "EDU-20117", "2026-11-02")
  await withTeam.stop()
  const alone = settings(workspace.slackApiUrl, { "education-officer": [], "education-manager": [] })
  const without = await startBot(workspace, clock, kept, alone)
  await without.passTimeTo(monday)
  await without.sweep()
  const toAdministrator = JSON.stringify(await directMessagesOf(workspace.person(people.administrator)))
  expect(toAdministrator).toContain("1 case of a child missing education waits for something, and nobody")
  expect(toAdministrator).not.toContain("EDU-20117")
  await without.stop()
  rmSync(kept, { recursive: true, force: true })
})
