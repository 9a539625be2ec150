import { at, manager, worker } from "@safe-return/casework/testing"
import { addHours, type Instant, londonDayOf } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { Outreach } from "@safe-return/outreach"
import { Clock, Duration, Effect, type Layer, type Scope } from "effect"
import { TestClock } from "effect/testing"
import { expect, test } from "vitest"
import { childOf, type HeldBeside, LIVING, manyChildren, START } from "./manyChildren.ts"

/** The suite looks at fewer; `MANY_CHILDREN=10000` is a large region. */
const CHILDREN = Number(process.env["MANY_CHILDREN"] ?? 500)

const processorMillis = <A, E, R>(work: Effect.Effect<A, E, R>) =>
  Effect.suspend(() => {
    const before = process.cpuUsage()
    return Effect.map(work, () => {
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    })
  })

/** A wall clock that is put right by hand, while time goes forward as the test says. */
const makeWall = Effect.map(Clock.Clock, (going) => {
  let ahead: number = START
  const now = () => going.currentTimeMillisUnsafe() + ahead
  const clock: Clock.Clock = { ...going, currentTimeMillisUnsafe: now, currentTimeMillis: Effect.sync(now) }
  const setTo = (time: Instant) =>
    Effect.sync(() => {
      ahead += time - now()
    })
  return { clock, setTo }
})

/** Work that takes real time, beside a clock that stands still, is waited for. */
const untilQuiet = (count: () => number) =>
  Effect.promise(async () => {
    for (let before = -1; before !== count(); ) {
      before = count()
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })

const aMinute = (count: () => number) =>
  Effect.forEach([1, 2, 3], () => Effect.andThen(TestClock.adjust(Duration.seconds(20)), untilQuiet(count)), {
    discard: true
  })

/** With the bot watching, on a wall clock that the test puts right. */
const watched = <A, E, LE>(
  layer: Layer.Layer<Outreach, LE>,
  looking: (wall: Effect.Success<typeof makeWall>) => Effect.Effect<A, E, Outreach | Scope.Scope>
) =>
  makeWall.pipe(
    Effect.flatMap((wall) => Effect.provideService(looking(wall), Clock.Clock, wall.clock)),
    Effect.scoped,
    Effect.provide(layer),
    Effect.provide(TestClock.layer()),
    Effect.runPromise
  )

test("thousands of children without news cost nothing, and a reminder goes within a minute", () => {
  const { layer, world, reads } = manyChildren(CHILDREN)
  const looking = Effect.fnUntraced(function* (wall: Effect.Success<typeof makeWall>) {
    const { setTo } = wall
    const outreach = yield* Outreach
    const everybody = yield* processorMillis(outreach.sweep)
    expect(world.posted).toEqual([])

    yield* Effect.forkScoped(outreach.watch)
    yield* untilQuiet(reads)
    const before = reads()
    const minute = yield* processorMillis(aMinute(reads))
    // Nothing falls due in it.
    expect(reads() - before).toBe(0)
    expect(minute).toBeLessThan(1_000)

    // 24 hours before the 72 are over, counted from the return.
    const due = addHours(at(30), 48)
    yield* setTo(due)
    yield* aMinute(reads)
    const reminders = world.posted.filter((name) => name.includes("reminder:"))
    expect(new Set(reminders).size).toBe(CHILDREN / LIVING)
    expect(reminders).toHaveLength(CHILDREN / LIVING)

    // A clock put back and forward again loses nothing and repeats nothing.
    yield* setTo(at(40))
    yield* aMinute(reads)
    yield* setTo(addHours(due, 1))
    yield* aMinute(reads)
    expect(world.posted.filter((name) => name.includes("reminder:"))).toHaveLength(CHILDREN / LIVING)
    if (CHILDREN > 500) process.stdout.write(`everybody ${everybody} ms, a minute ${minute} ms\n`)
  })
  return watched(layer, looking)
}, 60_000)

test("a change at another instance is told within a minute, without a look at anyone else", () => {
  const held: HeldBeside = { profiles: [], away: new Map() }
  const { layer, world, reads } = manyChildren(CHILDREN, held)
  const cover = PersonId.make("U0COVER")
  const alerts = () => world.posted.filter((name) => name.includes("all-clear:"))
  const looking = Effect.fnUntraced(function* () {
    const outreach = yield* Outreach
    yield* Effect.forkScoped(outreach.watch)
    yield* aMinute(reads)
    const before = reads()
    held.profiles.push({ child: childOf(0), allocatedWorker: worker })
    yield* aMinute(reads)
    expect(alerts()).toEqual([expect.stringContaining(`:${worker}`)])
    expect(reads() - before).toBeLessThan(10)

    const changed = { by: manager, at: START }
    held.away.set(worker, { person: worker, away: [{ from: londonDayOf(START), for: "sickness", cover }], changed })
    yield* aMinute(reads)
    expect(alerts().slice(1)).toEqual([expect.stringContaining(`:${cover}`)])
  })
  return watched(layer, looking)
}, 60_000)
