/** A ladder is held by time that passes, whatever the wall clock does meanwhile. */

import { at, child, episodeId, found, missing, returned, type Told, tell } from "@safe-return/casework/testing"
import { addHours, type Instant } from "@safe-return/domain/calendar"
import { Outreach } from "@safe-return/outreach"
import { Effect } from "effect"
import { describe, expect, test, vi } from "vitest"
import { outreachWorld, roles } from "./outreachWorld.ts"

vi.setConfig({ testTimeout: 30_000 })

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const START = at(1)
const [COORDINATOR, DUTY, MANAGER, HEAD] = (
  ["missing-coordinator", "out-of-hours-duty", "team-manager", "head-of-service"] as const
).map((role) => String(roles[role])) as [string, string, string, string]

const climbers = (world: ReturnType<typeof outreachWorld>) =>
  world.posted.filter(({ key }) => key.startsWith("ladder:")).map(({ to, after }) => [to, Math.floor(after / MINUTE)])

/** Nobody is allocated, so that the co-ordinator is told at once, and in the evening the duty team too. */
const evenly = [
  [COORDINATOR, 0],
  [DUTY, 0],
  [MANAGER, 30],
  [HEAD, 60]
]

const acknowledgedBy = (now: Instant): Told => ({
  by: COORDINATOR as never,
  now,
  command: {
    _tag: "AcknowledgeAlert",
    episodeId,
    by: COORDINATOR as never,
    as: ["missing-coordinator", "out-of-hours-duty"],
    alert: 1
  }
})

describe("a ladder", () => {
  test.each([
    ["three days ahead", 3 * DAY],
    ["three days back", -3 * DAY],
    ["an hour ahead", HOUR],
    ["an hour back", -HOUR]
  ])("climbs by the minutes that pass where the wall clock jumps %s", (_, jumped) => {
    const world = outreachWorld(START)
    world.record(child, tell([missing(0)]).recorded)
    return world.watched(({ pass, jump }) =>
      Effect.gen(function* () {
        yield* pass(5 * MINUTE)
        yield* jump(jumped)
        yield* pass(9 * MINUTE)
        expect(climbers(world)).toEqual(evenly.slice(0, 2))
        yield* pass(50 * MINUTE)
        expect(climbers(world)).toEqual(evenly)
        yield* jump(-jumped)
        yield* pass(30 * MINUTE)
        expect(climbers(world)).toEqual(evenly)
      })
    )
  })

  test("is not frozen where the report was recorded by a clock three days ahead that was put right", () => {
    const world = outreachWorld(addHours(START, 72))
    world.record(child, tell([missing(72)]).recorded)
    return world.watched(({ pass, jump }) =>
      Effect.gen(function* () {
        yield* pass(MINUTE)
        yield* jump(-3 * DAY)
        yield* pass(62 * MINUTE)
        expect(climbers(world)).toEqual(evenly)
      })
    )
  })

  test("is not frozen after a start where the report on record is of a time to come", () => {
    const world = outreachWorld(START)
    world.record(child, tell([missing(72)]).recorded)
    return world.watched(({ pass }) =>
      Effect.gen(function* () {
        yield* pass(62 * MINUTE)
        expect(climbers(world)).toEqual(evenly)
      })
    )
  })

  test("ends with an answer that was recorded by a clock three days ahead", () => {
    const world = outreachWorld(START)
    world.record(child, tell([missing(0), acknowledgedBy(addHours(START, 72))]).recorded)
    return world.watched(({ pass }) =>
      Effect.gen(function* () {
        yield* pass(20 * MINUTE)
        const reached = climbers(world)
        yield* pass(60 * MINUTE)
        expect(climbers(world)).toEqual(reached)
        expect(climbers(world).map(([to]) => to)).not.toContain(MANAGER)
      })
    )
  })

  test("ends with an answer given after the clock was put back", () => {
    const world = outreachWorld(START)
    const reported = tell([missing(0)]).recorded
    world.record(child, reported)
    return world.watched(({ pass, jump, wall }) =>
      Effect.gen(function* () {
        yield* pass(5 * MINUTE)
        yield* jump(-3 * DAY)
        yield* pass(12 * MINUTE)
        world.record(child, [
          ...reported,
          ...tell([missing(0), acknowledgedBy(wall())]).recorded.slice(reported.length)
        ])
        yield* (yield* Outreach).deliver(child)
        yield* pass(60 * MINUTE)
        expect(climbers(world).map(([to]) => to)).not.toContain(HEAD)
      })
    )
  })

  test("goes by the wall clock for what is on record from before this process", () => {
    const world = outreachWorld(addHours(START, 1))
    world.record(child, tell([missing(0)]).recorded)
    return world.watched(({ pass }) =>
      Effect.gen(function* () {
        yield* pass(MINUTE)
        expect(climbers(world).map(([to]) => to)).toEqual([COORDINATOR, DUTY, MANAGER, HEAD])
      })
    )
  })

  const reportedAhead: Told = { ...missing(0), now: addHours(START, 72) }

  test.each<readonly [string, Told]>([
    ["a find", found(2)],
    ["a return", returned(2)],
    ["an acknowledgement", acknowledgedBy(at(2))]
  ])("ends with %s that is recorded before the time on record of the report", (_, told) => {
    const reported = tell([reportedAhead]).recorded
    const { recorded } = tell([reportedAhead, told])
    expect(recorded.length).toBeGreaterThan(reported.length)
    const world = outreachWorld(at(2))
    world.record(child, recorded)
    return world.watched(({ pass }) =>
      Effect.gen(function* () {
        yield* pass(70 * MINUTE)
        expect(climbers(world).map(([to]) => to)).not.toContain(MANAGER)
      })
    )
  })
})
