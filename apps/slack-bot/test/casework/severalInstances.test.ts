import { Casework, caseworkLayer, councilLayer, NewIds, Notifications, notificationsLayer } from "@safe-return/casework"
import { at, child, found, manager, missing, movableClock } from "@safe-return/casework/testing"
import { ChildReference, isOpen, type Notification, PoliceReference } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { Erasures, Journal } from "@safe-return/journal"
import { postgresLayer } from "@safe-return/journal/postgres"
import { askForPostgres, freshDatabaseOn } from "@safe-return/postgres-testkit"
import { Context, Effect, Layer, Option, Redacted, Result } from "effect"
import { expect, it } from "vitest"
import { waitUntil } from "../endToEnd/slackReading.ts"

const clock = movableClock(at(10), "going").layer

/** One instance's casework with its own connection to the council's database. */
const instanceOn = (url: string) =>
  Layer.build(
    Layer.fresh(
      notificationsLayer.pipe(
        Layer.provide(councilLayer({ authority: "Training council", policy: rotherham })),
        Layer.provideMerge(caseworkLayer),
        Layer.provideMerge(
          Layer.mergeAll(NewIds.layer, postgresLayer({ url: Redacted.make(url), council: "Training council" }))
        )
      )
    )
  )

type Instance = Effect.Success<ReturnType<typeof instanceOn>>

const databaseOfOneCouncil = Effect.gen(function* () {
  const database = yield* freshDatabaseOn(yield* Effect.promise(askForPostgres))
  return database.as(database.owner)
})

it("instances see what the others record, and decide on it", async () => {
  const together = Effect.gen(function* () {
    const url = yield* databaseOfOneCouncil
    const [one, other] = yield* Effect.all([instanceOn(url), instanceOn(url)])
    const [here, there] = [Context.get(one, Casework), Context.get(other, Casework)]
    yield* here.execute(child, missing().command, manager)
    yield* Effect.promise(() =>
      waitUntil(async () => Effect.runSync(Effect.result(there.get(child)))._tag === "Success")
    )
    // Both press the button at once, with two times: one of them records it, the other is told that it is.
    const both = yield* Effect.all(
      [here, there].map((casework, hour) =>
        Effect.result(casework.execute(child, found(1 + hour / 2).command, manager))
      ),
      { concurrency: "unbounded" }
    )
    expect(both.map((one) => (Result.isFailure(one) ? one.failure._tag : "recorded")).sort()).toEqual([
      "AlreadyFound",
      "recorded"
    ])
    expect(yield* Effect.map(Context.get(one, Journal).read(child), ({ version }) => version)).toBe(
      (yield* here.history(child)).length
    )
  })
  await Effect.runPromise(Effect.provide(Effect.scoped(together), clock))
})

it("what is recorded while an instance starts is neither missed nor counted twice", async () => {
  const starting = Effect.gen(function* () {
    const url = yield* databaseOfOneCouncil
    const writer = Context.get(yield* instanceOn(url), Casework)
    const children = Array.from({ length: 60 }, (_, number) => ChildReference.make(`LCS-${40_000 + number}`))
    const recording = yield* Effect.forkChild(
      Effect.forEach(children, (one, number) =>
        writer.execute(one, missing(0, { reference: `SYP-2026-${5_000_000 + number}` }).command, manager)
      )
    )
    const late = Context.get(yield* instanceOn(url), Casework)
    expect(recording.pollUnsafe()).toBeUndefined()
    yield* Effect.promise(() => waitUntil(async () => Effect.runSync(late.active).size === children.length))
    const [ours, theirs] = [yield* writer.active, yield* late.active]
    for (const one of children) expect(theirs.get(one)).toEqual(ours.get(one))
  })
  await Effect.runPromise(Effect.provide(Effect.scoped(starting), clock))
})

const reported = (policeReference: string, reference: ChildReference): Notification => ({
  kind: "missing",
  policeReference: PoliceReference.make(policeReference),
  sentAt: at(1),
  child: { reference },
  absence: "missing",
  missingFrom: "care",
  risk: "high",
  missingAt: at(0),
  reportedAt: at(0.5)
})

/** Who an instance that reads everything afresh takes for missing. */
const stillMissing = (url: string) =>
  Effect.scoped(
    Effect.gen(function* () {
      const states = yield* Context.get(yield* instanceOn(url), Casework).active
      return [...states].flatMap(([child, { episodes }]) => (episodes.some(isOpen) ? [child] : [])).sort()
    })
  )

it("a police reference reported twice at once is one child's, and the other is told of", async () => {
  const atOnce = Effect.gen(function* () {
    const url = yield* databaseOfOneCouncil
    const instances = yield* Effect.all([instanceOn(url), instanceOn(url)])
    const rounds = Array.from({ length: 25 }, (_, round) => round)
    for (const round of rounds) {
      const policeReference = `SYP-2026-${7_000_000 + round}`
      const outcomes = yield* Effect.forEach(
        instances,
        (instance, index) => {
          const notifications = Context.get(instance, Notifications)
          const reference = ChildReference.make(`LCS-${round}-${index}`)
          const report = reported(policeReference, reference)
          return notifications.receive(report, manager).pipe(
            Effect.as("recorded"),
            // As the intake does before it answers 409.
            Effect.catchTag("PoliceReferenceElsewhere", ({ _tag }) =>
              Effect.as(notifications.turnAway(report, manager), _tag)
            )
          )
        },
        { concurrency: "unbounded" }
      )
      expect(outcomes.toSorted()).toEqual(["PoliceReferenceElsewhere", "recorded"])
      const recorded = ChildReference.make(`LCS-${round}-${outcomes.indexOf("recorded")}`)
      const history = yield* Context.get(instances[0] as Instance, Casework).history(recorded)
      expect(history.map(({ event }) => event._tag)).toContain("NotificationTurnedAway")
    }
    expect(yield* stillMissing(url)).toHaveLength(rounds.length)
  })
  await Effect.runPromise(Effect.provide(Effect.scoped(atOnce), clock))
})

