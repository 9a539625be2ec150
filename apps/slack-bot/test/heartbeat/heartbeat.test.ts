import { Instant } from "@safe-return/domain/calendar"
import { Deliveries, type Delivery, JournalUnavailable } from "@safe-return/journal"
import { HeartbeatSettings, Incidents, Outreach } from "@safe-return/outreach"
import { Clock, Effect, Layer, Redacted } from "effect"
import { expect, test } from "vitest"
import { Heartbeat, heartbeatLayer } from "../../src/heartbeat/Heartbeat.ts"
import { startListener } from "./listener.ts"

const LATE = 300_000

/** A bot of which each part can be stopped by hand, with both clocks in our hands. */
const startHeart = async (url: string | undefined) => {
  const parts = { watch: true, outbox: true, records: true, slack: true }
  let [wall, forward] = [1_800_000_000_000, 0]
  let [watchedAt, sentAt] = [forward, wall]
  const clock: Clock.Clock = {
    currentTimeMillisUnsafe: () => wall,
    currentTimeMillis: Effect.sync(() => wall),
    currentTimeNanosUnsafe: () => BigInt(wall) * 1_000_000n,
    currentTimeNanos: Effect.sync(() => BigInt(wall) * 1_000_000n),
    monotonicTimeNanosUnsafe: () => BigInt(forward) * 1_000_000n,
    monotonicTimeNanos: Effect.sync(() => BigInt(forward) * 1_000_000n),
    sleep: () => Effect.never
  }
  const sent = (): Delivery => ({
    _tag: "Sent",
    key: "heartbeat:U0ADMIN",
    channel: "D1",
    ts: "1",
    fingerprint: "",
    sentAt: Instant(sentAt)
  })
  const health = Effect.sync(() => ({
    slackAwaySince: undefined,
    everybodyLookedAt: undefined,
    watchedAt,
    underwaySince: parts.outbox ? undefined : 0,
    notTold: []
  }))
  const unreadable = new JournalUnavailable({ path: "nowhere", reason: "made up" })
  const of = () => (parts.records ? Effect.succeed(new Map([["heartbeat:U0ADMIN", sent()]])) : Effect.fail(unreadable))
  const settings = { lateAfter: LATE, ...(url === undefined ? {} : { url: Redacted.make(url) }) }
  const services = Layer.mergeAll(
    heartbeatLayer.pipe(
      Layer.provide(Layer.mock(Outreach, { health })),
      Layer.provide(Layer.mock(Deliveries, { of })),
      Layer.provide(Layer.succeed(HeartbeatSettings, settings))
    )
  ).pipe(Layer.provideMerge(Incidents.layer), Layer.provideMerge(Layer.succeed(Clock.Clock, clock)))
  const context = await Effect.runPromise(Effect.scoped(Layer.build(services)))
  const run = Effect.runPromiseWith(context)
  const heart = await run(Effect.service(Heartbeat))
  /** Time passes as it does: the parts that live show themselves, and the heart beats at the end. */
  const pass = async (milliseconds: number) => {
    wall += milliseconds
    forward += milliseconds
    if (parts.watch) watchedAt = forward
    if (parts.slack) sentAt = wall
    await run(heart.beat)
  }
  return {
    parts,
    pass,
    jump: (milliseconds: number) => {
      wall += milliseconds
      sentAt += milliseconds
    },
    report: () => run(heart.report),
    incidents: () => run(Effect.flatMap(Incidents, ({ open }) => open)),
    ended: () => run(Effect.flatMap(Incidents, ({ ended }) => ended))
  }
}

test("a bot whose parts all show themselves beats, and says its age", async () => {
  await using listener = await startListener()
  const heart = await startHeart(listener.url)
  await heart.pass(60_000)
  await heart.pass(60_000)
  expect(listener.heard.map(({ path }) => path)).toEqual(["/made-up-check", "/made-up-check"])
  expect(await heart.report()).toEqual({ age: 0, isLate: false, missing: [], isShadow: false })
  expect(await heart.incidents()).toEqual([])
})

const deaths = [
  ["watch", "looking", "not looked at"],
  ["outbox", "outbox", "under way for too long"],
  ["records", "records", "records cannot be written"],
  ["slack", "slack", "got through to Slack"]
] as const

test.for(deaths)("a bot whose %s is dead says that it fails, and beats no longer", async ([part, sign, words]) => {
  await using listener = await startListener()
  const heart = await startHeart(listener.url)
  await heart.pass(60_000)
  heart.parts[part] = false
  await heart.pass(LATE + 1)
  const last = listener.heard.at(-1)
  expect(last?.path).toBe("/made-up-check/fail")
  expect(last?.words).toContain(words)
  expect((await heart.report())?.missing).toContain(sign)
  expect((await heart.report())?.isLate).toBe(true)
  expect(await heart.incidents()).toMatchObject([{ kind: "heartbeat-lost", place: "this instance" }])

  heart.parts[part] = true
  await heart.pass(60_000)
  expect(listener.heard.at(-1)?.path).toBe("/made-up-check")
  expect(await heart.incidents()).toEqual([])
  expect(await heart.ended()).toMatchObject([{ kind: "heartbeat-lost", outcome: "Every part shows itself again." }])
})

test("a clock that jumps either way makes the heartbeat fail at once", async () => {
  for (const by of [3 * 86_400_000, -600_000]) {
    await using listener = await startListener()
    const heart = await startHeart(listener.url)
    await heart.pass(60_000)
    heart.jump(by)
    await heart.pass(60_000)
    expect(listener.heard.at(-1)?.path).toBe("/made-up-check/fail")
    expect((await heart.report())?.missing).toEqual(["clock"])
  }
})

test("a listener that cannot be reached is an incident once it lasts, which ends when it is", async () => {
  await using listener = await startListener()
  const heart = await startHeart(listener.url)
  listener.answers("nothing")
  await heart.pass(60_000)
  expect(await heart.incidents()).toEqual([])
  await heart.pass(LATE)
  const [incident] = await heart.incidents()
  expect(incident).toMatchObject({ kind: "heartbeat-lost", place: "the listener" })
  expect(JSON.stringify(incident)).not.toContain("made-up-check")
  listener.answers({ status: 200, body: "OK" })
  await heart.pass(60_000)
  expect(await heart.incidents()).toEqual([])
})

test("a bot that has just started neither beats nor fails before its parts have had their time", async () => {
  await using listener = await startListener()
  const heart = await startHeart(listener.url)
  heart.parts.records = false
  await heart.pass(1)
  await heart.pass(LATE - 1)
  expect([listener.heard, await heart.incidents()]).toEqual([[], []])
  await heart.pass(1)
  expect(listener.heard.map(({ path }) => path)).toEqual(["/made-up-check/fail"])
  expect((await heart.incidents())[0]?.what).toContain("held back since Fri 15 Jan 2027, 08:00")
})
