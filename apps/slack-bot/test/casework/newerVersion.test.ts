/** Two versions of the program on one database, as during an upgrade: what the older one cannot read, and what it does. */

import { Casework, caseworkLayer, NewIds } from "@safe-return/casework"
import { at, child, found, manager, missing, movableClock } from "@safe-return/casework/testing"
import { ChildReference } from "@safe-return/domain/pathway"
import { postgresLayer } from "@safe-return/journal/postgres"
import { askForPostgres, connectedAs, freshDatabaseOn } from "@safe-return/postgres-testkit"
import { Context, Effect, Layer, Redacted } from "effect"
import { expect, it } from "vitest"
import { waitUntil } from "../endToEnd/slackReading.ts"

const clock = movableClock(at(10), "going").layer

const instanceOn = (url: string) =>
  Layer.build(
    Layer.fresh(
      Layer.provideMerge(
        caseworkLayer,
        Layer.mergeAll(NewIds.layer, postgresLayer({ url: Redacted.make(url), council: "Training council" }))
      )
    )
  )

const other = ChildReference.make("LCS-20001")

it("an older instance beside a newer one decides only what is safe of a child it half reads", async () => {
  const upgrade = Effect.gen(function* () {
    const database = yield* freshDatabaseOn(yield* Effect.promise(askForPostgres))
    const url = database.as(database.owner)
    const running = Context.get(yield* instanceOn(url), Casework)
    yield* running.execute(child, missing().command, manager)
    const seen = (yield* running.history(child)).length

    const sql = yield* connectedAs(url)
    const newer = { recordedAt: "2026-11-23T19:30:00.000Z", recordedBy: "U0MANAGER", event: { _tag: "DroneSent" } }
    const append = (version: number, id: string) =>
      sql`select safe_return.append_one(${child}, ${version}, ${id}, ${JSON.stringify(newer)}), safe_return.tell()`
    yield* append(seen, "newer-1")
    const hears = Effect.map(running.unreadable, (records) => records.length === 1)
    yield* Effect.promise(() => waitUntil(() => Effect.runPromise(Effect.orDie(hears))))

    // One that starts now does so, and stands where the running one stands.
    const started = Context.get(yield* instanceOn(url), Casework)
    expect(yield* started.get(child)).toEqual(yield* running.get(child))
    expect(yield* started.unreadable).toMatchObject([{ child, tag: "DroneSent", version: seen + 1 }])

    const [opened] = (yield* running.get(child)).episodes
    const acknowledged = opened?.id ?? (yield* Effect.die("no episode"))
    for (const casework of [running, started]) {
      const cancel = { _tag: "CancelEpisode", episodeId: acknowledged, reason: "recorded-in-error" } as const
      const refused = yield* Effect.flip(casework.execute(child, cancel, manager))
      expect(refused).toMatchObject({ _tag: "RecordedByNewerVersion" })
      expect(refused.message).toContain("use the updated bot")
    }
    // What a person has seen of it counts what can be seen.
    const acknowledge = { _tag: "AcknowledgeAlert", episodeId: acknowledged, by: manager } as const
    yield* running.execute(child, acknowledge, manager, seen)
    // Found while a second record of the newer version is only just being told of.
    yield* append(seen + 2, "newer-2")
    yield* started.execute(child, found(2).command, manager)
    const history = yield* started.history(child)
    expect(history.map(({ event }) => event._tag).slice(seen)).toEqual(["AlertAcknowledged", "ChildFound"])

    // Nobody else is held up.
    yield* running.execute(other, missing(0, { reference: "SYP-2026-0000002" }).command, manager)
    const [episode] = (yield* running.get(other)).episodes
    const episodeId = episode?.id ?? (yield* Effect.die("no episode"))
    yield* running.execute(other, { _tag: "CancelEpisode", episodeId, reason: "recorded-in-error" }, manager)

    // Once it can be read, the child is like any other.
    const superuser = yield* connectedAs(database.as("postgres"))
    yield* superuser`update safe_return.events e set recorded = acknowledged.recorded from safe_return.events acknowledged
      where e.id in ('newer-1', 'newer-2') and acknowledged.recorded like '%AlertAcknowledged%'`
    expect(yield* started.unreadable).toEqual([])
    yield* started.isReadWhole(child)
    expect((yield* started.history(child)).length).toBe(seen + 4)
  })
  await Effect.runPromise(Effect.provide(Effect.scoped(upgrade), clock))
})
