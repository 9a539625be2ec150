import { ChildReference } from "@safe-return/domain/pathway"
import { urgencies } from "@safe-return/outreach"
import { Outbox, type Urgency } from "@safe-return/outreach/testing"
import { Clock, Duration, Effect } from "effect"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Fate, makeWorld, nameOf, owed, queued } from "./outboxWorld.ts"

const someOwed = (most: number) =>
  fc
    .uniqueArray(
      fc.record({
        child: fc.integer({ min: 1, max: 3 }),
        key: fc.integer({ min: 1, max: 4 }),
        urgency: fc.constantFrom(...urgencies)
      }),
      { selector: ({ child, key }) => `${child} ${key}`, minLength: 1, maxLength: most }
    )
    .map((all) => all.map(({ child, key, urgency }) => owed(child, `message-${key}`, urgency)))

const fates = fc.array(fc.constantFrom<Fate>("done", "done", "lost before", "lost after", "refused for now"), {
  maxLength: 12
})

/** Time passes when the test says so. */
const clockOf = (s: fc.Scheduler): Clock.Clock => {
  let now = 0
  const nanos = () => BigInt(now) * 1_000_000n
  return {
    currentTimeMillisUnsafe: () => now,
    currentTimeMillis: Effect.sync(() => now),
    currentTimeNanosUnsafe: nanos,
    currentTimeNanos: Effect.sync(nanos),
    monotonicTimeNanosUnsafe: nanos,
    monotonicTimeNanos: Effect.sync(nanos),
    sleep: (duration) => {
      const until = now + Math.ceil(Duration.toMillis(duration))
      return Effect.promise(async () => {
        await s.schedule(Promise.resolve(), "sleep")
        now = Math.max(now, until)
      })
    }
  }
}

describe("the outbox", () => {
  test("the outbox brings each message once, whatever is lost, late, reordered or cut off", () =>
    fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        someOwed(8),
        fates,
        fc.integer({ min: 0, max: 2 }),
        async (s, all, fated, crashes) => {
          const left = [...fated]
          const world = makeWorld(() => ({
            meanwhile: (act) => s.schedule(Promise.resolve(), act),
            fate: () => left.shift() ?? "done"
          }))
          const clock = clockOf(s)
          const life = Effect.provideService(world.live(all), Clock.Clock, clock)
          const cut = Effect.promise(() => s.schedule(Promise.resolve(), "killed"))
          for (let crash = 0; crash < crashes; crash += 1) {
            await s.waitFor(Effect.runPromise(Effect.raceFirst(life, cut)))
            await s.waitFor(world.quiet())
          }
          await s.waitFor(Effect.runPromise(life))
          expect([...world.posted].sort()).toEqual(all.map(nameOf).sort())
        }
      ),
      { numRuns: 60 }
    ))

  test("killed at any act, before or after it took place, brings every message exactly once", async () => {
    const all = [owed(1, "card", "alert"), owed(1, "line", "record"), owed(2, "card", "alert")]
    const never = new Promise<void>(() => {})
    let isKilled = true
    for (let at = 1; isKilled; at += 1) {
      isKilled = false
      let acts = 0
      const killed = Promise.withResolvers<void>()
      const world = makeWorld(() => ({
        fate: () => "done",
        meanwhile: async () => {
          acts += 1
          if (acts !== at) return
          isKilled = true
          killed.resolve()
          await never
        }
      }))
      const first = Effect.raceFirst(
        world.live(all),
        Effect.promise(() => killed.promise)
      )
      await Effect.runPromise(first)
      await Effect.runPromise(world.live(all))
      expect([...world.posted].sort(), `killed at act ${at}`).toEqual(all.map(nameOf).sort())
    }
  })

  test("one at a time, the most urgent goes first and the oldest first among those", () =>
    fc.assert(
      fc.asyncProperty(someOwed(9), async (all) => {
        const pace = { lanesOf: () => ["one"], freeFrom: () => 0, atOnce: 1 }
        const world = makeWorld(() => ({ meanwhile: () => Promise.resolve(), fate: () => "done", pace }))
        await Effect.runPromise(world.live(all))
        const inOrder = urgencies.flatMap((urgency) => all.filter(({ message }) => message.urgency === urgency))
        expect(world.posted).toEqual(inOrder.map(nameOf))
      })
    ))

  test("what a call that is none of its own holds up goes soon after that call has ended", async () => {
    let isTheirsOver = false
    const ended = Promise.withResolvers<void>()
    const pace = {
      lanesOf: () => ["one"],
      freeFrom: () => (isTheirsOver ? 0 : Number.POSITIVE_INFINITY),
      atOnce: 1,
      nextEnd: () => ended.promise
    }
    const world = makeWorld(() => ({ meanwhile: () => Promise.resolve(), fate: () => "done", pace }))
    const all = [owed(1, "card", "alert")]
    const over = Effect.delay(
      Effect.sync(() => {
        isTheirsOver = true
        ended.resolve()
      }),
      "50 millis"
    )
    await Effect.runPromise(Effect.all([world.live(all), over], { concurrency: "unbounded" }))
    expect(world.posted).toEqual(all.map(nameOf))
  })

  test("what keeps failing holds up nothing else, and nothing else holds it up for good", async () => {
    const pace = { lanesOf: () => ["one"], freeFrom: () => 0, atOnce: 1 }
    const fates: Array<Fate> = ["refused for now"]
    const world = makeWorld(() => ({ meanwhile: () => Promise.resolve(), fate: () => fates.shift() ?? "done", pace }))
    const all = [owed(1, "first", "alert"), owed(2, "second", "record"), owed(3, "third", "record")]
    await Effect.runPromise(world.live(all))
    expect(world.posted).toEqual([all[1], all[2], all[0]].map((one) => one && nameOf(one)))
  })
})

