import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, it } from "@effect/vitest"
import { Instant, utc } from "@safe-return/domain/calendar"
import { Effect, Option } from "effect"
import { playForward } from "../../src/clock/playForward.ts"
import { openTrainingClock } from "../../src/clock/TrainingClock.ts"

const nine = utc(2026, 11, 16, 9, 0)
const at = (hour: number) => utc(2026, 11, 16, hour, 0)

/** The clock runs until it is moved. */
const minuteOf = ({ now }: { readonly now: () => number }) => now() - (now() % 60_000)

const clockAtNine = Effect.gen(function* () {
  const directory = yield* Effect.acquireRelease(
    Effect.promise(() => mkdtemp(join(tmpdir(), "play-forward-"))),
    (path) => Effect.promise(() => rm(path, { recursive: true }))
  )
  return yield* openTrainingClock({ path: join(directory, "clock.json"), firstStart: nine })
})

it.effect("stops exactly at everything due on the way, in order, and at the end", () =>
  Effect.gen(function* () {
    const clock = yield* clockAtNine
    const looked: Array<readonly [of: string, at: number]> = []
    const due = [at(15), at(11), at(20)]
    const bot = {
      sweep: Effect.sync(() => void looked.push(["everybody", minuteOf(clock)])),
      catchUp: Effect.sync(() => void looked.push(["who is due", minuteOf(clock)])),
      nextDue: Effect.sync(() => {
        const ahead = due.filter((moment) => moment > clock.now())
        return ahead.length === 0 ? Option.none<Instant>() : Option.some(Instant(Math.min(...ahead)))
      })
    }
    yield* playForward(clock, bot, at(16))
    expect(looked).toEqual([
      ["everybody", at(9)],
      ["who is due", at(11)],
      ["who is due", at(15)],
      ["everybody", at(16)]
    ])
    expect(clock.now()).toBeGreaterThanOrEqual(at(16))
  })
)

it.effect("refuses to go back, and looks at nobody", () =>
  Effect.gen(function* () {
    const clock = yield* clockAtNine
    const bot = {
      sweep: Effect.die("swept"),
      catchUp: Effect.die("caught up"),
      nextDue: Effect.succeed(Option.none<Instant>())
    }
    const refused = yield* Effect.flip(playForward(clock, bot, at(8)))
    expect(refused._tag).toBe("ClockGoesForward")
  })
)
