/** The morning after: every interview that is still overdue is on one list, said once whatever happens at 09:00. */

import { movableClock } from "@safe-return/casework/testing"
import { addHours, formatInstant, type Instant, utc } from "@safe-return/domain/calendar"
import { ChildReference } from "@safe-return/domain/pathway"
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
  return messages.map(textOf).filter((text) => text.includes("Still overdue: "))
}

const readers = [CHANNEL, people.manager, people.interviewer]

const isOfDay = (day: string, count: number) => (text: string) =>
  text.includes(`Still overdue: ${count} · ${day}, 09:00`)

test("is said once to each, over a restart, and shows what is logged from it", async () => {
  await using council = await openCouncil(monday)
  const { bot, clock, directory, workspace } = council
  await backHome(council, 2)
  await bot.passTimeTo(addHours(friday, -0.1))
  for (const where of readers) expect(await listsOf(council, where)).toEqual([])
  expect(await bot.nextDue()).toBe(friday)
  await bot.passTimeTo(addHours(friday, 0.01))
  for (const where of readers) {
    const [list, ...more] = await listsOf(council, where)
    expect(more).toEqual([])
    expect(isOfDay("Fri 20 Nov 2026", where === people.interviewer ? 1 : 2)(list ?? "")).toBe(true)
    expect(list).toContain("72 hours: Thu 19 Nov 2026, 10:00 (23 h overdue)")
  }
  await bot.stop()
  const again = await startBot(workspace, clock, directory)
  await again.sweep()
  for (const where of readers) expect(await listsOf(council, where)).toHaveLength(1)

  const interviewer = readerOf(workspace.person(people.interviewer))
  await interviewer.sees("direct messages").message("Still overdue: 1")
  await interviewer.clicks("Log interview")
  await interviewer.fills({ "Offered at": new Date(clock.now() - 3_600_000), "The child's answer": "Declined" })
  await interviewer.sends()
  await again.sweep()
  for (const where of readers) {
    const [list, ...more] = await listsOf(council, where)
    expect(more).toEqual([])
    expect(list).toContain(`:white_check_mark: *${childOf(1)}* · Interview declined`)
  }
  // On Monday what is left is said again, and Friday's list is left as it was.
  await again.passTimeTo(addHours(nextMonday, 1))
  const days = (await listsOf(council, CHANNEL)).map((text) => text.match(/Still overdue: \d+ · \w+ \d+/)?.[0])
  expect(days).toEqual(["Still overdue: 2 · Fri 20", "Still overdue: 1 · Mon 23"])
  expect(await listsOf(council, people.interviewer)).toHaveLength(1)
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
    expect(lists[0]).toContain("Mon 23 Nov 2026, 09:00")
  }
  const said = (await workspace.person(people.manager).messages(CHANNEL)).map(textOf)
  expect(said.filter((text) => text.includes("Interview overdue"))).toEqual([])
})

/** What the version before there were lists left behind when it had said this morning's reminders. */
const saidAlone = (directory: string, at: Instant, told: ReadonlyArray<readonly [child: string, to: string]>) =>
  Effect.gen(function* () {
    const deliveries = yield* Deliveries
    const dueAt = addHours(monday, 73)
    for (const [about, to] of told) {
      const child = ChildReference.make(about)
      const card = [...(yield* deliveries.of(child)).keys()].find((key) => key.startsWith("card:")) ?? ""
      const day = Math.floor(at / 86_400_000)
      const key = `reminder:${card.slice("card:".length)}:overdue-${day}:${dueAt}${to}`
      yield* deliveries.keep(child, { _tag: "Sent", key, channel: "C1", ts: "1", fingerprint: "", sentAt: at })
    }
  }).pipe(Effect.provide(lowdbLayer({ directory })), Effect.runPromise)

test.each([
  ["all of it was, is not said again", 2, 0],
  ["half of it was, is said whole", 1, 1]
])("where the version before had said it one by one: what was said, if %s", async (_, said, lists) => {
  await using council = await openCouncil(monday)
  const { bot, clock, directory, workspace } = council
  await backHome(council, 2)
  await bot.passTimeTo(addHours(friday, -0.1))
  await bot.stop()
  clock.moveTo(addHours(friday, 0.5))
  const told = [1, 2].slice(0, said).map(childOf)
  const own = [[childOf(1), `:${people.interviewer}`]] as const
  const others = told.flatMap((child) => [[child, ""] as const, [child, `:${people.manager}`] as const])
  await saidAlone(directory, friday, [...own, ...others])
  const next = await startBot(workspace, clock, directory)
  await next.sweep()
  for (const where of [CHANNEL, people.manager]) expect(await listsOf(council, where)).toHaveLength(lists)
  expect(await listsOf(council, people.interviewer)).toHaveLength(0)
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
  for (const one of bots) await one.passTimeTo(addHours(friday, -0.1))
  for (const one of bots) await waitUntil(async () => (await one.nextDue()) === friday)
  for (const morning of [friday, nextMonday]) {
    clock.moveTo(addHours(morning, 0.01))
    await Promise.all([bot.sweep(), other.sweep()])
    await Promise.all([bot.sweep(), other.sweep()])
  }
  collect()
  expect(postedTwice(posted)).toEqual([])
  for (const where of readers) {
    const days = (await listsOf({ workspace }, where)).map((text) => text.match(/Still overdue: \d+ · \w+ \d+/)?.[0])
    const many = where === people.interviewer ? 1 : 2
    expect(days).toEqual(["Fri 20", "Mon 23"].map((day) => `Still overdue: ${many} · ${day}`))
  }
  for (const one of bots) await one.stop()
})
