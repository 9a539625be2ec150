import { Casework, Council } from "@safe-return/casework"
import {
  assigned,
  at,
  completed,
  manager,
  missing,
  offered,
  returned,
  tell,
  worker
} from "@safe-return/casework/testing"
import { addHours, calendars, Instant, londonDayOf } from "@safe-return/domain/calendar"
import { ChildReference, EventId, emptyChildState, PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import {
  Availabilities,
  Deliveries,
  Journal,
  type JournalEntry,
  type PersonAvailability,
  type Profile,
  Profiles
} from "@safe-return/journal"
import { Clock, Duration, Effect, Layer, Option, type Scope, Stream } from "effect"
import { TestClock } from "effect/testing"
import { expect, test } from "vitest"
import { Courier } from "../../src/delivery/Courier.ts"
import { courierLayer } from "../../src/delivery/courierLayer.ts"
import { owedMessages } from "../../src/delivery/owed.ts"
import { emptyRoster } from "../../src/delivery/Roster.ts"
import { Transports } from "../../src/delivery/Transport.ts"
import { Incidents } from "../../src/incidents/Incidents.ts"
import { OutsideSlack } from "../../src/notify/OutsideSlack.ts"
import { People } from "../../src/people/People.ts"
import { Reachability } from "../../src/people/Reachability.ts"
import { makeWorld } from "./outboxWorld.ts"

/** The suite looks at fewer; `MANY_CHILDREN=10000` is a large region. */
const CHILDREN = Number(process.env["MANY_CHILDREN"] ?? 500)

/** One in fifty is in need of something; the others' interviews are done. */
const LIVING = 50

const START = at(45)

const living = tell([missing(0), returned(30)])
const settled = tell([missing(0), returned(30), assigned(31), offered(32, "accepted"), completed(40)])
const caseOf = (number: number) => (number % LIVING === 0 ? living : settled)
const childOf = (number: number) => ChildReference.make(`LCS-${number}`)

const entriesOf = (number: number): ReadonlyArray<JournalEntry> =>
  caseOf(number).recorded.map((recorded, index) => ({
    id: EventId.make(`${number}-${index}`),
    child: childOf(number),
    version: index + 1,
    position: number * 100 + index,
    recorded
  }))

interface HeldBeside {
  readonly profiles: Array<Profile>
  readonly away: Map<PersonId, PersonAvailability>
}

const council = ({ profiles, away }: HeldBeside = { profiles: [], away: new Map() }) => {
  const world = makeWorld()
  const entries = new Map(Array.from({ length: CHILDREN }, (_, number) => [childOf(number), entriesOf(number)]))
  const states = new Map(Array.from({ length: CHILDREN }, (_, number) => [childOf(number), caseOf(number).state]))
  for (const [child, told] of entries) {
    const state = states.get(child) ?? emptyChildState
    const delivered = new Map()
    const facts = {
      child,
      state,
      entries: told,
      there: emptyRoster,
      calendars,
      delivered,
      announceFrom: Instant(0),
      now: START
    }
    for (const message of owedMessages(facts)) world.alreadySent(child, message)
  }
  let reads = 0
  const read = (child: ChildReference) =>
    Effect.sync(() => {
      reads += 1
      const found = entries.get(child) ?? []
      return { child, version: found.length, entries: found }
    })
  const layer = courierLayer().pipe(
    Layer.provide([
      Layer.succeed(Transports, { of: () => world.carrier }),
      Layer.succeed(Deliveries, world.deliveries),
      Layer.mock(Journal, { read, subscribe: Effect.succeed(Stream.never) }),
      Layer.mock(Casework, {
        all: Effect.succeed(states),
        foldedTo: (child) => Effect.succeed(Option.fromNullishOr(states.get(child)))
      }),
      Layer.mock(Profiles, {
        find: (child) => Effect.sync(() => Option.fromNullishOr(profiles.find((one) => one.child === child))),
        all: Effect.sync(() => [...profiles])
      }),
      Layer.mock(Availabilities, { all: Effect.sync(() => new Map(away)) }),
      Layer.mock(People, { holdersOf: () => Effect.succeed([]) }),
      Reachability.layer,
      Incidents.layer,
      Layer.succeed(Council, { authority: "Training council", policy: rotherham, calendars }),
      Layer.mock(OutsideSlack, { addresses: () => [], carrier: world.carrier })
    ])
  )
  return { layer, world, reads: () => reads }
}

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
  layer: Layer.Layer<Courier, LE>,
  looking: (wall: Effect.Success<typeof makeWall>) => Effect.Effect<A, E, Courier | Scope.Scope>
) =>
  makeWall.pipe(
    Effect.flatMap((wall) => Effect.provideService(looking(wall), Clock.Clock, wall.clock)),
    Effect.scoped,
    Effect.provide(layer),
    Effect.provide(TestClock.layer()),
    Effect.runPromise
  )

test("thousands of children of whom there is nothing to say cost nothing, and a reminder still goes within a minute", () => {
  const { layer, world, reads } = council()
  const looking = Effect.fnUntraced(function* (wall: Effect.Success<typeof makeWall>) {
    const { setTo } = wall
    const courier = yield* Courier
    const everybody = yield* processorMillis(courier.sweep)
    expect(world.posted).toEqual([])

    yield* Effect.forkScoped(courier.watch)
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

test("what another instance changed beside the events is told within a minute, and nobody else is looked at for it", () => {
  const held: HeldBeside = { profiles: [], away: new Map() }
  const { layer, world, reads } = council(held)
  const cover = PersonId.make("U0COVER")
  const alerts = () => world.posted.filter((name) => name.includes("worker-alert:"))
  const looking = Effect.fnUntraced(function* () {
    const courier = yield* Courier
    yield* Effect.forkScoped(courier.watch)
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
