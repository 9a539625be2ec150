import { describe, expect, it } from "vitest"
import { addHours, Instant, utc } from "../../src/calendar/index.ts"
import { noticeDelay } from "../../src/deadlines/index.ts"
import { rotherham } from "../../src/policy/index.ts"

const HOUR = 3_600_000
const returnedAt = utc(2026, 11, 16, 12)

const delay = (told: number, recorded: number) =>
  noticeDelay(
    { happenedAt: returnedAt, notifiedAt: addHours(returnedAt, told), recordedAt: addHours(returnedAt, recorded) },
    rotherham
  )

describe("lateness of notice", () => {
  it.each([
    ["told and recorded at once", 0, 0, { toldAfter: 0, recordedAfter: 0, leftOfElapsedClock: 72 }],
    ["told after five hours, recorded an hour later", 5, 6, { toldAfter: 5, recordedAfter: 1, leftOfElapsedClock: 67 }],
    ["told when the 72 hours ended", 72, 80, { toldAfter: 72, recordedAfter: 8, leftOfElapsedClock: 0 }],
    ["told after they were over", 100, 100, { toldAfter: 100, recordedAfter: 0, leftOfElapsedClock: -28 }],
    ["known before it happened", -20, 3, { toldAfter: 0, recordedAfter: 3, leftOfElapsedClock: 72 }],
    ["recorded before the council was told", 5, 2, { toldAfter: 5, recordedAfter: 0, leftOfElapsedClock: 67 }]
  ])("%s", (_, told, recorded, hours) => {
    expect(delay(told, recorded)).toEqual({
      toldAfter: hours.toldAfter * HOUR,
      recordedAfter: hours.recordedAfter * HOUR,
      leftOfElapsedClock: hours.leftOfElapsedClock * HOUR
    })
  })

  it("is to the millisecond", () => {
    const { toldAfter, leftOfElapsedClock } = noticeDelay(
      { happenedAt: returnedAt, notifiedAt: Instant(returnedAt + 1), recordedAt: Instant(returnedAt + 1) },
      rotherham
    )
    expect([toldAfter, leftOfElapsedClock]).toEqual([1, 72 * HOUR - 1])
  })
})