describe("what waits", () => {
  const child = (number: number) => ChildReference.make(`LCS-${number}`)
  const limits = { freeFrom: () => 0, atOnce: () => 1 }
  const message = (number: number, urgency: Urgency) => queued(child(number), "k", urgency, ["C1"])

  test("goes the oldest first in any order of adding, and another look makes none younger", () => {
    const outbox = new Outbox()
    for (const [number, owedSince] of [
      [1, 300],
      [2, 100],
      [3, 200]
    ] as const) {
      outbox.add({ ...message(number, "alert"), owedSince })
    }
    outbox.add({ ...message(2, "alert"), owedSince: 900 })
    outbox.add({ ...message(4, "record"), owedSince: 1 })
    const sent = Array.from({ length: 4 }, () => {
      const next = outbox.next(0, limits)
      if (next !== undefined) outbox.done(next)
      return next?.about
    })
    expect(sent).toEqual([2, 3, 1, 4].map(child))
  })

  test("is sent by risk and then to new children first, however many alerts of others wait", () => {
    const outbox = new Outbox()
    for (let number = 1; number <= 150; number += 1) outbox.add({ ...message(number, "alert"), owedSince: 1 })
    for (let number = 151; number <= 300; number += 1) outbox.add({ ...message(number, "new-child"), owedSince: 2 })
    outbox.add({ ...message(301, "high-risk"), owedSince: 3 })
    const sent = Array.from({ length: 9 }, () => {
      const next = outbox.next(0, limits)
      if (next !== undefined) outbox.done(next)
      return next?.about
    })
    expect(sent).toEqual([301, 151, 152, 153, 154, 155, 156, 157, 158].map(child))
  })

  test("takes an alert of every urgency when there is no room for anything else", () => {
    const outbox = new Outbox()
    for (let number = 1; number <= 50_000; number += 1) outbox.add(message(number, "record"))
    const taken = urgencies.filter((urgency, index) => outbox.add(message(60_000 + index, urgency)))
    expect(taken).toEqual(["high-risk", "new-child", "alert"])
  })

  /** Every minute there is another alert, and one message may go. */
  test("is not passed over for good: after nine more urgent the longest waiting goes", () => {
    const outbox = new Outbox()
    outbox.add(message(0, "record"))
    outbox.add(message(1, "task"))
    const sent = Array.from({ length: 22 }, (_, index) => {
      outbox.add(message(100 + index, "alert"))
      const next = outbox.next(0, limits)
      if (next !== undefined) outbox.done(next)
      return next?.urgency
    })
    expect(sent.flatMap((urgency, index) => (urgency === "alert" ? [] : [`${index}: ${urgency}`]))).toEqual([
      "9: record",
      "19: task"
    ])
  })

  test("is on one way one message of a child at a time, and as many as it bears", () => {
    const outbox = new Outbox()
    outbox.add(message(1, "alert"))
    outbox.add({ ...message(1, "alert"), key: "later" })
    outbox.add({ ...message(1, "alert"), key: "elsewhere", lanes: ["C2"] })
    for (const number of [2, 3]) outbox.add(message(number, "record"))
    const two = { ...limits, atOnce: () => 2 }
    const next = () => outbox.next(0, two)
    const first = next()
    expect([first, next(), next(), next()].map((waiting) => waiting && `${waiting.about} ${waiting.key}`)).toEqual([
      "LCS-1 k",
      "LCS-1 elsewhere",
      "LCS-2 k",
      undefined
    ])
    if (first !== undefined) outbox.done(first)
    expect(next()?.key).toBe("later")
  })

  test("forgets what waits about a child, while what is under way comes to its end", () => {
    const outbox = new Outbox()
    const limits = { freeFrom: () => 0, atOnce: () => 8 }
    const add = (child: string, key: string) =>
      outbox.add(queued(ChildReference.make(child), key, "record", [`lane of ${key}`]))
    for (const key of ["1", "2"]) for (const child of ["LCS-1", "LCS-2"]) add(child, key)
    const underway = outbox.next(0, limits)
    expect(underway?.about).toBe("LCS-1")
    outbox.forget(ChildReference.make("LCS-1"))
    expect(outbox.size).toBe(3)
    if (underway !== undefined) outbox.done(underway)
    const left = [outbox.next(0, limits), outbox.next(0, limits), outbox.next(0, limits)]
    expect(left.map((one) => one && `${one.about} ${one.key}`)).toEqual(["LCS-2 1", "LCS-2 2", undefined])
  })

  test("the outbox says how long its oldest message is under way, until that one ends", () => {
    const outbox = new Outbox()
    const limits = { freeFrom: () => 0, atOnce: () => 8 }
    for (const child of ["LCS-1", "LCS-2"]) {
      outbox.add(queued(ChildReference.make(child), "1", "record", [`lane of ${child}`]))
    }
    expect(outbox.underwaySince).toBeUndefined()
    const first = outbox.next(10, limits)
    const second = outbox.next(20, limits)
    expect(outbox.underwaySince).toBe(10)
    if (first !== undefined) outbox.retry(first, { notBefore: 99 })
    expect(outbox.underwaySince).toBe(20)
    if (second !== undefined) outbox.done(second)
    expect(outbox.underwaySince).toBeUndefined()
  })

  test("an alert goes on the turn of a less urgent message that is no longer owed", () => {
    const outbox = new Outbox()
    for (let number = 1; number <= 10; number += 1) outbox.add(message(number, "alert"))
    outbox.add(message(11, "record"))
    for (let number = 1; number <= 9; number += 1) {
      const sent = outbox.next(0, limits)
      if (sent !== undefined) outbox.done(sent)
    }
    outbox.forget(child(11))
    expect(outbox.next(0, limits)?.about).toBe(child(10))
  })

  test("what waits after a fault goes at its time, or at once when it is asked for", () => {
    const outbox = new Outbox()
    outbox.add(message(1, "alert"))
    const failed = outbox.next(0, limits)
    if (failed !== undefined) outbox.retry(failed, { notBefore: 1_000 })
    expect([outbox.next(999, limits), outbox.nextChange(0, limits)]).toEqual([undefined, 1_000])
    outbox.retryNow()
    expect(outbox.next(0, limits)?.about).toBe(child(1))
  })

  test("is bounded, and an alert is taken all the same", () => {
    const outbox = new Outbox()
    for (let number = 0; number < 50_000; number += 1) outbox.add(message(number, "record"))
    expect(outbox.add(message(50_000, "task"))).toBe(false)
    expect(outbox.add(message(50_001, "alert"))).toBe(true)
    expect(outbox.next(0, limits)?.about).toBe(child(50_001))
  })
})
