/** Triggers of several episodes, or of the first: what was told late shows that there was no such run. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calendars, civilDay, type Instant } from "../../src/calendar/index.ts"
import { evolveAt } from "../../src/pathway/evolve.ts"
import { type ChildState, emptyChildState, InterviewId, type PathwayEvent } from "../../src/pathway/index.ts"
import { isPartOf, triggersFired, triggersUnmade } from "../../src/risk/index.ts"
import { at, id, interviewer, number, policyOf } from "./madeUpRecord.ts"

const policy = policyOf(
  { rule: "young-first-episode", years: number(11) },
  { rule: "shortening-intervals", intervals: number(2), withinDays: number(90) },
  { rule: "interviews-not-achieved", count: number(2) },
  { rule: "episodes-in-window", count: number(3), windowDays: number(30) },
  { rule: "episodes-in-month", count: number(3) },
  { rule: "harm-disclosed" },
  { rule: "exploitation", atLeast: "suspected" }
)
const facts = { bornOn: civilDay(2020, 1, 25) }

type Told = readonly [hour: number, ...events: ReadonlyArray<PathwayEvent>]

const DAY = 24

/** Missing from so many days after the start for an hour, and back then. */
const went = (nth: number, day: number): ReadonlyArray<PathwayEvent> => [
  {
    _tag: "EpisodeOpened",
    episodeId: id(nth),
    absence: "missing",
    missingFrom: "home",
    risk: "medium",
    missingAt: at(day * DAY),
    reportedAt: at(day * DAY),
    notifiedAt: at(day * DAY),
    policy
  },
  { _tag: "ChildReturned", episodeId: id(nth), returnedAt: at(day * DAY + 1) }
]

const interviewId = (nth: number) => InterviewId.make(`interview-${nth}`)
const assigned = (nth: number): PathwayEvent => ({
  _tag: "InterviewAssigned",
  interviewId: interviewId(nth),
  episodeIds: [id(nth)],
  interviewer,
  knownAdult: false
})
const notDone = (nth: number): PathwayEvent => ({
  _tag: "InterviewNotDone",
  interviewId: interviewId(nth),
  episodeIds: [id(nth)],
  reason: "unable-to-contact",
  decidedBy: interviewer
})
const held = (nth: number, day: number): PathwayEvent => ({
  _tag: "InterviewCompleted",
  interviewId: interviewId(nth),
  completedAt: at(day * DAY),
  interviewer,
  venue: "school",
  harmDisclosed: "no",
  exploitation: [],
  followUp: []
})

const tell = (...told: ReadonlyArray<Told>): ChildState =>
  told.reduce((state, [hour, ...events]) => evolveAt(state, events, at(hour)), emptyChildState)

const context = (now: Instant) => ({ calendars, now, facts })

/** Each that stands, by its rule and the numbers of its episodes; what was shown to be none, under `unmade`. */
const keysOf = (state: ChildState, now = at(400 * DAY)) => {
  const named = (firings: ReturnType<typeof triggersFired>) =>
    firings
      .map(({ rule, episodeIds }) => `${rule} ${episodeIds.map((one) => one.replace("episode-", "")).join("")}`)
      .sort()
  return { open: named(triggersFired(state, context(now))), unmade: named(triggersUnmade(state, context(now))) }
}

