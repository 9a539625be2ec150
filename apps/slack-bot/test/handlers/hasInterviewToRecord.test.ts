import { Casework } from "@safe-return/casework"
import { assigned, at, child, interviewer, missing, returned, tell } from "@safe-return/casework/testing"
import { addDays, addHours, londonDayOf, startOfLondonDay } from "@safe-return/domain/calendar"
import type { Policy } from "@safe-return/domain/policy"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { hasInterviewToRecord } from "../../src/handlers/hasInterviewToRecord.ts"

const { state, recorded } = tell([missing(), returned(6), assigned(7)])

/** The same child, with another number of days in the policy of their episodes. */
const under = (revealDays: Policy["revealDays"]) => ({
  ...state,
  episodes: state.episodes.map((episode) => {
    const { revealDays: _, ...rest } = episode.policy
    return { ...episode, policy: revealDays === undefined ? rest : { ...rest, revealDays } }
  })
})

const days = (value: number) => ({ value, source: "a test", verified: false })

const given = londonDayOf(at(7))
const endOf = (after: number) => addHours(startOfLondonDay(addDays(given, after + 1)), -0.01)

it.each([
  ["while the policy's days run", days(3), endOf(3), true],
  ["once they are over, though nothing was recorded", days(3), startOfLondonDay(addDays(given, 4)), false],
  ["for as long as it is not recorded, where the policy gives no days", undefined, endOf(400), true]
] as const)("an interviewer sees what is held %s", async (_, revealDays, now, expected) => {
  const casework = Layer.mock(Casework, { history: () => Effect.succeed(recorded) })
  const seen = Effect.gen(function* () {
    yield* TestClock.setTime(now)
    return yield* hasInterviewToRecord(child, under(revealDays), interviewer)
  })
  expect(await Effect.runPromise(seen.pipe(Effect.provide(casework), Effect.provide(TestClock.layer())))).toBe(expected)
})
