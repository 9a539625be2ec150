import { Casework, caseworkLayer, councilLayer, NewIds, Notifications, notificationsLayer } from "@safe-return/casework"
import { at, child, missing, movableClock } from "@safe-return/casework/testing"
import { isOpen, type Notification, PoliceReference } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { Journal } from "@safe-return/journal"
import { postgresLayer } from "@safe-return/journal/postgres"
import { Incidents, recordsWentBack } from "@safe-return/outreach"
import { askForPostgres, connectedAs, freshDatabaseOn } from "@safe-return/postgres-testkit"
import { Context, Effect, Layer, Redacted } from "effect"
import { expect, it } from "vitest"
import { waitUntil } from "../endToEnd/slackReading.ts"

const clock = movableClock(at(10), "going").layer

const instanceOn = (url: string) =>
  Layer.build(
    Layer.fresh(
      notificationsLayer.pipe(
        Layer.provide(councilLayer({ authority: "Training council", policy: rotherham })),
        Layer.provideMerge(caseworkLayer),
        Layer.provideMerge(
          Layer.mergeAll(
            NewIds.layer,
            Incidents.layer,
            postgresLayer({ url: Redacted.make(url), council: "Training council" })
          )
        )
      )
    )
  )

const notification: Notification = (() => {
  const { command } = missing()
  if (command._tag !== "ReceiveNotification") throw new Error("not a notification")
  return command.notification
})()

/** An instance that has told the police that a report is on record, and a failover that lost all of it. */
const lost = Effect.gen(function* () {
  const database = yield* freshDatabaseOn(yield* Effect.promise(askForPostgres))
  const url = database.as(database.owner)
  const services = yield* instanceOn(url)
  yield* Effect.provideContext(recordsWentBack, services)
  const receive = Context.get(services, Notifications).receive(notification, "police-intake" as never)
  yield* receive
  const superuser = yield* connectedAs(database.as("postgres"))
  yield* superuser.withTransaction(
    Effect.gen(function* () {
      yield* superuser`set local session_replication_role = replica`
      yield* superuser`delete from safe_return.events`
      yield* superuser`delete from safe_return.police_references`
      yield* superuser`update safe_return.councils set last_position = 0`
    })
  )
  return { url, services, receive }
})

const run = <A, E>(effect: Effect.Effect<A, E, never>) => Effect.runPromise(Effect.provide(effect, clock))

it("a police report sent again after a failover lost it is on record when it is answered", async () => {
  await run(
    Effect.scoped(
      Effect.gen(function* () {
        const { services, receive } = yield* lost
        const { events } = yield* receive
        expect(events).toEqual([])
        const { version } = yield* Context.get(services, Journal).read(child)
        expect(version).toBeGreaterThan(0)
        const incidents = Context.get(services, Incidents)
        yield* Effect.promise(() => waitUntil(async () => (await Effect.runPromise(incidents.open)).length === 1))
        const [incident] = yield* incidents.open
        expect(incident).toMatchObject({ kind: "records-went-back" })
        expect(incident?.what).toMatch(
          /^The database has less than was recorded, as after a failover: \d+ events? written again\.$/
        )
        expect(incident?.duty).toBeUndefined()
      })
    )
  )
})

it("a child whose records went on otherwise stays in the lists, and people are told to look", async () => {
  await run(
    Effect.scoped(
      Effect.gen(function* () {
        const { url, services, receive } = yield* lost
        // It has heard of nothing that is gone, and records another report of the child.
        const fresh = yield* instanceOn(url)
        const other = { ...notification, policeReference: PoliceReference.make("SYP-2026-7654321") }
        yield* Context.get(fresh, Notifications).receive(other, "police-intake" as never)
        const casework = Context.get(services, Casework)
        const before = yield* casework.get(child)
        yield* Context.get(services, Journal).assure
        const incidents = Context.get(services, Incidents)
        yield* Effect.promise(() => waitUntil(async () => (await Effect.runPromise(incidents.open)).length === 1))
        const [incident] = yield* incidents.open
        expect(incident?.what).toContain("about 1 child stand otherwise")
        expect(incident?.what).not.toContain(child)
        expect(incident?.duty?.sentence).toContain(child)
        expect((yield* casework.get(child)).episodes.some(isOpen)).toBe(true)
        expect((yield* casework.get(child)).episodes).toEqual(before.episodes)
        // Sent again, it is recorded on what stands there now.
        expect((yield* receive).events.length).toBeGreaterThan(0)
        yield* Effect.promise(() => waitUntil(async () => (await Effect.runPromise(incidents.open)).length === 0))
      })
    )
  )
})
