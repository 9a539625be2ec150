import { expect, test } from "vitest"
import { afterAlert, dueAlert, hear, type WatchState } from "../src/judge.ts"

const patience = { after: 300_000, every: 1_800_000 }
const begun: WatchState = { since: 0 }
const beat = { _tag: "Beat", age: 0 } as const

test("people are told once the silence is longer than the patience, and not before", () => {
  const watched = hear(begun, beat, 1_000)
  expect(dueAlert(watched, 301_000, patience)).toBeUndefined()
  expect(dueAlert(watched, 301_001, patience)).toEqual({ _tag: "Lost", silentFor: 300_001, isAgain: false })
})

test("a bot that was never heard is told of as well", () => {
  expect(dueAlert(begun, 300_001, patience)).toMatchObject({ _tag: "Lost" })
})

test("people are told again while it lasts, and once when it is over", () => {
  const lost = dueAlert(begun, 400_000, patience)
  if (lost === undefined) throw new Error("should be lost")
  let watched = afterAlert(begun, lost, true, 400_000)
  expect(dueAlert(watched, 400_000 + patience.every - 1, patience)).toBeUndefined()
  expect(dueAlert(watched, 400_000 + patience.every, patience)).toMatchObject({ _tag: "Lost", isAgain: true })
  watched = hear(watched, beat, 3_000_000)
  const back = dueAlert(watched, 3_000_000, patience)
  expect(back).toEqual({ _tag: "Back", lostSince: 400_000 })
  if (back === undefined) throw new Error("should be back")
  watched = afterAlert(watched, back, true, 3_000_000)
  expect(dueAlert(watched, 3_000_001, patience)).toBeUndefined()
  expect(dueAlert(watched, 3_300_001, patience)).toMatchObject({ _tag: "Lost", isAgain: false })
})

test("what got out to nobody is told again at the next look, and says since when it could not be", () => {
  const lost = dueAlert(begun, 400_000, patience)
  if (lost === undefined) throw new Error("should be lost")
  const once = afterAlert(begun, lost, false, 400_000)
  const twice = afterAlert(once, lost, false, 500_000)
  expect(twice.unsentSince).toBe(400_000)
  expect(dueAlert(twice, 500_001, patience)).toMatchObject({ _tag: "Lost" })
  expect(afterAlert(twice, lost, true, 600_000).unsentSince).toBeUndefined()
})

test("a bot that says it fails is told of at once, and a beat ends it", () => {
  const failing = hear(hear(begun, beat, 1_000), { _tag: "Failing", words: "the records cannot be written" }, 2_000)
  expect(dueAlert(failing, 2_000, patience)).toMatchObject({ _tag: "Lost", failing: "the records cannot be written" })
  expect(dueAlert(hear(failing, beat, 3_000), 3_000, patience)).toBeUndefined()
})

test("an age that the bot tells counts, and an older one does not undo a newer", () => {
  const watched = hear(begun, { _tag: "Beat", age: 299_000 }, 1_000_000)
  expect(dueAlert(watched, 1_001_001, patience)).toMatchObject({ _tag: "Lost", silentFor: 300_001 })
  const newer = hear(hear(begun, beat, 1_000_000), { _tag: "Beat", age: 900_000 }, 1_000_001)
  expect(newer.lastBeatAt).toBe(1_000_000)
})

test("a clock that was put back hides no silence for longer than the patience", () => {
  const watched = hear({ since: 9_000_000, lastBeatAt: 9_000_000 }, { _tag: "Nothing", reason: "" }, 1_000)
  expect(dueAlert(watched, 1_000, patience)).toBeUndefined()
  expect(hear(watched, beat, 2_000).lastBeatAt).toBe(2_000)
  const told: WatchState = { since: 0, told: { what: "lost", at: 9_000_000 } }
  expect(dueAlert(told, 400_000, patience)).toMatchObject({ _tag: "Lost", isAgain: true })
})
