/** The morning after: every interview that is still overdue is on one list, said once whatever happens at 09:00. */

import { movableClock } from "@safe-return/casework/testing"
import { addHours, formatInstant, type Instant, utc } from "@safe-return/domain/calendar"
import { Deliveries } from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { postgresLayer } from "@safe-return/journal/postgres"
import { askForPostgres, freshDatabaseOn } from "@safe-return/postgres-testkit"
import { readerOf } from "@safe-return/slack-testkit"
import { Effect, Layer, Redacted } from "effect"
import { expect, test } from "vitest"
import { postedMessages, postedTwice } from "./postedMessages.ts"
import { directMessagesOf, textOf, waitUntil } from "./slackReading.ts"
import {
  CHANNEL,
  missingBody,
  openCouncil,
  people,
  sendNotification,
  startBot,
  startCouncilWorkspace
} from "./trainingCouncil.ts"

/** Monday at 09:00; a child who is back at 10:00 is overdue from Thursday at 10:00, and on Friday's list. */
const monday = utc(2026, 11, 16, 9)
const friday = addHours(monday, 96)
const nextMonday = addHours(friday, 72)

type Council = Pick<Awaited<ReturnType<typeof openCouncil>>, "bot" | "clock" | "workspace">

const childOf = (number: number) => `LCS-${60_000 + number}`

/** Children who are back at 10:00; the first is given to the interviewer. */
const backHome = async ({ bot, clock, workspace }: Council, many: number) => {
  const back = addHours(monday, 1)
  clock.moveTo(back)
  for (let number = 1; number <= many; number += 1) {
    const report = missingBody(childOf(number), `SYP-2026-${60_000 + number}`, clock.now())
    await sendNotification(bot.url, report)
    await sendNotification(bot.url, { ...report, kind: "returned", returnedAt: formatInstant(back) })
  }
  const manager = readerOf(workspace.person(people.manager))
  await manager.types(`/rhi assign ${childOf(1)} @Training Interviewer`)
  await bot.sweep()
}

/** The lists that a person has, or the channel. */
const listsOf = async ({ workspace }: Pick<Council, "workspace">, where: string) => {
  const messages =
    where === CHANNEL
      ? await workspace.person(people.manager).messages(CHANNEL)
      : await directMessagesOf(workspace.person(where))
  return messages.map(textOf).filter((text) => /Still overdue: |Overdue: \d/.test(text))
}

const readers = [CHANNEL, people.manager, people.coordinator, people.interviewer]

/** The channel has a list of its own; a person has it in the one message of the morning. */
const isOfDay = (where: string, day: string, count: number) => (text: string) =>
  where === CHANNEL
    ? text.includes(`Still overdue: ${count} · ${day}, 09:00`)
    : text.includes(`This morning · ${day}`) && text.includes(`Overdue: ${count} return home interview`)

test("is said once to each, over a restart, and shows what is logged from it", async () => {
  await using council = await openCouncil(monday)
  const { bot, clock, directory, workspace } = council
  await backHome(council, 2)
  await bot.passTimeTo(addHours(friday, -1))
  for (const where of readers) expect(await listsOf(council, where)).toEqual([])
  await bot.passTimeTo(addHours(friday, 0.01))
  for (const where of readers) {
    const [list, ...more] = await listsOf(council, where)
    expect(more).toEqual([])
    expect(isOfDay(where, "Fri 20 Nov", where === people.interviewer ? 1 : 2)(list ?? "")).toBe(true)
    expect(list).toMatch(/72 hours: Thu 19 Nov, 10:00 \(2(3 h|2 h 30 min) overdue\)/)
  }
  await bot.stop()
  const again = await startBot(workspace, clock, directory)
  await again.sweep()
  for (const where of readers) expect(await listsOf(council, where)).toHaveLength(1)

  const interviewer = readerOf(workspace.person(people.interviewer))
  await interviewer.sees("direct messages").message("This morning · Fri 20 Nov")
  await interviewer.clicks("Record offer")
  await interviewer.fills({ "Offered at": new Date(clock.now() - 3_600_000), "The child's answer": "Declined" })
  await interviewer.sends()
  await again.sweep()
  for (const where of readers) {
    const [list, ...more] = await listsOf(council, where)
    expect(more).toEqual([])
    expect(list).toContain(`:white_check_mark: *${childOf(1)}* · Interview declined`)
  }
  // On Monday what is left is said again. The channel's list of Friday is left as it was, and a person's has ended.
  await again.passTimeTo(addHours(nextMonday, 1))
  const days = (await listsOf(council, CHANNEL)).map((text) => text.match(/Still overdue: \d+ · \w+ \d+/)?.[0])
  expect(days).toEqual(["Still overdue: 2 · Fri 20", "Still overdue: 1 · Mon 23"])
  expect(await listsOf(council, people.interviewer)).toEqual([])
  await interviewer.sees("direct messages").message("The morning of Fri 20 Nov is over")
  await again.stop()
})

