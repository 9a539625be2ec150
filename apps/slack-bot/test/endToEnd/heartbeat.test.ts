/** The heartbeat of the real bot, on the way that every alert takes. */
import { utc } from "@safe-return/domain/calendar"
import { Redacted } from "effect"
import { expect, test } from "vitest"
import { startListener } from "../heartbeat/listener.ts"
import { openCouncil, people } from "./trainingCouncil.ts"
import { directMessagesOf, textOf, waitUntil } from "./whatPeopleSee.ts"

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

test("a bot without a heartbeat says that it has none", async () => {
  await using council = await openCouncil(start)
  expect((await fetch(`${council.bot.url}/heartbeat`)).status).toBe(404)
})
