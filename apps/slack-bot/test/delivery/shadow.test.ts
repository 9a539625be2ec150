/** Random histories in shadow, and what is owed once the council is live: the same as of a bot that always was. */
import { at, type Case, cases, child, worker } from "@safe-return/casework/testing"
import { addHours, Instant } from "@safe-return/domain/calendar"
import { Deliveries, keyOfShadowed } from "@safe-return/journal"
import { Outreach, outreachLayer, Shadow, shadowRecordLayer, shadowTransportsLayer } from "@safe-return/outreach"
import { isAsking, owedReader, readRoster } from "@safe-return/outreach/testing"
import { Effect, Layer } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { outreachWorld, roles } from "./outreachWorld.ts"

type World = ReturnType<typeof outreachWorld>

const start = at(0)
const MINUTE = 60_000

/** Longer than the ladder of an alert, which begins when the council goes live. */
const LADDER = 3 * 60 * MINUTE

const layerFor = (isShadow: boolean) => {
  const record = shadowRecordLayer(isShadow)
  const onRecord = Layer.provideMerge(outreachLayer(), record)
  return isShadow ? Layer.provide(onRecord, shadowTransportsLayer) : onRecord
}

/** The history as it is recorded, up to a moment, each step told of as it comes. */
const liveThrough = (world: World, { recorded }: Case, until: Instant, isShadow: boolean) =>
  world.watched(
    ({ jump, wall }) =>
      Effect.gen(function* () {
        const outreach = yield* Outreach
        const moveTo = (moment: number) => jump(Math.max(0, moment - wall()))
        for (const [index, { recordedAt }] of recorded.entries()) {
          if (recordedAt > until) break
          // What falls due between two steps is sent between them.
          for (const share of [0.3, 0.7]) {
            yield* moveTo(wall() + (recordedAt - wall()) * share)
            yield* outreach.sweep
          }
          yield* moveTo(recordedAt)
          world.record(child, recorded.slice(0, index + 1))
          yield* outreach.deliver(child)
          yield* outreach.sweep
        }
        yield* moveTo(until)
        yield* outreach.sweep
      }),
    layerFor(isShadow)
  )

/** What asks for something, sent to people by now or not. */
const askingNow = Effect.gen(function* () {
  const reader = yield* owedReader
  const { owed } = yield* reader.ofChild(child, yield* yield* readRoster)
  return owed.flatMap(({ key, message }) => (isAsking(message()) ? [key] : [])).sort()
})

const goLive = (world: World, at: Instant) =>
  world.watched(
    ({ jump }) =>
      Effect.gen(function* () {
        const { sweep } = yield* Outreach
        // What the bot itself knows of what was sent and shadowed.
        const [deliveries, shadow] = [yield* Deliveries, yield* Shadow]
        const asked = askingNow.pipe(
          Effect.provideService(Deliveries, deliveries),
          Effect.provideService(Shadow, shadow),
          Effect.provide(world.services)
        )
        yield* sweep
        const asking = yield* asked
        const sent = sentTo(world)
        yield* jump(LADDER)
        yield* sweep
        return { asking, sent, later: yield* asked }
      }),
    layerFor(false),
    at
  )

/** Who the ladder finds, and how often it has asked again, depends on the hour at which it began to climb. */
const withoutHours = (keys: ReadonlyArray<string>): ReadonlyArray<string> =>
  keys.filter((key) => !key.startsWith("ladder:") || !/DUTY$|[-:]\d+$|:again-/.test(key))

const sentTo = (world: World): ReadonlyArray<string> =>
  [...world.keptOf(child)].flatMap(([key, { _tag }]) =>
    _tag === "Sent" && keyOfShadowed(key) === undefined ? [key] : []
  )

const lives = fc.record({
  told: cases,
  hours: fc.integer({ min: 0, max: 30 * 24 }),
  minutes: fc.integer({ min: 1, max: 59 }),
  hasWorker: fc.boolean()
})

it("a bot that goes live after any history asks what one that always was live asks", async () => {
  let [asked, quiet] = [0, 0]
  await fc.assert(
    fc.asyncProperty(lives, async ({ told, hours, minutes, hasWorker }) => {
      const live = Instant(addHours(start, hours) + minutes * MINUTE)
      const [shadow, always] = [outreachWorld(start), outreachWorld(start)]
      for (const world of [shadow, always]) if (hasWorker) world.profiles.push({ child, allocatedWorker: worker })
      await liveThrough(shadow, told, live, true)
      expect(shadow.posted.filter(({ to }) => to !== roles.administrator)).toEqual([])
      expect(sentTo(shadow)).toEqual([])
      await liveThrough(always, told, live, false)

      const begins = Instant(live + MINUTE)
      const [begun, going] = [await goLive(shadow, begins), await goLive(always, begins)]
      expect(withoutHours(begun.later)).toEqual(withoutHours(going.later))
      expect(begun.sent).toEqual(expect.arrayContaining([...begun.asking]))
      // Beside what asks for something, only the card of a line that does.
      expect(begun.sent.filter((key) => !begun.asking.includes(key) && !key.startsWith("card:"))).toEqual([])
      asked += begun.asking.length
      quiet += going.sent.length - begun.sent.length

      const before = shadow.posted.length
      await goLive(shadow, Instant(begins + LADDER))
      const keys = shadow.posted.map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      expect(shadow.posted.length - before).toBeLessThan(10)
    }),
    { numRuns: 12 }
  )
  expect(asked).toBeGreaterThan(20)
  expect(quiet).toBeGreaterThan(20)
})

/** Going live, until the process ends in the middle of its messages. */
const goLiveAndDie = (world: World, at: Instant) =>
  world.watched(
    ({ killed }) =>
      Effect.gen(function* () {
        const { sweep } = yield* Outreach
        return yield* Effect.race(Effect.andThen(sweep, Effect.succeed("finished" as const)), killed)
      }),
    layerFor(false),
    at
  )

it("a kill in the middle of going live loses nothing and posts nothing twice", async () => {
  let killed = 0
  const lifeAndKill = fc.record({
    life: lives,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    isPosted: fc.boolean()
  })
  await fc.assert(
    fc.asyncProperty(lifeAndKill, async ({ life: { told, hours, minutes, hasWorker }, share, isPosted }) => {
      const live = Instant(addHours(start, hours) + minutes * MINUTE)
      const [whole, broken] = [outreachWorld(start), outreachWorld(start)]
      for (const world of [whole, broken]) {
        if (hasWorker) world.profiles.push({ child, allocatedWorker: worker })
        await liveThrough(world, told, live, true)
      }
      const [inShadow, postedInShadow] = [whole.attempts.length, broken.posted.length]
      const { sent } = await goLive(whole, Instant(live + MINUTE))
      const all = whole.attempts.length - inShadow
      broken.setting.killed = {
        attempt: broken.attempts.length + 1 + Math.floor(share * Math.max(0, all - 1)),
        isPosted
      }
      if ((await goLiveAndDie(broken, Instant(live + MINUTE))) === "killed") killed += 1
      broken.setting.killed = undefined
      const again = await goLive(broken, Instant(live + 2 * MINUTE))

      expect([...again.sent].sort()).toEqual([...sent].sort())
      const keys = broken.posted.slice(postedInShadow).map(({ to, key }) => `${key} to ${to}`)
      expect(keys.filter((key, nth) => keys.indexOf(key) !== nth)).toEqual([])
    }),
    { numRuns: 12 }
  )
  expect(killed).toBeGreaterThan(3)
})