it("a report on the wrong child that is moved at two instances at once is moved to one child", async () => {
  const atOnce = Effect.gen(function* () {
    const url = yield* databaseOfOneCouncil
    const instances = yield* Effect.all([instanceOn(url), instanceOn(url)])
    for (const round of [1, 2, 3, 4, 5]) {
      const wrong = ChildReference.make(`LCS-${round}`)
      const policeReference = `SYP-2026-${8_000_000 + round}`
      const [here, there] = instances as [Instance, Instance]
      const { episode } = yield* Context.get(here, Notifications).receive(reported(policeReference, wrong), manager)
      yield* Effect.promise(() =>
        waitUntil(async () => Effect.runSync(Effect.result(Context.get(there, Casework).get(wrong)))._tag === "Success")
      )
      const episodeId = Option.getOrThrow(episode).id
      const moves = yield* Effect.forEach(
        instances,
        (instance, index) => {
          const right = ChildReference.make(`LCS-${round}-right-${index}`)
          return Effect.result(
            Context.get(instance, Notifications).moveToChild({ episodeId, wrong, right, by: manager })
          )
        },
        { concurrency: "unbounded" }
      )
      expect(moves.map((one) => (Result.isFailure(one) ? one.failure._tag : "moved")).sort()).toEqual([
        "NothingToMove",
        "moved"
      ])
      const right = ChildReference.make(`LCS-${round}-right-${moves.findIndex(Result.isSuccess)}`)
      // The police's next word is about the right child, whichever instance it comes to.
      for (const instance of instances) {
        yield* Context.get(instance, Notifications).receive(reported(policeReference, right), manager)
      }
    }
    expect(yield* stillMissing(url)).toHaveLength(5)
  })
  await Effect.runPromise(Effect.provide(Effect.scoped(atOnce), clock))
})

it("two spellings of a new child's reference at two instances at once make one child", async () => {
  const atOnce = Effect.gen(function* () {
    const url = yield* databaseOfOneCouncil
    const instances = yield* Effect.all([instanceOn(url), instanceOn(url)])
    for (const round of Array.from({ length: 25 }, (_, number) => number)) {
      const spellings = [`LCS-${70_000 + round}`, `lcs-${70_000 + round}`]
      // The police send one report twice, in two spellings: it is one disappearance.
      const references = [`SYP-2026-${7_000_000 + round}`, `syp-2026-${7_000_000 + round}`]
      const taken = yield* Effect.forEach(
        instances,
        (instance, index) =>
          Context.get(instance, Notifications).receive(
            reported(references[index] ?? "", ChildReference.make(spellings[index] ?? "")),
            manager
          ),
        { concurrency: "unbounded" }
      )
      expect(taken.map(({ events }) => events.length > 0).sort()).toEqual([false, true])
    }
    const children = Array.from({ length: 25 }, (_, round) => `LCS-${70_000 + round}`)
    expect(yield* stillMissing(url)).toEqual(children)
    expect(yield* Context.get(yield* instanceOn(url), Journal).children).toEqual(children)
  })
  await Effect.runPromise(Effect.provide(Effect.scoped(atOnce), clock))
})

const erase = (instance: Instance, child: ChildReference) =>
  Context.get(instance, Erasures).erase({ child, at: at(20), by: manager, reason: "right-to-erasure" })

it("every instance forgets a child who is erased at one, and takes a later report as new", async () => {
  const forgetting = Effect.gen(function* () {
    const url = yield* databaseOfOneCouncil
    const instances = yield* Effect.all([instanceOn(url), instanceOn(url)])
    const [here, there] = instances as [Instance, Instance]
    const knows = (instance: Instance) => Effect.runSync(Context.get(instance, Casework).active).has(child)
    yield* Context.get(here, Notifications).receive(reported("SYP-2026-9000001", child), manager)
    yield* Effect.promise(() => waitUntil(async () => knows(there)))

    yield* erase(here, child)
    yield* Effect.promise(() => waitUntil(async () => !instances.some(knows)))
    for (const instance of instances) {
      const casework = Context.get(instance, Casework)
      expect(yield* Effect.flip(casework.get(child))).toMatchObject({ _tag: "UnknownReference" })
      expect(yield* casework.childOf(PoliceReference.make("SYP-2026-9000001"))).toEqual(Option.none())
    }
    // Nor is the police reference the child's any longer.
    const other = ChildReference.make("LCS-10433")
    yield* Context.get(there, Notifications).receive(reported("SYP-2026-9000001", other), manager)

    // On record again, and erased again before the other instance can have heard of either: it decides on what is there.
    yield* Context.get(here, Notifications).receive(reported("SYP-2026-9000002", child), manager)
    yield* erase(here, child)
    const { events } = yield* Context.get(there, Notifications).receive(reported("SYP-2026-9000003", child), manager)
    expect(events.map(({ _tag }) => _tag)).toContain("EpisodeOpened")
    yield* Effect.promise(() => waitUntil(async () => knows(here)))
    for (const instance of instances) {
      const { episodes } = yield* Context.get(instance, Casework).get(child)
      expect(episodes).toHaveLength(1)
    }
  })
  await Effect.runPromise(Effect.provide(Effect.scoped(forgetting), clock))
})
