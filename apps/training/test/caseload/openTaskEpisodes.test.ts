import { addHours, calendars, Instant, utc } from "@safe-return/domain/calendar"
import { interviewQueue } from "@safe-return/domain/deadlines"
import { fold } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { CaseloadSize } from "../../src/caseload/figures/caseloadSize.ts"
import { syntheticCaseload } from "../../src/caseload/syntheticCaseload.ts"

const statesAt = (seed: number, endsAt: Instant, size: CaseloadSize = "rotherham") =>
  new Map(
    Array.from(
      syntheticCaseload({ size, seed, endsAt, policy: rotherham, open: "one-of-each-task" }),
      ({ child, events }) => [child, fold(events.map(({ recorded }) => recorded))]
    )
  )

const endsAt = utc(2026, 11, 23, 9)

describe("what is open when the workspace opens", () => {
  const states = statesAt(2024, endsAt)
  const queue = interviewQueue(states, endsAt, calendars)

  it("is one child missing and nobody else away", () => {
    const missing = [...states.values()].filter(({ episodes }) =>
      episodes.some(({ progress }) => progress._tag === "Missing")
    )
    expect(missing.length).toBe(1)
    expect(missing[0]?.episodes.at(-1)).toMatchObject({ missingAt: addHours(endsAt, -5), risk: "high" })
  })

  it("is a queue of four: return not recorded, overdue, due soon, on track", () => {
    expect(
      queue.map(({ level, standing, clocks, episode }) => ({
        level,
        standing: standing._tag,
        progress: episode.progress._tag,
        dueInHours: (clocks.elapsedClock.dueAt - endsAt) / 3_600_000
      }))
    ).toEqual([
      { level: "no-clock", standing: "Unassigned", progress: "Found", dueInHours: 69 },
      { level: "overdue", standing: "Assigned", progress: "Returned", dueInHours: -24 },
      { level: "due-soon", standing: "Assigned", progress: "Returned", dueInHours: 6 },
      { level: "on-track", standing: "Unassigned", progress: "Returned", dueInHours: 30 }
    ])
  })

  it("is of five different children who have been missing before", () => {
    const missing = [...states].flatMap(([child, { episodes }]) =>
      episodes.at(-1)?.progress._tag === "Missing" ? [child] : []
    )
    const children = [...missing, ...queue.map(({ child }) => child)]
    expect(new Set(children).size).toBe(5)
    for (const child of children) expect(states.get(child)?.episodes.length).toBeGreaterThan(1)
  })

  it("is the same work whenever it opens, and at whatever size", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: utc(2021, 1, 1), max: utc(2028, 12, 31) }).map((at) => Instant(at)),
        fc.constantFrom<CaseloadSize>("rotherham", 12, 30),
        (seed, opensAt, size) => {
          expect(interviewQueue(statesAt(seed, opensAt, size), opensAt, calendars).map(({ level }) => level)).toEqual([
            "no-clock",
            "overdue",
            "due-soon",
            "on-track"
          ])
        }
      ),
      { numRuns: 15 }
    )
  })
})
