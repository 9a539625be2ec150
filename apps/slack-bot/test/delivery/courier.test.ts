import { addHours, formatInstant, Instant, utc } from "@safe-return/domain/calendar"
import { ChildReference } from "@safe-return/domain/pathway"
import { Deliveries } from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { WebClient } from "@slack/web-api"
import { Effect, Redacted } from "effect"
import { expect, test } from "vitest"
import { cardsOf, directMessagesOf, placeOf, textOf, threadOf, waitUntil } from "../endToEnd/slackReading.ts"
import {
  CHANNEL,
  configurationFor,
  missingBody,
  openCouncil,
  people,
  sendNotification,
  startBot
} from "../endToEnd/trainingCouncil.ts"

const CHILD = "LCS-40001"
const POLICE = "SYP-2026-4000001"
const monday = utc(2026, 11, 16, 9)

type Council = Awaited<ReturnType<typeof openCouncil>>

const police = (council: Council, kind: "found" | "returned", at: Instant, url = council.bot.url) =>
  sendNotification(url, {
    kind,
    policeReference: POLICE,
    sentAt: formatInstant(at),
    child: { reference: CHILD },
    [`${kind}At`]: formatInstant(at)
  })

const reported = async (council: Council, at = monday) => {
  await sendNotification(council.bot.url, missingBody(CHILD, POLICE, at))
  const manager = council.workspace.person(people.manager)
  await waitUntil(async () => (await cardsOf(manager, CHANNEL, CHILD))[0])
  return manager
}

test("what Slack does not take is sent once it may be, and nothing is sent twice", async () => {
  await using council = await openCouncil(monday)
  const { bot, workspace } = council
  const manager = workspace.person(people.manager)
  workspace.failNext("chat.postMessage", { status: 429, retryAfterSeconds: 1 })
  workspace.failNext("chat.postMessage", { error: "internal_error" })
  await sendNotification(bot.url, missingBody(CHILD, POLICE, monday))
  await waitUntil(async () => (await cardsOf(manager, CHANNEL, CHILD))[0])
  await bot.sweep()
  expect(await cardsOf(manager, CHANNEL, CHILD)).toHaveLength(1)
  // Left alone for the second it had asked for: one call was refused so, and one failed.
  expect(workspace.calls.filter(({ method }) => method === "chat.postMessage").length).toBeLessThan(8)
})

test("a message that was claimed and posted before a crash is found again, not posted again", async () => {
  await using council = await openCouncil(monday)
  const { bot, clock, directory, workspace } = council
  const manager = await reported(council)
  await bot.sweep()
  const [card] = await cardsOf(manager, CHANNEL, CHILD)
  await bot.stop()
  // What a crash between the post and its record leaves behind.
  const unsure = Effect.gen(function* () {
    const deliveries = yield* Deliveries
    const child = ChildReference.make(CHILD)
    for (const { key, channel } of (yield* deliveries.of(child)).values() as Iterable<{
      key: string
      channel: string
    }>) {
      yield* deliveries.keep(child, { _tag: "Claimed", key, channel, claimedAt: monday })
    }
  })
  await Effect.runPromise(Effect.provide(unsure, lowdbLayer({ directory })))
  const next = await startBot(workspace, clock, directory)
  await next.sweep()
  await police(council, "found", monday, next.url)
  await next.sweep()
  const cards = await cardsOf(manager, CHANNEL, CHILD)
  expect(cards.map((message) => message["ts"])).toEqual([card?.["ts"]])
  expect(textOf(cards[0])).toContain("Found, return not recorded")
  expect((await threadOf(manager, placeOf(CHANNEL, card))).map(textOf)).toHaveLength(2)
  await next.stop()
})

test("a post that arrives long after its repeat is removed, and the one on record stays", async () => {
  await using council = await openCouncil(monday)
  const { bot, workspace } = council
  const deletions = () => workspace.calls.filter(({ method }) => method === "chat.delete").length
  workspace.failNext("chat.postMessage", { dropped: "before" })
  const manager = await reported(council)
  const [card] = await cardsOf(manager, CHANNEL, CHILD)
  const posted = workspace.calls.find(({ answer }) => answer["ts"] === card?.["ts"])
  // Only now does the first post, which said the same, come through.
  const client = new WebClient("xoxb-synthetic", { slackApiUrl: workspace.slackApiUrl })
  await client.apiCall("chat.postMessage", posted?.params)
  expect(await cardsOf(manager, CHANNEL, CHILD)).toHaveLength(2)
  await bot.sweep()
  expect(await cardsOf(manager, CHANNEL, CHILD)).toMatchObject([{ ts: card?.["ts"] }])
  expect(deletions()).toBe(1)
  await police(council, "found", monday)
  await bot.sweep()
  expect(textOf(await cardsOf(manager, CHANNEL, CHILD))).toContain(`${CHILD} · Found`)
  expect(deletions()).toBe(1)
})

test("where there is no double, nothing is taken away", async () => {
  await using council = await openCouncil(monday)
  const { bot, workspace } = council
  workspace.failNext("chat.postMessage", { dropped: "before" })
  const manager = await reported(council)
  await bot.sweep()
  await bot.sweep()
  expect(await cardsOf(manager, CHANNEL, CHILD)).toHaveLength(1)
  expect(workspace.calls.some(({ method }) => method === "chat.delete")).toBe(false)
})

