/** The post of the first working day: once, in the managers' channel alone, also after a restart and by two instances. */
import { movableClock } from "@safe-return/casework/testing"
import { addHours, formatInstant, type Instant, utc } from "@safe-return/domain/calendar"
import { PublishedScorecards } from "@safe-return/journal"
import { postgresLayer } from "@safe-return/journal/postgres"
import { askForPostgres, freshDatabaseOn } from "@safe-return/postgres-testkit"
import { Effect, Layer, Redacted } from "effect"
import { expect, test } from "vitest"
import { textOf, waitUntil } from "./slackReading.ts"
import {
  CHANNEL,
  MANAGERS_CHANNEL as MANAGERS,
  missingBody,
  openCouncil,
  people,
  sendNotification,
  startBot,
  startCouncilWorkspace
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

test("managers have the month's scorecard once, on its first working morning", async () => {
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

test("two instances of one council post it once, and keep what was published once", async () => {
  const { as, owner } = await Effect.runPromise(freshDatabaseOn(await askForPostgres()))
  const kept = () => Layer.orDie(postgresLayer({ url: Redacted.make(as(owner)), council: "Training council" }))
  const clock = movableClock(start)
  const workspace = await startCouncilWorkspace()
  const first = await startBot(workspace, clock, kept(), { channels })
  const second = await startBot(workspace, clock, kept(), { channels })
  try {
    clock.moveTo(firstWorkingMorning)
    await Promise.all([first.sweep(), second.sweep()])
    const posts = async () =>
      (await workspace.person(people.manager).messages(MANAGERS)).filter((post) =>
        textOf(post).includes("November 2026")
      )
    await waitUntil(async () => (await posts()).length > 0)
    await Promise.all([first.sweep(), second.sweep()])
    await Promise.all([first.sweep(), second.sweep()])
    expect(await posts()).toHaveLength(1)
    const published = Effect.flatMap(PublishedScorecards, ({ all }) => all)
    const all = await Effect.runPromise(Effect.provide(published, kept()))
    expect(all.map(({ month }) => month)).toEqual(["2026-11"])
  } finally {
    await Promise.all([first.stop(), second.stop()])
    await workspace.close()
  }
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

test("a figure that was published otherwise is marked, until it is published as it is now", async () => {
  await using council = await openCouncil(start, { channels })
  await withEpisodes(council, 6)
  await at(council, firstWorkingMorning)
  await waitUntil(async () => (await postsIn(council, MANAGERS)).length === 1)
  // Told in December of children who were missing in November.
  const tellOf = async (number: number) => {
    const body = missingBody(`LCS-5000${number}`, `SYP-2026-100000${number}`, council.clock.now())
    const sent = await sendNotification(council.bot.url, {
      ...body,
      missingAt: formatInstant(addHours(start, number)),
      reportedAt: formatInstant(addHours(start, number + 1))
    })
    expect(sent.status).toBe(202)
  }
  const manager = council.workspace.person(people.manager)
  await tellOf(1)
  await manager.command(MANAGERS, "/scorecard", "November")
  const unmoved = await waitUntil(async () => manager.ephemerals.at(-1))
  expect(textOf(unmoved)).toContain("November 2026. Episodes: 6; Children: 6")
  for (let number = 2; number <= 6; number += 1) await tellOf(number)
  await manager.command(MANAGERS, "/scorecard", "November")
  const asked = await waitUntil(async () => manager.ephemerals[1])
  expect(textOf(asked)).toContain("12 (was 6)")

  await at(council, utc(2027, 1, 4, 9))
  await waitUntil(async () => (await postsIn(council, MANAGERS)).length === 2)
  const second = (await postsIn(council, MANAGERS)).find((post) => textOf(post).includes("December 2026. Episodes"))
  expect(second && textOf(second)).toContain("12 (was 6)")
  // Since then 12 is what was published last.
  await manager.command(MANAGERS, "/scorecard", "November")
  const again = await waitUntil(async () => manager.ephemerals[2])
  expect(textOf(again)).not.toContain("was 6")
})
