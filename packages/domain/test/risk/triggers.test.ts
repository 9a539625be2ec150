import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calendars, civilDay, type Instant } from "../../src/calendar/index.ts"
import type { ChildState } from "../../src/pathway/state.ts"
import { type ChildFacts, type Firing, shippedRules, triggersFired, triggersNotKnown } from "../../src/risk/index.ts"
import { everyRule, moments, recordsUnder } from "./arbitraryRecord.ts"
import { at, begun, episode, fired, id, number, policyOf, record } from "./madeUpRecord.ts"

const facts: ChildFacts = {
  bornOn: civilDay(2016, 12, 25),
  caseStatus: "looked-after",
  placedOutOfArea: true,
  hasNoPlan: true
}

const countRules = new Set(["episodes-in-window", "episodes-in-month"])
const records = recordsUnder(everyRule)
const allOf = (state: ChildState, now: Instant): ReadonlyArray<Firing> =>
  triggersFired(state, { calendars, now, facts })
const holds = (whole: Firing, part: Firing) =>
  whole.rule === part.rule && part.episodeIds.every((one) => whole.episodeIds.includes(one))

describe("every rule", () => {
  it("is met by some random record: none of the properties below is empty", () => {
    const met = new Set<string>()
    fc.assert(
      fc.property(records, moments, (state, now) => {
        for (const { rule } of allOf(state, now)) met.add(rule)
      }),
      { numRuns: 300, seed: 20261122 }
    )
    expect([...met].sort()).toEqual(Object.keys(shippedRules).sort())
  })

  it("says the same in whatever order episodes and interviews were recorded", () => {
    const twoOrders = records.chain((state) =>
      fc.tuple(
        fc.constant(state),
        fc.shuffledSubarray([...state.episodes], { minLength: state.episodes.length }),
        fc.shuffledSubarray([...state.interviews], { minLength: state.interviews.length })
      )
    )
    fc.assert(
      fc.property(twoOrders, moments, ([state, episodes, interviews], now) => {
        expect(allOf({ ...state, episodes, interviews }, now)).toEqual(allOf(state, now))
      })
    )
  })

  it("gives the same evidence the same key, and each key once", () => {
    fc.assert(
      fc.property(records, moments, (state, now) => {
        const keys = allOf(state, now).map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        expect(allOf(structuredClone(state), now).map(({ key }) => key)).toEqual(keys)
      })
    )
  })

  it("once met by time alone stays met under the same key while nothing else happens", () => {
    fc.assert(
      fc.property(records, moments, fc.nat(1_000 * 3_600_000), (state, now, more) => {
        const later = new Set(allOf(state, (now + more) as Instant).map(({ key }) => key))
        for (const { key } of allOf(state, now)) expect(later.has(key)).toBe(true)
      })
    )
  })

  it("was met by now at the latest, where everything told lies in the past", () => {
    fc.assert(
      fc.property(records, (state) => {
        for (const { metAt } of allOf(state, at(10_000))) expect(metAt).toBeLessThanOrEqual(at(10_000))
      })
    )
  })

  it("has its evidence oldest first, each episode once, none of them cancelled or merged", () => {
    fc.assert(
      fc.property(records, moments, (state, now) => {
        const known = new Map(state.episodes.map((one) => [one.id, one]))
        for (const { episodeIds, dates } of allOf(state, now)) {
          expect(episodeIds.length).toBeGreaterThan(0)
          expect(dates).toEqual(episodeIds.map((one) => known.get(one)?.missingAt))
          expect(dates).toEqual([...dates].sort((a, b) => a - b))
          expect(new Set(episodeIds).size).toBe(episodeIds.length)
          expect(episodeIds.map((one) => known.get(one)?.progress._tag)).not.toContain("Cancelled")
        }
      })
    )
  })

  it("reads a record with a cancelled episode as one without it", () => {
    fc.assert(
      fc.property(records, moments, (state, now) => {
        const counted = state.episodes.filter(({ progress }) => progress._tag !== "Cancelled")
        expect(allOf({ ...state, episodes: counted }, now)).toEqual(allOf(state, now))
      })
    )
  })
})

