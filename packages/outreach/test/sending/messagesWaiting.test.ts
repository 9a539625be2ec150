/** What is said of messages that wait, to administrators and to those who may read case references. */
import { ChildReference } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import type { WaitingMessage } from "../../src/sending/Backlog.ts"
import { childrenWaitedFor, messagesWaiting } from "../../src/sending/messagesWaiting.ts"

const MINUTE = 60_000
const childNumbered = (number: number) => ChildReference.make(`LCS-7${String(number).padStart(4, "0")}`)

const waiting = (more: Partial<WaitingMessage> = {}): WaitingMessage => ({
  about: childNumbered(1),
  key: "card:episode-1",
  urgency: "alert",
  isUpdate: false,
  since: 0,
  isRefused: false,
  isListed: false,
  ...more
})

it("an administrator reads counts and reasons, and no case reference, key or name", () => {
  const overdue = [
    waiting({ reason: "ratelimited" }),
    waiting({ about: childNumbered(2), key: "worker-alert:episode-2:U0WORKER", reason: "ratelimited" }),
    waiting({ about: "team", key: "overdue:1:all:1", urgency: "statutory", since: 10 * MINUTE })
  ]
  const { what, remedy } = messagesWaiting(overdue, 20 * MINUTE, 15 * MINUTE)
  expect(what).toMatch(
    /^3 messages have waited longer than 15 minutes, 2 of them alerts .*; the oldest for 20 minutes: 2 because/
  )
  expect(what).toContain("1 because more waits than may be sent at once (waiting-its-turn)")
  expect(`${what} ${remedy}`).not.toMatch(/LCS|episode|U0|card:|alert:|overdue:/)
})

it("those who run the pathway read of children whose alert has not gone, and of no others", () => {
  const others = [
    waiting({ isUpdate: true }),
    waiting({ about: childNumbered(2), urgency: "statutory" }),
    waiting({ about: "team" })
  ]
  expect(childrenWaitedFor(others)).toEqual([])
  const { duty, what } = messagesWaiting(others, MINUTE, 0)
  expect([duty, what]).toEqual([undefined, expect.stringContaining(", 0 of them alerts")])
  const alerts = [
    waiting({ urgency: "high-risk" }),
    waiting(),
    waiting({ about: childNumbered(3), urgency: "new-child" })
  ]
  expect(childrenWaitedFor([...others, ...alerts])).toEqual([childNumbered(1), childNumbered(3)])
})

it("children are named up to twenty and counted beyond, and none is named outside Slack", () => {
  const many = Array.from({ length: 23 }, (_, number) => waiting({ about: childNumbered(number) }))
  const { duty } = messagesWaiting(many, MINUTE, 0)
  expect(duty?.sentence.match(/LCS-/g)).toHaveLength(20)
  expect(duty?.sentence).toContain("and 3 more")
  expect(duty?.inChannel).toBe(true)
  expect(duty?.outsideSlack).toContain("23 missing children")
  expect(duty?.outsideSlack).not.toContain("LCS")
})
