/** A council that tries the bot out in shadow, goes live, and goes back: nothing is said twice, and nothing is lost. */
import { movableClock } from "@safe-return/casework/testing"
import { addHours, formatInstant, type Instant, utc } from "@safe-return/domain/calendar"
import { postgresLayer } from "@safe-return/journal/postgres"
import { askForPostgres, freshDatabaseOn } from "@safe-return/postgres-testkit"
import { Effect, Layer, Redacted } from "effect"
import { expect, test } from "vitest"
import { cardsOf, directMessagesOf, textOf, waitUntil } from "./slackReading.ts"
import {
  CHANNEL,
  missingBody,
  openCouncil,
  people,
  sendNotification,
  startBot,
  startCouncilWorkspace
} from "./trainingCouncil.ts"

/** Monday 16 November 2026, 10:00 in London. */
const start = utc(2026, 11, 16, 10)
const hours = (count: number): Instant => addHours(start, count)
const freshDatabase = Effect.scoped(
  Effect.gen(function* () {
    const database = yield* freshDatabaseOn(yield* Effect.promise(askForPostgres))
    return database.as(database.owner)
  })
)
const [missing, back] = ["LCS-40001", "LCS-40002"] as const

type Council = Awaited<ReturnType<typeof openCouncil>>

const returned = (child: string, policeReference: string, at: Instant) => ({
  kind: "returned",
  policeReference,
  sentAt: formatInstant(at),
  child: { reference: child },
  returnedAt: formatInstant(at)
})

const others = Object.values(people).filter((person) => person !== people.administrator)

/** Everything that stands in a direct message to this person, in the order it came. */
const readBy = async ({ workspace }: Council, person: string) =>
  (await directMessagesOf(workspace.person(person))).map(textOf)

const inChannel = async ({ workspace }: Council) => (await workspace.person(people.mash).messages(CHANNEL)).map(textOf)

const restart = async (council: Council, isShadow: boolean) => {
  await council.bot.stop()
  council.bot = await startBot(council.workspace, council.clock, council.directory, { isShadow })
  await council.bot.sweep()
}

const expectNobodyToldBut = async (council: Council, told: ReadonlyArray<string>) => {
  expect(await inChannel(council)).toEqual([])
  for (const person of others.filter((one) => !told.includes(one))) expect(await readBy(council, person)).toEqual([])
}

/** One child comes back in the shadow and is interviewed by nobody; the other is still missing. */
const inShadow = async () => {
  const council = await openCouncil(start, { isShadow: true })
  for (const [child, reference] of [
    [missing, "SYP-2026-4000001"],
    [back, "SYP-2026-4000002"]
  ] as const) {
    expect(await sendNotification(council.bot.url, missingBody(child, reference, start))).toMatchObject({ status: 202 })
  }
  await council.bot.passTimeTo(hours(1))
  const sent = returned(back, "SYP-2026-4000002", hours(1))
  expect(await sendNotification(council.bot.url, sent)).toMatchObject({ status: 202 })
  expect(await sendNotification(council.bot.url, sent)).toMatchObject({ status: 200 })
  return council
}

test("in shadow everything is recorded, and only an administrator is sent anything", async () => {
  await using council = await inShadow()
  const manager = council.workspace.person(people.manager)
  // A person's own command is answered, to them alone.
  expect(await manager.command(CHANNEL, "/missing", `status ${missing}`)).toMatchObject({ outcome: "acknowledged" })
  await manager.command(CHANNEL, "/rhi", `assign ${back} <@${people.interviewer}>`)
  await council.bot.passTimeTo(hours(24))
  await expectNobodyToldBut(council, [])

  const comparison = await waitUntil(async () =>
    (await readBy(council, people.administrator)).find((text) => text.includes("What would have been sent"))
  )
  expect(comparison).toContain(`<@${people.interviewer}>`)
  expect(comparison).toContain("Alert that nobody had acknowledged")
  expect(comparison).not.toContain("LCS-")

  const administrator = council.workspace.person(people.administrator)
  await administrator.openHome()
  const home = await waitUntil(
    async () => textOf(administrator.home).includes("In shadow") && textOf(administrator.home)
  )
  expect(home).toContain("What people would be asked for now")
  expect(home).toContain(`<@${people.manager}>`)
  expect(home).not.toContain("LCS-4")
  expect(await (await fetch(`${council.bot.url}/health`)).text()).toBe("up\nshadow\n")
})