describe("rules that count", () => {
  it("keep all their evidence when an episode is added, and get a new key where it grew", () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 0, max: 90 * 24 }), moments, (state, hour, now) => {
        fc.pre(state.episodes.every(({ missingAt }) => missingAt !== at(hour)))
        const added = { ...episode(99, at(hour)), policy: everyRule }
        const before = allOf(state, now).filter(({ rule }) => countRules.has(rule))
        const after = allOf({ ...state, episodes: [...state.episodes, added] }, now)
        for (const firing of before) {
          const whole = after.filter((other) => holds(other, firing))
          expect(whole.length).toBeGreaterThan(0)
          for (const { key, episodeIds } of whole)
            expect(key === firing.key).toBe(episodeIds.length === firing.episodeIds.length)
        }
      })
    )
  })

  it("agree with a count by hand", () => {
    const starts = fc.uniqueArray(fc.integer({ min: 0, max: 90 * 24 }), { minLength: 1, maxLength: 12 })
    const policy = policyOf({ rule: "episodes-in-window", count: number(3), windowDays: number(30) })
    fc.assert(
      fc.property(starts, (hours) => {
        const inOrder = [...hours].sort((a, b) => a - b)
        const byHand = inOrder
          .map((last) => inOrder.filter((hour) => hour <= last && last - hour < 30 * 24).map(at))
          .filter((dates) => dates.length >= 3)
        expect(fired(begun(policy, ...hours)).map(({ dates }) => dates)).toEqual(byHand)
      })
    )
  })
})

describe("a firing", () => {
  const policy = policyOf({
    rule: "episodes-in-month",
    code: "monthly",
    level: "must",
    count: number(1),
    action: number("Hold a meeting"),
    owner: "team manager",
    timeLimit: number({ amount: 2, unit: "working-days" }, false)
  })

  it("says whose policy asks for what, by when and on what ground", () => {
    expect(fired(begun(policy, 0))).toEqual([
      {
        rule: "monthly",
        predicate: "episodes-in-month",
        title: "Repeat episodes in a month",
        level: "must",
        action: "Hold a meeting",
        owner: "team manager",
        timeLimit: { amount: 2, unit: "working-days", source: "Made-up procedure", verified: false },
        because: "1 missing episode in one calendar month.",
        episodeIds: [id(1)],
        dates: [at(0)],
        metAt: at(1),
        key: "monthly:episode-1",
        standing: { _tag: "Open" },
        mayGoToChat: true,
        isOfSearch: false,
        source: "Made-up clause. Made-up procedure",
        verified: true
      }
    ])
  })

  it.each([
    ["clause", { basis: { source: "Made-up clause", verified: false } }],
    ["number", { count: number(1, false) }],
    ["action", { action: number("Hold a meeting", false) }]
  ])("is verified only with its %s", (_, said) => {
    const unsure = policyOf({ rule: "episodes-in-month", count: number(1), ...said })
    expect(fired(begun(unsure, 0)).map(({ verified }) => verified)).toEqual([false])
  })

  it("names each source once", () => {
    const same = policyOf({
      rule: "episodes-in-window",
      basis: { source: "Made-up procedure", verified: true },
      count: number(1),
      windowDays: number(30)
    })
    expect(fired(begun(same, 0))[0]?.source).toBe("Made-up procedure")
  })

  it("of two episodes of the same moment is told by their ids, whichever was recorded first", () => {
    const two = [episode(2, at(0)), episode(1, at(0))]
    const keys = (episodes: typeof two) => fired(record(policy, episodes)).map(({ key }) => key)
    expect(keys(two)).toEqual(["monthly:episode-1", "monthly:episode-1+episode-2"])
    expect(keys([...two].reverse())).toEqual(keys(two))
  })
})

describe("what cannot be judged", () => {
  it("is said for the latest episode's policy, and nothing is said of a child without episodes", () => {
    const byStatus = { rule: "episodes-in-month" as const, count: number(9), counted: { caseStatuses: ["early-help"] } }
    const state = begun(policyOf(byStatus), 0)
    expect(triggersNotKnown(state, { calendars, now: at(1) })).toEqual([
      { rule: "episodes-in-month", title: "Repeat episodes in a month", needs: "the child's case status" }
    ])
    expect(triggersNotKnown(state, { calendars, now: at(1), facts: { caseStatus: "early-help" } })).toEqual([])
    expect(triggersNotKnown(begun(policyOf(byStatus)), { calendars, now: at(1) })).toEqual([])
    expect(triggersNotKnown(begun(everyRule), { calendars, now: at(1) })).toEqual([])
  })
})
