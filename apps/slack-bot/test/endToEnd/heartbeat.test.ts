/** The heartbeat of the real bot, on the way that every alert takes. */
import { addHours, type Instant, utc } from "@safe-return/domain/calendar"
import { Redacted } from "effect"
import { expect, test } from "vitest"
import { startListener } from "../heartbeat/listener.ts"
import { directMessagesOf, textOf, waitUntil } from "./slackReading.ts"
import { openCouncil, people } from "./trainingCouncil.ts"

const addMinutes = (instant: Instant, minutes: number) => addHours(instant, minutes / 60)
const start = utc(2026, 11, 30, 9)

test("the heartbeat stands in Slack as one message, and is heard outside once it does", async () => {
  await using listener = await startListener()
  const heartbeat = { url: Redacted.make(listener.url), everySeconds: 1 }
  await using council = await openCouncil(start, { heartbeat })
  await waitUntil(async () => listener.heard.some(({ path }) => path === "/made-up-check"))
  expect(listener.heard[0]?.path).toBe("/made-up-check/start")
  const answer = await fetch(`${council.bot.url}/heartbeat`)
  expect([answer.status, await answer.json()]).toMatchObject([200, { beating: true, missing: [] }])

  council.clock.moveTo(utc(2026, 11, 30, 9, 1))
  await council.bot.sweep()
  const messages = (await directMessagesOf(council.workspace.person(people.administrator))).map(textOf)
  const standing = messages.filter((text) => text.includes("Safe Return was at work at"))
  expect(standing).toHaveLength(1)
  expect(standing[0]).toContain("09:01")
})

const faults = [
  ["whose token was revoked", { error: "token_revoked" }],
  ["from which Slack is away", { status: 503 }],
  ["that Slack limits", { status: 429, retryAfterSeconds: 3_600 }]
] as const

/** A bot that beats, and then looks at everything when its last message is older than it may be. */
const openBeating = async (listener: Awaited<ReturnType<typeof startListener>>, fault?: (typeof faults)[number][1]) => {
  const heartbeat = { url: Redacted.make(listener.url), everySeconds: 1, lateAfterSeconds: 60 }
  const council = await openCouncil(start, { heartbeat })
  await waitUntil(async () => listener.heard.some(({ path }) => path === "/made-up-check"))
  if (fault !== undefined) council.workspace.faults.plan({ fault })
  // Less than what counts as a jump. As no time passes by the other clock, every part but Slack goes on being in time.
  council.clock.jumpTo(addMinutes(start, 1.5))
  const looked = council.bot.sweep()
  const missing = async () => (await (await fetch(`${council.bot.url}/heartbeat`)).json()).missing
  return { council, looked, missing }
}

test.for(faults)("a bot %s says outside that it cannot be relied on", async ([, fault]) => {
  await using listener = await startListener()
  const { council, missing } = await openBeating(listener, fault)
  await using _ = council
  const failed = await waitUntil(async () => listener.heard.find(({ path }) => path === "/made-up-check/fail"))
  expect(failed.words).toContain("got through to Slack")
  expect(await missing()).toEqual(["slack"])
})

test("a bot whose message gets through to Slack again can be relied on", async () => {
  await using listener = await startListener()
  const { council, looked, missing } = await openBeating(listener)
  await using _ = council
  await looked
  await expect.poll(missing).toEqual([])
})

test("a bot without a heartbeat says that it has none", async () => {
  await using council = await openCouncil(start)
  expect((await fetch(`${council.bot.url}/heartbeat`)).status).toBe(404)
})
