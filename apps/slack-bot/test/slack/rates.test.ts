import { expect, test } from "vitest"
import { laneOf, makeRates } from "../../src/slack/rates.ts"

/** Calls as soon as it may, so many times, each taking so long; when each began. */
const callAsOften = (lane: string, times: number, taking = 0, limits: "slack" | "off" = "slack") => {
  const rates = makeRates(limits)
  let now = 1_000_000
  const start = now
  return Array.from({ length: times }, () => {
    now = Math.max(now, rates.freeFrom(lane, now))
    rates.begin(lane)
    const began = now - start
    now += taking
    rates.end(lane, now)
    return began
  })
}

test("a message a second in each channel, counted from the answer to the last", () => {
  expect(callAsOften(laneOf("chat.postMessage", "C1"), 4)).toEqual([0, 1_000, 2_000, 3_000])
  expect(callAsOften(laneOf("chat.postMessage", "C1"), 3, 300)).toEqual([0, 1_300, 2_600])
})

test("a channel does not wait for another, nor a second message for an answer that is not there", () => {
  const rates = makeRates("slack")
  rates.begin(laneOf("chat.postMessage", "C1"))
  expect(rates.freeFrom(laneOf("chat.postMessage", "C1"), 0)).toBe(Number.POSITIVE_INFINITY)
  expect(rates.freeFrom(laneOf("chat.postMessage", "C2"), 0)).toBe(0)
})

test.each([
  ["chat.update", 50],
  ["conversations.open", 50],
  ["usergroups.users.list", 20],
  ["views.publish", 100]
])("%s at most %d times in any minute", (method, most) => {
  const began = callAsOften(method, most * 2 + 1, 10)
  expect(began[most - 1]).toBeLessThan(60_000)
  for (const [index, at] of began.entries()) {
    const before = began[index - most]
    if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(60_000)
  }
})

test("what Slack asks for is waited for, in that channel alone and whatever is configured", () => {
  for (const limits of ["slack", "off"] as const) {
    const rates = makeRates(limits)
    rates.close(laneOf("chat.postMessage", "C1"), 30_000)
    rates.close(laneOf("chat.postMessage", "C1"), 10_000)
    expect(rates.freeFrom(laneOf("chat.postMessage", "C1"), 0)).toBe(30_000)
    expect(rates.freeFrom(laneOf("chat.postMessage", "C2"), 0)).toBe(0)
  }
})

test("switched off, nothing else waits", () => {
  expect(callAsOften(laneOf("chat.postMessage", "C1"), 3, 5, "off")).toEqual([0, 5, 10])
})

test("what is idle is forgotten", () => {
  const rates = makeRates("slack")
  for (let channel = 0; channel < 3_000; channel += 1) {
    const lane = laneOf("chat.postMessage", `D${channel}`)
    rates.begin(lane)
    rates.end(lane, channel * 1_000)
  }
  expect(rates.freeFrom(laneOf("chat.postMessage", "D2999"), 2_999_500)).toBe(3_000_000)
  expect(rates.freeFrom(laneOf("chat.postMessage", "D1"), 2_999_500)).toBe(0)
})

test("what was called within the minute is not forgotten with what is older", () => {
  const rates = makeRates("slack")
  for (const at of [0, ...Array.from({ length: 20 }, () => 59_000)]) {
    rates.begin("usergroups.users.list")
    rates.end("usergroups.users.list", at)
  }
  for (let channel = 0; channel < 1_001; channel += 1) {
    const lane = laneOf("chat.postMessage", `D${channel}`)
    rates.begin(lane)
    rates.end(lane, 61_000)
  }
  expect(rates.freeFrom("usergroups.users.list", 61_000)).toBe(119_000)
})

test("messages of one channel go one at a time, and together where limits are switched off", () => {
  expect(makeRates("slack").atOnce).toBe(1)
  expect(makeRates("off").atOnce).toBeGreaterThan(1)
})
