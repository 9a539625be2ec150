import { utc } from "@safe-return/domain/calendar"
import { type Person, readerOf } from "@safe-return/slack-testkit"
import { expect, test } from "vitest"
import { directMessagesOf, textOf, waitUntil } from "../endToEnd/slackReading.ts"
import {
  CHANNEL,
  configurationFor,
  missingBody,
  openCouncil,
  people,
  sendNotification,
  startBot
} from "../endToEnd/trainingCouncil.ts"

/** So that no morning names an alert that nobody has acknowledged. */
const acknowledge = async (manager: Person) => {
  const reader = readerOf(manager)
  await reader.sees("#missing").card("LCS-40001", "Missing")
  await reader.clicks("Acknowledge alert")
}

const SUMMARY = /Morning summary/
/** What one person has of a morning, or had. */
const MORNING = /This morning|The morning of/

test("the channel and each manager get one morning summary a day, despite restarts", async () => {
  await using council = await openCouncil(utc(2026, 11, 16, 9))
  const { workspace, clock, directory } = council
  const manager = workspace.person(people.manager)
  const inChannel = async () => (await manager.messages(CHANNEL)).map(textOf).filter((text) => SUMMARY.test(text))
  const toManager = async () => (await directMessagesOf(manager)).map(textOf).filter((text) => MORNING.test(text))
  const counts = async () => [(await inChannel()).length, (await toManager()).length]

  await sendNotification(council.bot.url, missingBody("LCS-40001", "SYP-2026-4000001", clock.now()))
  await council.bot.sweep()
  await acknowledge(manager)
  // It fell due before anybody was told of anything here.
  expect(await counts()).toEqual([0, 0])

  clock.moveTo(utc(2026, 11, 17, 8, 29))
  await council.bot.sweep()
  expect(await counts()).toEqual([0, 0])
  clock.moveTo(utc(2026, 11, 17, 8, 30))
  await Promise.all([council.bot.sweep(), council.bot.sweep()])
  await council.bot.sweep()
  expect(await counts()).toEqual([1, 1])
  expect((await inChannel())[0]).toMatch(/LCS-40001.*missing for 25 h 30 min/)

  await council.bot.stop()
  const again = await startBot(workspace, clock, directory)
  await again.sweep()
  expect(await counts()).toEqual([1, 1])
  await again.stop()

  // Away at half past eight, and up again the same morning; on the next day not before the afternoon.
  clock.moveTo(utc(2026, 11, 18, 10))
  const late = await startBot(workspace, clock, directory)
  await late.sweep()
  expect(await counts()).toEqual([2, 2])
  clock.moveTo(utc(2026, 11, 19, 13))
  await late.sweep()
  // A Saturday on which nothing is due.
  clock.moveTo(utc(2026, 11, 21, 9))
  await late.sweep()
  expect(await counts()).toEqual([2, 2])
  await late.stop()
})

test("a manager who could not be reached is told at a later look, and nobody twice", async () => {
  await using council = await openCouncil(utc(2026, 11, 16, 9))
  const { workspace, clock, bot } = council
  const manager = workspace.person(people.manager)
  await sendNotification(bot.url, missingBody("LCS-40001", "SYP-2026-4000001", clock.now()))
  clock.moveTo(utc(2026, 11, 17, 8, 29))
  await bot.sweep()
  clock.moveTo(utc(2026, 11, 17, 8, 30))
  workspace.failNext("chat.postMessage", { error: "internal_error" })
  await bot.sweep()
  await bot.sweep()
  await bot.sweep()
  const told = [...(await manager.messages(CHANNEL)), ...(await directMessagesOf(manager))].map(textOf)
  expect(told.filter((text) => SUMMARY.test(text))).toHaveLength(1)
  expect(told.filter((text) => MORNING.test(text))).toHaveLength(1)
})

test("a summary that does not go in time is listed until it goes or the morning is over", async () => {
  await using council = await openCouncil(utc(2026, 11, 16, 9))
  const { workspace, clock, bot } = council
  const health = async () => (await fetch(`${bot.url}/health`)).text()
  const manager = workspace.person(people.manager)
  const administrator = readerOf(workspace.person(people.administrator))
  const listed = async () => (await administrator.seesOnHome("Not delivered")).includes("Morning summary, since")
  const told = async () =>
    [...(await manager.messages(CHANNEL)), ...(await directMessagesOf(manager))]
      .map(textOf)
      .filter((text) => SUMMARY.test(text) || MORNING.test(text)).length

  await sendNotification(bot.url, missingBody("LCS-40001", "SYP-2026-4000001", clock.now()))
  await bot.sweep()
  await acknowledge(manager)
  await bot.sweep()
  for (const [day, goes] of [
    [17, true],
    [18, false]
  ] as const) {
    clock.moveTo(utc(2026, 11, day, 8, 30))
    const away = workspace.faults.plan({ methods: ["chat.postMessage"], fault: { error: "internal_error" } })
    await bot.sweep()
    expect(await health()).not.toContain("messages-waiting")
    clock.moveTo(utc(2026, 11, day, 8, 46))
    await bot.sweep()
    expect(await health()).toContain("messages-waiting")
    await waitUntil(listed)
    if (!goes) clock.moveTo(utc(2026, 11, day, 20))
    away.lift()
    await bot.sweep()
    expect(await health()).not.toContain("messages-waiting")
    await waitUntil(async () => !(await listed()))
  }
  expect(await told()).toBe(2)
})

test("the summary goes to no manager who is a guest, has left, or is of another workspace", async () => {
  await using council = await openCouncil(utc(2026, 11, 16, 9), {
    roles: {
      ...configurationFor("").roles,
      "team-manager": [people.manager, people.guest, people.stranger, people.bystander]
    }
  })
  const { workspace, clock, bot } = council
  const bystander = workspace.members.find(({ id }) => id === people.bystander) as { deleted?: boolean }
  bystander.deleted = true
  await sendNotification(bot.url, missingBody("LCS-40002", "SYP-2026-4000002", clock.now()))
  clock.moveTo(utc(2026, 11, 17, 8, 30))
  await bot.sweep()
  const opened = workspace.calls
    .filter(({ method, params }) => method === "conversations.open" && String(params["users"]) !== people.manager)
    .map(({ params }) => params["users"])
  for (const person of [people.guest, people.stranger, people.bystander]) {
    expect(opened).not.toContain(person)
    const told = (await directMessagesOf(workspace.person(person))).map(textOf)
    expect(told.filter((text) => MORNING.test(text) || text.includes("LCS-"))).toEqual([])
  }
  const toManager = (await directMessagesOf(workspace.person(people.manager))).map(textOf)
  expect(toManager.filter((text) => MORNING.test(text))).toHaveLength(1)
})
