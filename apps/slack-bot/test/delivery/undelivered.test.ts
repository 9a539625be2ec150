import { utc } from "@safe-return/domain/calendar"
import { type Person, readerOf } from "@safe-return/slack-testkit"
import { expect, test } from "vitest"
import { waitUntil } from "../endToEnd/slackReading.ts"
import { CHANNEL, missingBody, openCouncil, people, sendNotification, startBot } from "../endToEnd/trainingCouncil.ts"

const CHILD = "LCS-40002"
const monday = utc(2026, 11, 16, 9)

const homeOf = async (person: Person) => {
  await person.openHome()
  return waitUntil(async () => person.home && JSON.stringify(person.home.blocks))
}

const report = (url: string) => sendNotification(url, missingBody(CHILD, "SYP-2026-4000002", monday))

test("an undelivered alert goes to others and to an administrator, and is sent once it can be", async () => {
  await using council = await openCouncil(monday)
  const { bot, workspace } = council
  const mash = readerOf(workspace.person(people.mash))
  const worker = readerOf(workspace.person(people.worker))
  const administrator = readerOf(workspace.person(people.administrator))
  await report(bot.url)
  await mash.sees("#missing").card(`${CHILD} · Missing`)
  // Everyone else has been alerted by then: the fault is the worker's.
  await bot.sweep()
  // They have left, and what we know of their account is some minutes old.
  await homeOf(workspace.person(people.worker))
  const account = workspace.members.find(({ id }) => id === people.worker) as { deleted?: boolean }
  account.deleted = true
  await mash.clicks("More")
  await mash.clicks("Set allocated worker")
  await mash.fills({ "Allocated worker": "@Training Worker" })
  await mash.sends()
  await mash.sees("#missing").message("Alert not delivered", CHILD, "@Training Worker")
  await readerOf(workspace.person(people.manager)).sees("direct messages").message("@Training Worker cannot be told")
  const { text } = await administrator.sees("direct messages").message("@Training Worker cannot be told", "deactivated")
  // An administrator sees no cases.
  expect(text).not.toContain(CHILD)

  await bot.sweep()
  expect(await mash.sees("#missing").all("Alert not delivered")).toHaveLength(1)
  expect(await administrator.sees("direct messages").all("cannot be told")).toHaveLength(1)
  expect(await worker.sees("direct messages").all(CHILD)).toEqual([])

  // On the Home tab: the manager reads who it is about, the administrator does not; either may try again.
  const managersHome = await homeOf(workspace.person(people.manager))
  expect(managersHome).toContain("Alerts not delivered")
  expect(managersHome).toContain(CHILD)
  const administratorsHome = await homeOf(workspace.person(people.administrator))
  expect(administratorsHome).toContain("1 to people who cannot be told anything")
  expect(administratorsHome).not.toContain(CHILD)
  account.deleted = false
  const { home } = workspace.person(people.administrator)
  await workspace.person(people.administrator).click({ viewId: String(home?.id) }, "try-again")
  await worker.sees("direct messages").message("You are the allocated worker", CHILD)
  await administrator.sees("direct messages").message("@Training Worker can be told in Slack again")
})

test("an alert no channel takes is told to managers and administrators, and sent after a restart", async () => {
  await using council = await openCouncil(monday)
  const { bot, clock, directory, workspace } = council
  const mash = readerOf(workspace.person(people.mash))
  const manager = readerOf(workspace.person(people.manager)).sees("direct messages")
  const archived = workspace.faults.plan({ methods: ["chat.postMessage"], fault: { error: "is_archived" }, times: 1 })
  await report(bot.url)
  await manager.message("Not delivered", "the channel is archived")
  await readerOf(workspace.person(people.administrator)).sees("direct messages").message("Not delivered")
  expect(archived.hits()).toBe(1)
  await bot.sweep()
  expect(await mash.sees("#missing").all(CHILD)).toEqual([])

  await bot.stop()
  const next = await startBot(workspace, clock, directory)
  await mash.sees("#missing").card(`${CHILD} · Missing`)
  await next.sweep()
  expect(await mash.sees("#missing").all(`${CHILD} · Missing`)).toHaveLength(1)
  // Who was told of it is told that it has arrived.
  expect(await manager.all("Not delivered")).toEqual([])
  expect(await manager.all("What had not been delivered has arrived since")).toHaveLength(1)
  await next.stop()
})

test("the bot stays within Slack's limits, and every child's alert goes before any record", async () => {
  await using council = await openCouncil(monday, {}, "slack")
  const { bot, workspace } = council
  for (const child of ["LCS-40003", "LCS-40004", "LCS-40005"]) {
    await sendNotification(bot.url, missingBody(child, `SYP-2026-${child.slice(4)}`, monday))
  }
  const posts = () =>
    workspace.calls.filter(({ method, params }) => method === "chat.postMessage" && params["channel"] === CHANNEL)
  await waitUntil(async () => posts().length === 6)
  expect(posts().map(({ params }) => params["thread_ts"] !== undefined)).toEqual([
    false,
    false,
    false,
    true,
    true,
    true
  ])
  expect(workspace.calls.filter(({ answer }) => answer["error"] === "ratelimited")).toEqual([])
})