test("a restart in shadow tells nobody, and the morning's comparison comes once", async () => {
  await using council = await inShadow()
  await council.bot.passTimeTo(hours(24))
  await restart(council, true)
  await restart(council, true)
  await expectNobodyToldBut(council, [])
  const read = await readBy(council, people.administrator)
  expect(read.filter((text) => text.includes("What would have been sent"))).toHaveLength(1)
})

test("going live announces nothing of the shadow, and what is still owed goes at once", async () => {
  await using council = await inShadow()
  await council.bot.passTimeTo(hours(3))
  await restart(council, false)
  const mash = council.workspace.person(people.mash)
  const [card] = await cardsOf(mash, CHANNEL, missing)
  expect(textOf(card)).toContain(`${missing} · Missing`)
  const [owed] = await cardsOf(mash, CHANNEL, back)
  expect(textOf(owed)).toContain("interview owed")
  expect(await readBy(council, people.coordinator)).toEqual(
    expect.arrayContaining([expect.stringContaining(missing), expect.stringContaining(back)])
  )
  // That the other child was missing, and is back, is news of the shadow.
  const all = (await Promise.all(others.map((person) => readBy(council, person)))).flat()
  expect(all.filter((text) => text.includes(`${back} · Back`))).toEqual([])
  // Nobody was asked before, so nobody has failed to answer.
  expect(await readBy(council, people.headOfService)).toEqual([])
  const [live] = (await readBy(council, people.administrator)).filter((text) => text.includes("Safe Return is live"))
  expect(live).toContain("Card of an episode: 2")

  await council.bot.passTimeTo(addHours(council.clock.now(), 2))
  expect((await readBy(council, people.headOfService)).join()).toContain(missing)
})

test("a restart once live says nothing twice", async () => {
  await using council = await inShadow()
  await restart(council, false)
  const read = async () => [
    await inChannel(council),
    ...(await Promise.all(Object.values(people).map((one) => readBy(council, one))))
  ]
  const before = await read()
  await restart(council, false)
  expect(await read()).toEqual(before)
})

test("back in shadow nobody is told, and live again what was sent before is brought up to date", async () => {
  await using council = await inShadow()
  await restart(council, false)
  const told = await readBy(council, people.coordinator)
  await restart(council, true)
  council.clock.moveTo(hours(5))
  const sent = returned(missing, "SYP-2026-4000001", hours(5))
  expect(await sendNotification(council.bot.url, sent)).toMatchObject({ status: 202 })
  await council.bot.passTimeTo(hours(6))
  const mash = council.workspace.person(people.mash)
  expect(textOf((await cardsOf(mash, CHANNEL, missing))[0])).toContain(`${missing} · Missing`)
  expect(await readBy(council, people.coordinator)).toEqual(told)

  await restart(council, false)
  const cards = await cardsOf(mash, CHANNEL, missing)
  expect(cards).toHaveLength(1)
  expect(textOf(cards[0])).toContain("interview owed")
})

test("a copy that is still in shadow sends nothing and holds up nothing beside a live one", async () => {
  const database = await Effect.runPromise(freshDatabase)
  const clock = movableClock(start)
  await using workspace = await startCouncilWorkspace()
  const kept = () => Layer.orDie(postgresLayer({ url: Redacted.make(database), council: "Training council" }))
  const old = await startBot(workspace, clock, kept(), { isShadow: true })
  const report = (child: string, reference: string) => sendNotification(old.url, missingBody(child, reference, start))
  expect(await report(missing, "SYP-2026-4000001")).toMatchObject({ status: 202 })
  await old.sweep()
  const live = await startBot(workspace, clock, kept(), { isShadow: false })
  // The police still send to the copy that is in shadow.
  expect(await report(back, "SYP-2026-4000002")).toMatchObject({ status: 202 })
  await old.sweep()
  const mash = workspace.person(people.mash)
  await waitUntil(async () => {
    await live.sweep()
    return (await cardsOf(mash, CHANNEL, back)).length > 0
  })
  clock.moveTo(hours(1))
  for (const bot of [old, live, old, live]) await bot.sweep()
  for (const child of [missing, back]) {
    expect(await cardsOf(mash, CHANNEL, child)).toHaveLength(1)
    const told = (await directMessagesOf(workspace.person(people.coordinator))).map(textOf)
    expect(told.some((text) => text.includes(child))).toBe(true)
    expect(new Set(told).size).toBe(told.length)
  }
  await old.stop()
  await live.stop()
})
