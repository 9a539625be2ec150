/** What falls due by a clock that ran ahead waits; what fell due while the machine slept does not. */

import { assigned, at, child, missing, returned, tell } from "@safe-return/casework/testing"
import { ClockCheck, Incidents, outreachLayer } from "@safe-return/outreach"
import { isReminder } from "@safe-return/outreach/testing"
import { Effect, Layer } from "effect"
import { describe, expect, test, vi } from "vitest"
import { outreachWorld } from "../delivery/outreachWorld.ts"

vi.setConfig({ testTimeout: 30_000 })

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The child came back at hour 6: the first reminder of the interview is due at hour 54. */
const START = at(8)
const compared = outreachLayer().pipe(Layer.provideMerge(ClockCheck.layer))

const openWorld = () => {
  const world = outreachWorld(START)
  world.record(child, tell([missing(), returned(6), assigned(7)]).recorded)
  const said = () => world.posted.filter(({ key }) => isReminder(key) || key.startsWith("trigger:"))
  return { ...world, said }
}

const wordsOfIncidents = Effect.gen(function* () {
  const incidents = yield* Incidents
  return (yield* incidents.open).filter(({ kind }) => kind === "clock-wrong").map(({ what }) => what)
})

describe("where the wall clock ran three days ahead", () => {
  test("reminders wait until it is right, and come at their time", () => {
    const world = openWorld()
    return world.watched(
      ({ pass, jump }) =>
        Effect.gen(function* () {
          const check = yield* ClockCheck
          yield* check.see("Slack", 0)
          yield* pass(2 * MINUTE)
          const before = world.said().length
          yield* jump(3 * DAY)
          yield* pass(12 * MINUTE)
          expect(world.said()).toHaveLength(before)
          yield* check.see("Slack", 3 * DAY)
          yield* check.see("Slack", 3 * DAY)
          expect(yield* wordsOfIncidents).toEqual([expect.stringMatching(/3 days ahead of Slack's.*wait until it is/)])
          yield* pass(12 * MINUTE)
          expect(world.said()).toHaveLength(before)
          yield* jump(-3 * DAY)
          yield* check.see("Slack", 0)
          expect(yield* wordsOfIncidents).toEqual([])
          yield* pass(12 * MINUTE)
          expect(world.said()).toHaveLength(before)
          yield* jump(46 * HOUR)
          yield* check.see("Slack", 0)
          yield* pass(MINUTE)
          expect(world.said().length).toBeGreaterThan(before)
        }),
      compared
    )
  })

  test("reminders wait where it was so at the start, too", () => {
    const world = openWorld()
    return world.watched(
      ({ pass, jump }) =>
        Effect.gen(function* () {
          const check = yield* ClockCheck
          yield* jump(3 * DAY)
          yield* check.see("Slack", 3 * DAY)
          yield* pass(12 * MINUTE)
          expect(world.said().filter(({ key }) => key.includes(":breach:"))).toEqual([])
        }),
      compared
    )
  })

  test("one answer of Slack's that is dated wrong holds up nothing", () => {
    const world = openWorld()
    return world.watched(
      ({ pass, jump }) =>
        Effect.gen(function* () {
          const check = yield* ClockCheck
          yield* check.see("Slack", 0)
          yield* check.see("Slack", 3 * DAY)
          yield* jump(46 * HOUR)
          yield* check.see("Slack", 0)
          yield* pass(MINUTE)
          expect(world.said().some(({ key }) => key.includes(":24h:"))).toBe(true)
        }),
      compared
    )
  })
})

test("what fell due while the machine slept for two days is sent once Slack's clock agrees", () => {
  const world = openWorld()
  return world.watched(
    ({ pass, jump }) =>
      Effect.gen(function* () {
        const check = yield* ClockCheck
        yield* check.see("Slack", 0)
        yield* pass(2 * MINUTE)
        yield* jump(46 * HOUR)
        yield* pass(MINUTE)
        expect(world.said().some(({ key }) => key.includes(":24h:"))).toBe(false)
        expect(yield* check.isAhead).toBe(true)
        yield* check.see("Slack", 0)
        expect(yield* check.isAhead).toBe(false)
        yield* pass(MINUTE)
        expect(world.said().some(({ key }) => key.includes(":24h:"))).toBe(true)
      }),
    compared
  )
})
