/** The post of the first working day: once, in the managers' channel alone, also after a restart and by two instances. */
import { addHours, type Instant, utc } from "@safe-return/domain/calendar"
import { expect, test } from "vitest"
import { textOf, waitUntil } from "./slackReading.ts"
import {
  CHANNEL,
  MANAGERS_CHANNEL as MANAGERS,
  missingBody,
  openCouncil,
  people,
  sendNotification,
  startBot
} from "./trainingCouncil.ts"

const channels = { missing: CHANNEL, managers: MANAGERS }

/** Wednesday 25 November 2026. */
const start = utc(2026, 11, 25, 10)
const firstWorkingMorning = utc(2026, 12, 1, 8, 30)

const postsIn = async (council: Awaited<ReturnType<typeof openCouncil>>, channel: string) =>
  (await council.workspace.person(people.manager).messages(channel)).filter((message) =>
    textOf(message).startsWith("Missing from home and care")
  )

/** What the bot sends at a moment, as if it had been asleep until then. */
const at = async (council: Awaited<ReturnType<typeof openCouncil>>, moment: Instant) => {
  council.clock.moveTo(moment)
  await council.bot.sweep()
}

const withEpisodes = async (council: Awaited<ReturnType<typeof openCouncil>>, count: number) => {
  for (let number = 1; number <= count; number += 1) {
    const [child, reference] = [`LCS-4000${number}`, `SYP-2026-000000${number}`]
    const sent = await sendNotification(council.bot.url, missingBody(child, reference, council.clock.now()))
    expect(sent.status).toBe(202)
  }
}

test("managers have the month's scorecard once, on its first working morning and in their channel alone", async () => {
  await using council = await openCouncil(start, { channels })
  await withEpisodes(council, 6)
  await at(council, addHours(firstWorkingMorning, -1))
  expect(await postsIn(council, MANAGERS)).toEqual([])
  await at(council, addHours(firstWorkingMorning, 1))
  await waitUntil(async () => (await postsIn(council, MANAGERS)).length > 0)
  const [post] = await postsIn(council, MANAGERS)
  expect(post && textOf(post)).toContain("November 2026. Episodes: 6; Children: 6")
  expect(JSON.stringify(post)).toContain('"data_visualization"')
  expect(JSON.stringify(post)).not.toContain("LCS-")
  expect(await postsIn(council, CHANNEL)).toEqual([])

  await council.bot.stop()
  council.bot = await startBot(council.workspace, council.clock, council.directory, { channels })
  council.clock.moveTo(addHours(firstWorkingMorning, 30))
  await council.bot.sweep()
  await council.bot.sweep()
  expect(await postsIn(council, MANAGERS)).toHaveLength(1)
})

test("small counts are withheld in the post, and nothing is posted where no channel is set", async () => {
  await using council = await openCouncil(start, { channels })
  await withEpisodes(council, 2)
  await at(council, addHours(firstWorkingMorning, 1))
  await waitUntil(async () => (await postsIn(council, MANAGERS)).length > 0)
  const [post] = await postsIn(council, MANAGERS)
  expect(post && textOf(post)).toContain("Episodes: c; Children: c")

  await using silent = await openCouncil(start)
  await withEpisodes(silent, 6)
  await at(silent, addHours(firstWorkingMorning, 1))
  await silent.bot.sweep()
  expect(await postsIn(silent, MANAGERS)).toEqual([])
})

test("nothing is posted in shadow, and what fell due in it stays unsaid once the council is live", async () => {
  await using council = await openCouncil(start, { channels, isShadow: true })
  await withEpisodes(council, 6)
  await at(council, addHours(firstWorkingMorning, 1))
  await council.bot.sweep()
  expect(await postsIn(council, MANAGERS)).toEqual([])
  await council.bot.stop()
  council.bot = await startBot(council.workspace, council.clock, council.directory, { channels })
  council.clock.moveTo(addHours(firstWorkingMorning, 4))
  await council.bot.sweep()
  await council.bot.sweep()
  expect(await postsIn(council, MANAGERS)).toEqual([])
})
