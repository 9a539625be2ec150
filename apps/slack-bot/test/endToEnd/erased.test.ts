/** A child who is erased while bots run on the same database: they forget them, and say nothing more. */

import { movableClock } from "@safe-return/casework/testing"
import { formatInstant, utc } from "@safe-return/domain/calendar"
import { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Deliveries, Erasures, Profiles } from "@safe-return/journal"
import { postgresLayer } from "@safe-return/journal/postgres"
import { askForPostgres, freshDatabaseOn } from "@safe-return/postgres-testkit"
import { Effect, Layer, Option, Redacted } from "effect"
import { expect, test } from "vitest"
import { cardsOf, placeOf, threadOf, waitUntil } from "./slackReading.ts"
import { CHANNEL, missingBody, people, sendNotification, startBot, startCouncilWorkspace } from "./trainingCouncil.ts"

const CHILD = "LCS-60001"
const monday = utc(2026, 11, 16, 9)

test("a running bot forgets who is erased elsewhere, and sends and keeps nothing of them", async () => {
  const { as, owner } = await Effect.runPromise(freshDatabaseOn(await askForPostgres()))
  const kept = Layer.orDie(postgresLayer({ url: Redacted.make(as(owner)), council: "Training council" }))
  const clock = movableClock(monday)
  await using workspace = await startCouncilWorkspace(clock.clock)
  const bot = await startBot(workspace, clock, kept)
  const manager = workspace.person(people.manager)
  await sendNotification(bot.url, missingBody(CHILD, "SYP-2026-6000001", monday))
  await bot.sweep()
  const [card] = await cardsOf(manager, CHANNEL, CHILD)
  const before = await threadOf(manager, placeOf(CHANNEL, card))
  expect(await bot.children()).toBe(1)

  // Slack takes nothing for a second: what follows from the return waits.
  for (const method of ["chat.postMessage", "chat.update", "chat.postMessage", "chat.update"] as const) {
    workspace.failNext(method, { status: 429, retryAfterSeconds: 1 })
  }
  const returned = { kind: "returned", returnedAt: formatInstant(monday) }
  await sendNotification(bot.url, { ...missingBody(CHILD, "SYP-2026-6000001", monday), ...returned })
  const child = ChildReference.make(CHILD)
  const erasing = Effect.flatMap(Erasures, (erasures) =>
    erasures.erase({ child, at: monday, by: PersonId.make("U0MADEUP9"), reason: "made-up-data" })
  )
  await Effect.runPromise(Effect.provide(erasing, kept))

  await waitUntil(async () => (await bot.children()) === 0)
  await manager.command(CHANNEL, "/missing", `status ${CHILD}`)
  expect(manager.ephemerals.map(({ text }) => text).join()).toContain(`Nothing is recorded for ${CHILD}`)
  await bot.sweep()
  await bot.sweep()
  expect(await threadOf(manager, placeOf(CHANNEL, card))).toEqual(before)
  const left = Effect.gen(function* () {
    return [(yield* (yield* Deliveries).of(child)).size, Option.isSome(yield* (yield* Profiles).find(child))]
  })
  expect(await Effect.runPromise(Effect.provide(left, kept))).toEqual([0, false])

  // Reported again, the child is like any other.
  await sendNotification(bot.url, missingBody(CHILD, "SYP-2026-6000002", monday))
  await waitUntil(async () => (await cardsOf(manager, CHANNEL, CHILD)).length === 2)
  await bot.stop()
})
