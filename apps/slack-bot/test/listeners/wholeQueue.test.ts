import { at, child, missing, returned, tell } from "@safe-return/casework/testing"
import { calendars, Instant } from "@safe-return/domain/calendar"
import { interviewQueue } from "@safe-return/domain/deadlines"
import { expect, it } from "vitest"
import { wholeQueue } from "../../src/listeners/commands/wholeQueue.ts"
import { interviewQueueList } from "../../src/messages/interviewQueueList.ts"

const states = () => new Map([[child, tell([missing(), returned(20)]).state]])
const afresh = (queue: ReturnType<typeof states>, now: Instant) =>
  interviewQueueList({ lines: interviewQueue(queue, now, calendars), now })

it("the list is the same object within a second, and says what a new one says", () => {
  const queue = states()
  const first = wholeQueue(queue, at(30), calendars)
  expect(wholeQueue(queue, Instant(at(30) + 999), calendars)).toBe(first)
  expect(first).toEqual(afresh(queue, at(30)))
})

it("is worked out again in the next second, and once anything else is recorded", () => {
  const queue = states()
  const dueAt = at(20 + 72)
  expect(wholeQueue(queue, dueAt, calendars)).toEqual(afresh(queue, dueAt))
  const later = Instant(dueAt + 1000)
  expect(wholeQueue(queue, later, calendars).text).toContain("1 overdue")
  expect(wholeQueue(new Map(), later, calendars)).toEqual(afresh(new Map(), later))
})
