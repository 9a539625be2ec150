import { Casework, Council, councilOn } from "@safe-return/casework"
import { at, missing, movableClock, returned, tell } from "@safe-return/casework/testing"
import { calendars, type Instant, utc } from "@safe-return/domain/calendar"
import { ChildReference, type ChildState } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { JournalUnavailable, Profiles } from "@safe-return/journal"
import { Effect, Layer, Logger, Option } from "effect"
import { expect, it } from "vitest"
import { EpisodeTrend, episodeTrendLayer } from "../../src/scorecard/EpisodeTrend.ts"

const named = (nth: number) => ChildReference.make(`LCS-${1_000 + nth}`)

/** Each missing once in November 2026. */
const november = (count: number) =>
  new Map<ChildReference, ChildState>(
    Array.from({ length: count }, (_, nth) => [named(nth), tell([missing(nth / 10), returned(6)]).state])
  )

/** A record whose children can be changed, and which can be away. */
const recordOf = (states: Map<ChildReference, ChildState>) => {
  let [isAway, looks] = [false, 0]
  const clock = movableClock(utc(2026, 12, 3, 9))
  const unavailable = new JournalUnavailable({ path: "journal", reason: "away" })
  const layer = episodeTrendLayer.pipe(
    Layer.provide(
      Layer.mergeAll(
        Layer.mock(Casework, {
          unreadable: Effect.suspend(() => (isAway ? Effect.fail(unavailable) : Effect.succeed([]))),
          children: Effect.sync(() => {
            looks += 1
            return [...states.keys()]
          }),
          // Finished ones count as well.
          active: Effect.succeed(new Map()),
          get: (child) => Effect.sync(() => states.get(child) ?? tell([]).state)
        }),
        Layer.mock(Profiles, { findEach: () => Effect.succeed(new Map()) }),
        Layer.succeed(Council, councilOn({ authority: "Training council", policy: rotherham }, calendars))
      )
    )
  )
  const scoped = Effect.runPromise(
    Effect.map(Layer.build(layer).pipe(Effect.scoped), (built) => ({
      months: (isSuppressed: boolean, now: Instant) => {
        clock.moveTo(now)
        return Effect.flatMap(EpisodeTrend, (trend) => trend.months(isSuppressed)).pipe(
          Effect.provideContext(built),
          Effect.provide(clock.layer),
          Effect.provide(Logger.layer([])),
          Effect.runPromise
        )
      }
    }))
  )
  const away = (now: boolean) => {
    isAway = now
  }
  return { scoped, looks: () => looks, away }
}

const now = utc(2026, 12, 3, 9)
const minutesOn = (minutes: number): Instant => (now + minutes * 60_000) as Instant

it("the last six whole months are counted of every child, and none stands as a zero unreached", async () => {
  expect(at(0)).toBeGreaterThan(utc(2026, 11, 1))
  const { months } = await recordOf(november(6)).scoped
  const lines = Option.getOrThrow(await months(false, now))
  expect(lines.map(({ month }) => month)).toEqual([
    "June 2026",
    "July 2026",
    "August 2026",
    "September 2026",
    "October 2026",
    "November 2026"
  ])
  expect(lines.map(({ episodes }) => episodes)).toEqual([0, 0, 0, 0, 0, 6])
  expect(lines.map(({ yearBefore }) => yearBefore)).toEqual(lines.map(() => undefined))
})

it("a small month is withheld from those who may not ask for every count", async () => {
  const { months } = await recordOf(november(3)).scoped
  expect(Option.getOrThrow(await months(true, now)).at(-1)).toMatchObject({ episodes: undefined, inWords: "c" })
  expect(Option.getOrThrow(await months(false, now)).at(-1)).toMatchObject({ episodes: 3, inWords: "3" })
})

it("the months are counted once an hour at most, and sooner where they could not be", async () => {
  const states = november(6)
  const { scoped, looks, away } = recordOf(states)
  const { months } = await scoped
  away(true)
  expect(Option.isNone(await months(false, now))).toBe(true)
  away(false)
  expect(Option.isSome(await months(false, minutesOn(2)))).toBe(true)
  const before = looks()
  states.set(named(99), tell([missing(5)]).state)
  expect(Option.getOrThrow(await months(false, minutesOn(61))).at(-1)?.episodes).toBe(6)
  expect(looks()).toBe(before)
  expect(Option.getOrThrow(await months(false, minutesOn(63))).at(-1)?.episodes).toBe(7)
})
