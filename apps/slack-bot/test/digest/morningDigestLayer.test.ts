import { civilDay, londonTimeOn } from "@safe-return/domain/calendar"
import { Duration, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { MorningDigest } from "../../src/digest/MorningDigest.ts"
import { morningDigestLayer } from "../../src/digest/morningDigestLayer.ts"
import { Incidents } from "../../src/incidents/Incidents.ts"
import { courierWorld, roles } from "../delivery/courierWorld.ts"
import { child, missing, tell } from "../messages/madeUpCase.ts"

const half8 = londonTimeOn(civilDay(2026, 11, 24), 8 * 60 + 30)
const manager = String(roles["team-manager"])
const toChannel = ["channel", "digest:2026-11-24"]
const toManager = [manager, `digest:2026-11-24:${manager}`]

/** Sends at each of these times, after what a test does before it. */
const sentAt = async (looks: ReadonlyArray<readonly [minutes: number, before: (world: World) => void]>) => {
  const world = courierWorld(half8)
  world.record(child, tell([missing()]).recorded)
  await Effect.gen(function* () {
    for (const [minutes, before] of looks) {
      before(world)
      yield* TestClock.setTime(half8 + minutes * 60_000)
      yield* (yield* MorningDigest).send
    }
  }).pipe(
    Effect.provide(
      morningDigestLayer(Duration.minutes(10)).pipe(Layer.provide(Incidents.layer), Layer.provide(world.services))
    ),
    Effect.provide(TestClock.layer()),
    Effect.runPromise
  )
  return world.posted.map(({ to, key }) => [to, key])
}
type World = ReturnType<typeof courierWorld>
const nothing = () => {}

it("the channel and each manager have the summary of a morning once, under keys of their own", async () => {
  expect(await sentAt([[-1, nothing]])).toEqual([])
  expect(
    await sentAt([
      [0, nothing],
      [1, nothing]
    ])
  ).toEqual([toChannel, toManager])
})

it("a receiver who cannot be reached holds up no other, and has it at a later look", async () => {
  const refused = (world: World) => {
    world.setting.refuse = (to) => (to === "channel" ? { reason: "internal_error", fault: "passing" } : undefined)
  }
  const open = (world: World) => {
    world.setting.refuse = () => undefined
  }
  expect(
    await sentAt([
      [0, refused],
      [1, open]
    ])
  ).toEqual([toManager, toChannel])
})
