import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, it } from "@effect/vitest"
import { Instant, utc } from "@safe-return/domain/calendar"
import { Clock, Effect, Exit, Scope } from "effect"
import { openTrainingClock } from "../../src/clock/TrainingClock.ts"

const firstStart = utc(2026, 11, 16, 9, 0)
const HOUR = 3_600_000

const folder = Effect.acquireRelease(
  Effect.promise(() => mkdtemp(join(tmpdir(), "training-clock-"))),
  (path) => Effect.promise(() => rm(path, { recursive: true }))
)

/** A wall clock the test turns by hand. */
const wallClock = () => {
  let millis = 5_000
  const pass = (more: number) => {
    millis += more
  }
  return { wall: () => millis, pass }
}

it.effect("opens at the first start's time and runs with the wall, to the millisecond", () =>
  Effect.gen(function* () {
    const path = join(yield* folder, "clock.json")
    const { wall, pass } = wallClock()
    const clock = yield* openTrainingClock({ path, firstStart, wall })
    expect(clock.now()).toBe(firstStart)
    pass(1_234)
    expect(clock.now()).toBe(firstStart + 1_234)
    const seen = yield* Effect.provideService(Clock.currentTimeMillis, Clock.Clock, clock.clock)
    expect(seen).toBe(firstStart + 1_234)
    expect(clock.clock.currentTimeNanosUnsafe()).toBe(BigInt(firstStart + 1_234) * 1_000_000n)
  })
)

it.effect("moves forward and never back", () =>
  Effect.gen(function* () {
    const path = join(yield* folder, "clock.json")
    const { wall, pass } = wallClock()
    const clock = yield* openTrainingClock({ path, firstStart, wall })
    yield* clock.moveTo(Instant(firstStart + HOUR))
    pass(10)
    expect(clock.now()).toBe(firstStart + HOUR + 10)
    const refused = yield* Effect.flip(clock.moveTo(Instant(firstStart + HOUR)))
    expect(refused.message).toContain("Monday 16 November 2026, 10:00 GMT")
    expect(clock.now()).toBe(firstStart + HOUR + 10)
  })
)

it.effect("stands still on request, and runs on from where it stood", () =>
  Effect.gen(function* () {
    const path = join(yield* folder, "clock.json")
    const { wall, pass } = wallClock()
    const clock = yield* openTrainingClock({ path, firstStart, wall })
    yield* clock.standingStill(
      Effect.gen(function* () {
        pass(500)
        expect(clock.now()).toBe(firstStart)
        yield* clock.moveTo(Instant(firstStart + HOUR))
        pass(500)
        expect(clock.now()).toBe(firstStart + HOUR)
      })
    )
    pass(7)
    expect(clock.now()).toBe(firstStart + HOUR + 7)
  })
)

it.effect("goes on standing still when one reason to stand still ends inside another", () =>
  Effect.gen(function* () {
    const path = join(yield* folder, "clock.json")
    const { wall, pass } = wallClock()
    const clock = yield* openTrainingClock({ path, firstStart, wall })
    yield* clock.standingStill(
      Effect.gen(function* () {
        yield* clock.standingStill(clock.moveTo(Instant(firstStart + HOUR)))
        pass(500)
        expect(clock.standsStill()).toBe(true)
        expect(clock.now()).toBe(firstStart + HOUR)
      })
    )
    pass(7)
    expect(clock.now()).toBe(firstStart + HOUR + 7)
  })
)

it.effect("goes on where it was after a proper stop, however long that lasted", () =>
  Effect.gen(function* () {
    const path = join(yield* folder, "clock.json")
    const { wall, pass } = wallClock()
    const stopped = yield* Effect.scoped(
      Effect.gen(function* () {
        const clock = yield* openTrainingClock({ path, firstStart, wall })
        yield* clock.moveTo(Instant(firstStart + HOUR))
        pass(1_000)
        return clock.now()
      })
    )
    pass(72 * HOUR)
    const again = yield* openTrainingClock({ path, firstStart, wall })
    expect(again.now()).toBe(stopped)
  })
)

it.effect("starts later than anything a killed process had shown, by seconds only", () =>
  Effect.gen(function* () {
    const path = join(yield* folder, "clock.json")
    const { wall, pass } = wallClock()
    // A scope that is never closed stands for a process that was killed.
    const killed = yield* Scope.make()
    const clock = yield* Scope.provide(openTrainingClock({ path, firstStart, wall }), killed)
    yield* clock.moveTo(Instant(firstStart + HOUR))
    pass(4_999)
    const shown = clock.now()
    const again = yield* openTrainingClock({ path, firstStart, wall })
    expect(again.now()).toBeGreaterThan(shown)
    expect(again.now() - shown).toBeLessThan(11_000)
    yield* Scope.close(killed, Exit.void)
  })
)

it.live("keeps the last of many moves asked for at once", () =>
  Effect.gen(function* () {
    const path = join(yield* folder, "clock.json")
    const killed = yield* Scope.make()
    const clock = yield* Scope.provide(openTrainingClock({ path, firstStart }), killed)
    const hours = Array.from({ length: 20 }, (_, hour) => Instant(firstStart + (hour + 1) * HOUR))
    yield* Effect.forEach(hours, clock.moveTo, { concurrency: "unbounded" })
    const again = yield* openTrainingClock({ path, firstStart })
    expect(again.now()).toBeGreaterThanOrEqual(firstStart + 20 * HOUR)
    yield* Scope.close(killed, Exit.void)
  })
)

it.effect("says which file it cannot read, and leaves it as it is", () =>
  Effect.gen(function* () {
    const directory = yield* folder
    const path = join(directory, "clock.json")
    yield* Effect.promise(() => writeFile(path, '{"resumesAt":"soon"}'))
    const refused = yield* Effect.flip(openTrainingClock({ path, firstStart }))
    expect(refused.message).toContain(path)
    expect(yield* Effect.promise(() => readdir(directory))).toEqual(["clock.json"])
  })
)
