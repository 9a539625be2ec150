/** What a look found is sent as it is only while nothing it was computed from has changed. */
import { at, child, found, missing, tell } from "@safe-return/casework/testing"
import type { PersonId } from "@safe-return/domain/pathway"
import { Incidents, Reachability } from "@safe-return/outreach"
import { lookReader } from "@safe-return/outreach/testing"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { outreachWorld, roles } from "./outreachWorld.ts"

const START = at(1)
type World = ReturnType<typeof outreachWorld>
type Reader = Effect.Success<typeof lookReader>

/** Whether a look at a missing child, or at the team, still stands after this. */
const standsAfter = (
  change: (world: World, looks: Reader) => Effect.Effect<unknown, never, Reachability>,
  isOfTeam = false
) => {
  const world = outreachWorld(START)
  world.record(child, tell([missing()]).recorded)
  return Effect.gen(function* () {
    yield* TestClock.setTime(START)
    const looks = yield* lookReader
    const look = yield* isOfTeam ? looks.atTeam : looks.atChild(child, yield* looks.roster)
    expect(look.owed.length > 0 || isOfTeam).toBe(true)
    yield* change(world, looks)
    return yield* look.isCurrent
  }).pipe(
    Effect.provide(Layer.provideMerge(world.services, Incidents.layer)),
    Effect.provide(TestClock.layer()),
    Effect.runPromise
  )
}

it("a look stands while nothing happens, and for a second at most", async () => {
  expect(await standsAfter(() => TestClock.setTime(START + 999))).toBe(true)
  expect(await standsAfter(() => TestClock.setTime(START + 1_000))).toBe(false)
})

it("a look stands no longer once something is recorded of the child or news of it comes", async () => {
  const recorded = (world: World) => Effect.sync(() => world.record(child, tell([missing(), found(1)]).recorded))
  expect(await standsAfter(recorded)).toBe(false)
  expect(await standsAfter((_, looks) => Effect.sync(() => looks.noteChange(child)))).toBe(false)
})

it("a look stands no longer once a person cannot be told, or the wall clock is put back", async () => {
  const learn = Effect.flatMap(Reachability, ({ learn }) => learn(roles["team-manager"] as PersonId, "guest"))
  expect(await standsAfter(() => learn)).toBe(false)
  expect(await standsAfter(() => TestClock.setTime(START - 60_000))).toBe(false)
})

it("a look at the team stands no longer once the state of any child has changed", async () => {
  expect(await standsAfter(() => Effect.void, true)).toBe(true)
  const recorded = (world: World) => Effect.sync(() => world.record(child, tell([missing(), found(1)]).recorded))
  expect(await standsAfter(recorded, true)).toBe(false)
})
