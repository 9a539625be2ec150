import { expect, test } from "vitest"
import { type Evidence, missingSigns, SUSPECT_AFTER_JUMP } from "../../src/heartbeat/signs.ts"

const LATE = 300_000
const well: Evidence = {
  now: 10_000_000,
  forward: 2_000_000,
  startedAt: 0,
  watchedAt: 1_990_000,
  underwaySince: undefined,
  sentAt: 9_990_000,
  jumpedAt: undefined,
  open: new Set()
}

const missing = (change: Partial<Evidence>) => missingSigns({ ...well, ...change }, LATE)

test("nothing is missing while every part has shown itself lately", () => {
  expect(missing({})).toEqual([])
  const justInTime = { watchedAt: well.forward - LATE, underwaySince: well.forward - LATE, sentAt: well.now - LATE }
  expect(missing(justInTime)).toEqual([])
})

test("each part that has not shown itself for too long is missing by itself", () => {
  expect(missing({ watchedAt: well.forward - LATE - 1 })).toEqual(["looking"])
  expect(missing({ watchedAt: undefined })).toEqual(["looking"])
  expect(missing({ underwaySince: well.forward - LATE - 1 })).toEqual(["outbox"])
  expect(missing({ sentAt: well.now - LATE - 1 })).toEqual(["slack"])
  expect(missing({ sentAt: undefined })).toEqual(["slack"])
})

test("a message of a time that has not come shows nothing", () => {
  expect(missing({ sentAt: well.now + LATE + 1 })).toEqual(["slack"])
})

test("the signs of records and clock are missing as long as their incident is open", () => {
  expect(missing({ open: new Set(["journal-unwritable"]) })).toEqual(["records"])
  expect(missing({ open: new Set(["clock-wrong"]) })).toEqual(["clock"])
  expect(missing({ open: new Set(["slack-away", "role-empty"]) })).toEqual([])
})

test("a clock that jumped is not relied on for longer than a listener waits", () => {
  expect(SUSPECT_AFTER_JUMP).toBeGreaterThan(LATE)
  expect(missing({ jumpedAt: well.forward - SUSPECT_AFTER_JUMP + 1 })).toEqual(["clock"])
  expect(missing({ jumpedAt: well.forward - SUSPECT_AFTER_JUMP })).toEqual([])
  expect(missing({ jumpedAt: well.forward - 1, startedAt: well.forward - 1 })).toEqual([])
})
