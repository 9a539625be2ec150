import { describe, expect, it } from "vitest"
import type { Instant } from "../../../src/calendar/index.ts"
import type { Episode } from "../../../src/pathway/state.ts"
import { at, episode, fired, foundAt, number, policyOf, record, returnedAt } from "../madeUpRecord.ts"

const threeDays = policyOf({ rule: "long-episode", hours: number(72) })
const one = (said: Partial<Episode>) => fired(record(threeDays, [episode(1, at(0), said)]))

describe("one long episode", () => {
  it("fires when it lasted a millisecond longer than the hours, and not at exactly so many", () => {
    expect(one(foundAt(at(72)))).toEqual([])
    expect(one(foundAt((at(72) + 1) as Instant))).toMatchObject([
      {
        because: "The episode lasted more than 72 hours.",
        key: "long-episode:episode-1",
        metAt: at(72) + 1,
        title: "Long episode",
        mayGoToChat: true
      }
    ])
  })

  it("ends for a missing child when they are found, or back if that is the first we heard", () => {
    expect(one(returnedAt(at(100), at(70)))).toEqual([])
    expect(one(returnedAt(at(100), at(80)))).toHaveLength(1)
    expect(one(returnedAt(at(100)))).toHaveLength(1)
    expect(one(returnedAt(at(70)))).toEqual([])
  })

  it("ends for a child who was away, whereabouts known, only when they are back", () => {
    const away = { absence: "away" as const }
    expect(one({ ...away, ...foundAt(at(100)) })).toEqual([])
    expect(one({ ...away, ...returnedAt(at(100), at(10)) })).toHaveLength(1)
    expect(one({ ...away, ...returnedAt(at(72), at(10)) })).toEqual([])
  })

  it("does not speak of one that is not over", () => {
    expect(one({})).toEqual([])
  })

  it("was met when the council was told, if that was after it ended", () => {
    expect(one({ ...foundAt(at(100)), notifiedAt: at(200) })[0]?.metAt).toBe(at(200))
  })

  it("looks only at the absences it is set to", () => {
    const missingOnly = policyOf({ rule: "long-episode", hours: number(72), counted: { absences: ["missing"] } })
    const state = record(missingOnly, [episode(1, at(0), { absence: "away", ...returnedAt(at(100)) })])
    expect(fired(state)).toEqual([])
  })
})