test("is said once Slack is back, of two mornings the later, and the breach not beside it", async () => {
  await using council = await openCouncil(monday)
  const { bot, clock, workspace } = council
  await backHome(council, 2)
  // From before the 72 hours are over: that they are is said by the list.
  clock.moveTo(addHours(monday, 72))
  await bot.sweep()
  const away = workspace.faults.plan({ fault: { status: 503 } })
  await bot.passTimeTo(addHours(friday, 1))
  await bot.passTimeTo(addHours(nextMonday, 1))
  away.lift()
  clock.moveTo(addHours(nextMonday, 1.1))
  await bot.sweep()
  for (const where of readers) {
    const lists = await listsOf(council, where)
    expect(lists).toHaveLength(1)
    expect(isOfDay(where, "Mon 23 Nov", where === people.interviewer ? 1 : 2)(lists[0] ?? "")).toBe(true)
  }
  const said = (await workspace.person(people.manager).messages(CHANNEL)).map(textOf)
  expect(said.filter((text) => text.includes("Interview overdue"))).toEqual([])
})

/** What the version before there was one message left behind when it had sent this morning's to the manager. */
const saidByEarlierVersion = (directory: string, at: Instant) =>
  Effect.gen(function* () {
    const deliveries = yield* Deliveries
    const sent = { _tag: "Sent", channel: "C1", ts: "1", fingerprint: "", sentAt: at } as const
    yield* deliveries.keep("team", { ...sent, key: `digest:2026-11-20:${people.manager}` })
    yield* deliveries.keep("team", { ...sent, key: `overdue:${at}:${people.interviewer}:1:${people.interviewer}` })
  }).pipe(Effect.provide(lowdbLayer({ directory })), Effect.runPromise)

test("is not said again to people an earlier version told by a summary or a list of their own", async () => {
  await using council = await openCouncil(monday)
  const { bot, clock, directory, workspace } = council
  await backHome(council, 2)
  await bot.passTimeTo(addHours(friday, -1))
  await bot.stop()
  clock.moveTo(addHours(friday, 0.5))
  await saidByEarlierVersion(directory, friday)
  const next = await startBot(workspace, clock, directory)
  await next.sweep()
  expect(await listsOf(council, CHANNEL)).toHaveLength(1)
  for (const person of [people.manager, people.interviewer]) expect(await listsOf(council, person)).toHaveLength(0)
  expect(await listsOf(council, people.coordinator)).toHaveLength(1)
  await next.stop()
})

test("is said once to each by two instances on one database, who look at the same moment", async () => {
  const { as, owner } = await Effect.runPromise(freshDatabaseOn(await askForPostgres()))
  const kept = Layer.orDie(postgresLayer({ url: Redacted.make(as(owner)), council: "Training council" }))
  const clock = movableClock(monday)
  await using workspace = await startCouncilWorkspace(clock.clock)
  const { posted, collect } = postedMessages(workspace)
  const bots = [await startBot(workspace, clock, kept), await startBot(workspace, clock, kept)] as const
  const [bot, other] = bots
  await backHome({ bot, clock, workspace }, 2)
  // In turn, so that only what they say of the mornings is said by both at once.
  for (const one of bots) await one.passTimeTo(addHours(friday, -1))
  for (const one of bots) await waitUntil(async () => (await one.children()) === 2)
  for (const morning of [friday, nextMonday]) {
    clock.moveTo(addHours(morning, 0.01))
    await Promise.all([bot.sweep(), other.sweep()])
    await Promise.all([bot.sweep(), other.sweep()])
  }
  collect()
  expect(postedTwice(posted)).toEqual([])
  for (const where of readers) {
    const lists = await listsOf({ workspace }, where)
    // A person's of Friday has ended.
    const days = where === CHANNEL ? ["Fri 20 Nov", "Mon 23 Nov"] : ["Mon 23 Nov"]
    expect(lists).toHaveLength(days.length)
    const many = where === people.interviewer ? 1 : 2
    for (const [index, day] of days.entries()) {
      expect(isOfDay(where, day, many)(lists[index] ?? "")).toBe(true)
    }
  }
  for (const one of bots) await one.stop()
})