test("after a crash, another child's message of the same kind is not taken for this child's", async () => {
  await using council = await openCouncil(monday)
  const { bot, clock, directory, workspace } = council
  const manager = workspace.person(people.manager)
  const interviewer = workspace.person(people.interviewer)
  const children = [CHILD, "LCS-40002"]
  for (const [index, child] of children.entries()) {
    const report = missingBody(child, `SYP-2026-400000${index + 1}`, monday)
    await sendNotification(bot.url, report)
    await sendNotification(bot.url, { ...report, kind: "returned", returnedAt: formatInstant(monday) })
    await manager.command(CHANNEL, "/rhi", `assign ${child} <@${people.interviewer}>`)
  }
  const toldOf = async (child: string) =>
    (await directMessagesOf(interviewer)).filter((message) => textOf(message).includes(child))
  await waitUntil(async () => (await toldOf("LCS-40002")).length === 1)
  await bot.stop()
  // Killed after the claim and before the post: the message is not there, and another child's, alike in all else, is.
  const [alert] = await toldOf("LCS-40002")
  const channel = String(alert?.["channel"] ?? (await interviewer.conversations()).find(({ is_im }) => is_im)?.["id"])
  const { slack } = configurationFor(workspace.slackApiUrl)
  const client = new WebClient(Redacted.value(slack.botToken), { slackApiUrl: workspace.slackApiUrl })
  await client.chat.delete(placeOf(channel, alert))
  const claimed = Effect.gen(function* () {
    const deliveries = yield* Deliveries
    const child = ChildReference.make("LCS-40002")
    for (const { key } of (yield* deliveries.of(child)).values()) {
      if (!key.startsWith("interviewer-alert:")) continue
      yield* deliveries.keep(child, { _tag: "Claimed", key, channel, claimedAt: monday })
    }
  })
  await Effect.runPromise(Effect.provide(claimed, lowdbLayer({ directory })))
  const next = await startBot(workspace, clock, directory)
  await next.sweep()
  for (const child of children) expect(await toldOf(child)).toHaveLength(1)
  await next.stop()
})

test("a card that a person deleted is posted again when there is news", async () => {
  await using council = await openCouncil(monday)
  const { bot, workspace } = council
  const manager = await reported(council)
  await bot.sweep()
  const [card] = await cardsOf(manager, CHANNEL, CHILD)
  const { slack } = configurationFor(workspace.slackApiUrl)
  await new WebClient(Redacted.value(slack.botToken), { slackApiUrl: workspace.slackApiUrl }).chat.delete(
    placeOf(CHANNEL, card)
  )
  await police(council, "found", monday)
  await waitUntil(async () => textOf(await cardsOf(manager, CHANNEL, CHILD)).includes("Found, return not recorded"))
  await bot.sweep()
  expect(await cardsOf(manager, CHANNEL, CHILD)).toHaveLength(1)
})

test("of reminders that fell due while nothing could be sent, only the latest is sent", async () => {
  await using council = await openCouncil(monday)
  const { bot, clock } = council
  const manager = await reported(council)
  await police(council, "returned", monday)
  clock.moveTo(addHours(monday, 80))
  await bot.sweep()
  clock.moveTo(addHours(monday, 90))
  await bot.sweep()
  const reminders = (await manager.messages(CHANNEL))
    .map(textOf)
    .filter((text) => /· Interview (due|overdue)/.test(text))
  expect(reminders).toHaveLength(1)
  expect(reminders[0]).toContain("Interview overdue")
})

test("reminders follow the clock when the return is recorded after the find", async () => {
  await using council = await openCouncil(monday)
  const { bot } = council
  await reported(council)
  await police(council, "found", monday)
  const untilNow = async (until: Instant) => {
    await bot.passTimeTo(until)
    const texts = (await manager.messages(CHANNEL)).map(textOf)
    return texts.filter((text) => text.includes("· Interview due"))
  }
  const manager = council.workspace.person(people.manager)
  await bot.passTimeTo(addHours(monday, 47))
  await police(council, "returned", addHours(monday, 10))
  expect(await untilNow(Instant(addHours(monday, 58) - 1))).toEqual([])
  expect(await untilNow(addHours(monday, 58))).toHaveLength(1)
})

test("nothing is posted in a public missing channel, and it is made good once it is private", async () => {
  await using council = await openCouncil(monday)
  const { bot, clock, workspace } = council
  workspace.failNext("conversations.info", { error: "channel_not_found" })
  await workspace.event({ type: "channel_shared", channel: CHANNEL, connected_team_id: "T0OTHERS" })
  const administrator = workspace.person(people.administrator)
  await waitUntil(async () =>
    (await directMessagesOf(administrator)).some((message) => textOf(message).includes("Nothing is posted there"))
  )
  await sendNotification(bot.url, missingBody(CHILD, POLICE, monday))
  await bot.sweep()
  expect(await cardsOf(workspace.person(people.manager), CHANNEL, CHILD)).toEqual([])
  clock.moveTo(addHours(monday, 0.01))
  await bot.sweep()
  expect(await cardsOf(workspace.person(people.manager), CHANNEL, CHILD)).toHaveLength(1)
  expect(textOf((await directMessagesOf(administrator)).at(-1))).toContain("can be used again")
})

test.each([
  ["by another instance whose clock is seconds behind", -2 / 3600],
  ["after the clock of the first start was put right", -2]
])("what is recorded %s is news, not history", async (_, hours) => {
  await using council = await openCouncil(monday)
  const { bot, clock, workspace } = council
  const now = addHours(monday, hours)
  clock.moveTo(now)
  const manager = await reported(council, now)
  await police(council, "found", now)
  await bot.sweep()
  const [card] = await cardsOf(manager, CHANNEL, CHILD)
  const thread = (await threadOf(manager, placeOf(CHANNEL, card))).map(textOf)
  expect(thread.filter((text) => text.includes("*Found*"))).toHaveLength(1)
  const told = (await directMessagesOf(workspace.person(people.coordinator))).map(textOf)
  // The alert that climbed to them, changed in place, and the news itself.
  expect(told.filter((text) => text.includes(`${CHILD} is found`))).toHaveLength(2)
})