describe("a trigger of a run of episodes", () => {
  it("is corrected: a first episode that was not the first, by one told later", () => {
    const first: Told = [50 * DAY, ...went(1, 50)]
    expect(keysOf(tell(first)).open).toEqual(["young-first-episode 1"])
    expect(keysOf(tell(first, [60 * DAY, ...went(2, 10)]))).toEqual({
      open: ["young-first-episode 2"],
      unmade: ["young-first-episode 1"]
    })
    expect(keysOf(tell(first, [60 * DAY, ...went(2, 55)]))).toEqual({ open: ["young-first-episode 1"], unmade: [] })
  })

  it("is corrected: intervals that were shorter each time only without one told later", () => {
    const three: ReadonlyArray<Told> = [
      [0, ...went(1, 0)],
      [40 * DAY, ...went(2, 40)],
      [60 * DAY, ...went(3, 60)]
    ]
    expect(keysOf(tell(...three)).open).toContain("shortening-intervals 123")
    const late = keysOf(tell(...three, [70 * DAY, ...went(4, 30)]))
    expect(late.unmade).toContain("shortening-intervals 123")
    expect(late.open).not.toContain("shortening-intervals 123")
    const stillShorter = keysOf(tell(...three, [70 * DAY, ...went(4, 15)]))
    expect(stillShorter.open.filter((key) => key.startsWith("shortening"))).not.toEqual([])
  })

  const twoNotDone: ReadonlyArray<Told> = [
    [0, ...went(1, 0), assigned(1)],
    [20 * DAY, ...went(2, 20), assigned(2)],
    [40 * DAY, ...went(3, 40), assigned(3)],
    [42 * DAY, notDone(1)],
    [43 * DAY, notDone(3)]
  ]

  it("is corrected: interviews not achieved where one between was held by then and told later", () => {
    expect(keysOf(tell(...twoNotDone)).open).toContain("interviews-not-achieved 13")
    const late = keysOf(tell(...twoNotDone, [50 * DAY, held(2, 22)]))
    expect(late.unmade).toContain("interviews-not-achieved 13")
    expect(late.open).not.toContain("interviews-not-achieved 13")
    expect(keysOf(tell(...twoNotDone, [50 * DAY, held(3, 41)])).unmade).toContain("interviews-not-achieved 13")
  })

  it("stays: an interview of it was held only after the last was recorded as not done", () => {
    for (const nth of [2, 3]) {
      expect(keysOf(tell(...twoNotDone, [50 * DAY, held(nth, 45)])).open).toContain("interviews-not-achieved 13")
    }
  })

  it("stays: an answer or a reason without a time of its own, told later, refutes nothing", () => {
    const reason: PathwayEvent = { ...notDone(2), reason: "aged-18" } as PathwayEvent
    expect(keysOf(tell(...twoNotDone, [50 * DAY, reason])).unmade).toEqual([])
  })

  it("stays decided once a person decided on it", () => {
    const decided: PathwayEvent = {
      _tag: "TriggerDecided",
      episodeId: id(1),
      trigger: `young-first-episode:${id(1)}`,
      answer: "yes",
      reason: "Arranged"
    }
    const state = tell([50 * DAY, ...went(1, 50)], [51 * DAY, decided], [60 * DAY, ...went(2, 10)])
    expect(keysOf(state).open).toEqual(["young-first-episode 1", "young-first-episode 2"])
  })
})

/** What happened to one child over some months, each fact with what has to be told before it. */
const lives = fc.uniqueArray(fc.integer({ min: 0, max: 80 }), { minLength: 2, maxLength: 6 }).chain((days) =>
  fc.tuple(
    ...days.map((day, index) =>
      fc.constantFrom<"none" | "not done" | "held">("none", "not done", "held").map((outcome) => {
        const nth = index + 1
        const opened = went(nth, day)
        if (outcome === "none") return [...opened]
        return [...opened, assigned(nth), outcome === "held" ? held(nth, day + 1) : notDone(nth)]
      })
    )
  )
)

/** The facts of each episode in their order, mixed among the episodes as these choices say. */
const mixed = (all: ReadonlyArray<ReadonlyArray<PathwayEvent>>, choices: ReadonlyArray<number>) => {
  const left = all.map((events) => [...events])
  const told: Array<PathwayEvent> = []
  for (let turn = 0; left.some((events) => events.length > 0); turn += 1) {
    const open = left.filter((events) => events.length > 0)
    const next = open[(choices[turn % choices.length] ?? 0) % open.length]?.shift()
    if (next !== undefined) told.push(next)
  }
  return told
}

const LATER = 100

/** A trigger whose evidence is part of another's asks nothing beside it. */
const wholeOf = (state: ChildState): ReadonlyArray<string> => {
  const all = triggersFired(state, context(at(400 * DAY)))
  return all.flatMap((firing) => (all.some((whole) => isPartOf(firing, whole)) ? [] : [firing.key])).sort()
}

describe("the order in which the facts of several episodes are told", () => {
  it("plays no part in which triggers wait for a decision, once all of them are told", () => {
    const choices = fc.array(fc.nat({ max: 5 }), { minLength: 3, maxLength: 30 })
    let fired = 0
    let unmade = 0
    fc.assert(
      fc.property(lives, choices, choices, (all, one, other) => {
        const [first, second] = [one, other].map((order) =>
          tell(...mixed(all, order).map((event, index): Told => [LATER * DAY + index, event]))
        ) as [ChildState, ChildState]
        expect(wholeOf(first)).toEqual(wholeOf(second))
        fired += wholeOf(first).length
        unmade += keysOf(first).unmade.length
      }),
      { numRuns: 300 }
    )
    expect(fired).toBeGreaterThan(300)
    expect(unmade).toBeGreaterThan(30)
  })
})
