import { at, child, episodeId, missing, tell, worker } from "@safe-return/casework/testing"
import { civilDay, londonTimeOn } from "@safe-return/domain/calendar"
import { Deliveries, JournalUnavailable } from "@safe-return/journal"
import { Incidents, morningDigestLayer, Outreach, outreachLayer } from "@safe-return/outreach"
import { Effect, Layer, Logger } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { outreachWorld, roles } from "../delivery/outreachWorld.ts"

const half8 = londonTimeOn(civilDay(2026, 11, 24), 8 * 60 + 30)
const manager = String(roles["team-manager"])
const toChannel = ["channel", "digest:2026-11-24"]
const toManager = [manager, `morning:2026-11-24:${manager}`]

type World = ReturnType<typeof outreachWorld>
const nothing = () => {}

/** Answered, so that the morning names no alert that nobody has acknowledged. */
const answered = tell([
  missing(),
  { by: worker, now: at(2), command: { _tag: "AcknowledgeAlert", episodeId, by: worker, as: ["worker"] } }
]).recorded

/** Sends at each of these times, after what a test does before it; what was sent, and what the log says. */
const sendAt = async (
  looks: ReadonlyArray<readonly [minutes: number, before: (world: World) => void]>,
  deliveriesOf?: Effect.Effect<never, JournalUnavailable>
) => {
  const world = outreachWorld(half8)
  world.record(child, answered)
  const logged: Array<string> = []
  const { deliveries } = world
  const kept = Layer.succeed(
    Deliveries,
    deliveriesOf === undefined ? deliveries : { ...deliveries, of: () => deliveriesOf }
  )
  await Effect.gen(function* () {
    for (const [minutes, before] of looks) {
      before(world)
      yield* TestClock.setTime(half8 + minutes * 60_000)
      const outreach = yield* Outreach
      yield* outreach.deliver("team")
      yield* outreach.flush
    }
  }).pipe(
    Effect.provide(
      morningDigestLayer.pipe(
        Layer.provideMerge(outreachLayer()),
        Layer.provide(Layer.merge(Incidents.layer, kept)),
        Layer.provide(world.services)
      )
    ),
    Effect.provide(TestClock.layer()),
    Effect.provide(Logger.layer([Logger.map(Logger.formatJson, (line) => void logged.push(line))])),
    Effect.runPromise
  )
  return { posted: world.posted.map(({ to, key }) => [to, key]), logged: logged.join("\n") }
}

it("the channel and each manager have the summary of a morning once, under keys of their own", async () => {
  expect((await sendAt([[-1, nothing]])).posted).toEqual([])
  const twice = await sendAt([
    [0, nothing],
    [1, nothing]
  ])
  expect(twice.posted).toEqual([toChannel, toManager])
})

it("nobody has a summary on a Saturday on which nothing is due, and that is no fault", async () => {
  expect(await sendAt([[4 * 24 * 60, nothing]])).toEqual({ posted: [], logged: "" })
})

it("a receiver who cannot be reached holds up no other, and has it at a later look", async () => {
  const refused = (world: World) => {
    world.setting.refuse = (to) => (to === "channel" ? { reason: "internal_error", fault: "passing" } : undefined)
  }
  const open = (world: World) => {
    world.setting.refuse = () => undefined
  }
  const { posted } = await sendAt([
    [0, refused],
    [1, open]
  ])
  expect(posted).toEqual([toManager, toChannel])
})

it.each([
  ["unreadable", Effect.fail(new JournalUnavailable({ path: "/srv/deliveries", reason: "no space" }))],
  ["broken", Effect.die(new Error("made up"))]
])("a summary that cannot be made ends nothing and is said in the log: records are %s", async (_, of) => {
  const { posted, logged } = await sendAt([[0, nothing]], of)
  expect(posted).toEqual([])
  expect(logged).toContain("Could not look at what is owed to the team")
})

it("an alert goes before a summary that was queued first", async () => {
  const world = outreachWorld(half8)
  let opensAt = Number.POSITIVE_INFINITY
  world.setting.freeFrom = () => opensAt
  world.record(child, tell([missing()]).recorded)
  await Effect.gen(function* () {
    const outreach = yield* Outreach
    yield* TestClock.setTime(half8)
    yield* outreach.deliver("team")
    yield* outreach.deliver(child)
    opensAt = 0
    yield* outreach.sweep
  }).pipe(
    Effect.provide(
      morningDigestLayer.pipe(
        Layer.provideMerge(outreachLayer()),
        Layer.provide(Incidents.layer),
        Layer.provide(world.services)
      )
    ),
    Effect.provide(TestClock.layer()),
    Effect.runPromise
  )
  const inChannel = world.posted.filter(({ to }) => to === "channel").map(({ key }) => key)
  expect(inChannel).toEqual([expect.stringMatching(/^card:/), "digest:2026-11-24"])
})
