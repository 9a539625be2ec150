import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { calendars } from "../../src/calendar/index.ts"
import { evolveAt } from "../../src/pathway/evolve.ts"
import {
  AuthorityName,
  type ChildState,
  type Command,
  decide,
  emptyChildState,
  type PathwayEvent
} from "../../src/pathway/index.ts"
import { triggersFired, triggersUnmade } from "../../src/risk/index.ts"
import {
  about,
  assign,
  at,
  completedAt,
  episodeId,
  found,
  interviewId,
  log,
  missing,
  notify,
  recordFound,
  recordReturned
} from "../pathway/madeUpChild.ts"
import { number, policyOf } from "./madeUpRecord.ts"

const policy = policyOf(
  { rule: "offer-late", hours: number(8), measured: "elapsed-hours", level: "must" },
  { rule: "still-missing", hours: number(12), level: "must" },
  { rule: "long-episode", hours: number(12), level: "must" }
)

type Said = readonly [hour: number, command: Command]

const tell = (...all: ReadonlyArray<Said>): ChildState =>
  all.reduce((before, [hour, command]) => {
    const events = Result.getOrThrow(decide(before, command, { now: at(hour) }))
    return evolveAt(before, events, at(hour))
  }, emptyChildState)

/** What has become of every trigger, by its rule. */
const standings = (state: ChildState, hour = 900): Readonly<Record<string, string>> => {
  const context = { calendars, now: at(hour) }
  const all = [...triggersFired(state, context), ...triggersUnmade(state, context)]
  return Object.fromEntries(all.map(({ rule, standing }) => [rule, standing._tag]))
}

const went: Said = [2, notify(missing(), episodeId, policy)]
const back: Said = [10, recordReturned(at(10))]
const offerOf = (hour: number, recorded: number): Said => [recorded, log({ episodeId, offeredAt: at(hour) })]
const assigned = (hour: number): Said => [hour, about("AssignInterview", assign())]

describe("a trigger that what was told late refutes", () => {
  it.each<readonly [string, ReadonlyArray<Said>]>([
    ["the offer alone", [back, offerOf(15, 100)]],
    ["the offer, of an interview that was assigned since", [back, assigned(50), offerOf(15, 100)]],
    [
      "the offer, first told with a wrong time",
      [
        back,
        offerOf(30, 31),
        [100, about("CorrectInterview", { episodeId, reason: "mistyped", isInterviewer: true, offeredAt: at(15) })]
      ]
    ],
    ["the return and the offer", [[90, recordReturned(at(10))], offerOf(15, 100)]],
    ["the offer with the interview", [back, [100, log({ offeredAt: at(15), completed: completedAt(at(17)) })]]],
    [
      "that another authority had it",
      [back, [100, about("TransferEpisode", { episodeId, to: AuthorityName.make("Sheffield"), transferredAt: at(15) })]]
    ]
  ])("is corrected: an offer that was late only on the record, by %s", (_, said) => {
    expect(standings(tell(went, ...said.slice(0, -1)), 99)["offer-late"]).toBe("Open")
    expect(standings(tell(went, ...said))["offer-late"]).toBe("EvidenceCorrected")
  })

  it("is corrected: a child still missing only on the record", () => {
    const late = tell(went, [60, recordFound(at(6))])
    expect(standings(tell(went), 60)).toEqual({ "still-missing": "Open" })
    expect(standings(late)).toEqual({ "still-missing": "EvidenceCorrected" })
    expect(standings(tell(went, [60, notify(found(at(6)), episodeId, policy)]))).toEqual(standings(late))
  })

  it("is corrected: an episode long only until the finding was told", () => {
    expect(standings(tell(went, [20, recordReturned(at(20))]), 21)).toEqual({
      "long-episode": "Open",
      "still-missing": "Open"
    })
    expect(standings(tell(went, [20, recordReturned(at(20))], [21, recordFound(at(6))]), 22)).toEqual({
      "long-episode": "EvidenceCorrected",
      "still-missing": "EvidenceCorrected"
    })
  })
})

describe("a trigger that was met as things happened", () => {
  it("stays to be decided on: an offer that was made late, whenever it is told", () => {
    for (const recorded of [30, 100])
      expect(standings(tell(went, back, offerOf(30, recorded)))["offer-late"]).toBe("Open")
  })

  it("stays to be decided on: a child found only after the time, whenever it is told", () => {
    for (const recorded of [15, 60]) {
      expect(standings(tell(went, [recorded, recordFound(at(14))]))["still-missing"]).toBe("Open")
    }
  })

  it("stays: known only once the child had been found, but missing for so long", () => {
    const late = tell([40, notify(missing(), episodeId, policy)], [41, recordFound(at(39))])
    expect(standings(late)["still-missing"]).toBe("Open")
  })

  it("stays decided once a person decided on it", () => {
    const decided: Said = [
      50,
      about("DecideOnTrigger", {
        episodeId,
        trigger: `offer-late:${episodeId}`,
        answer: "yes",
        reason: "Arranged",
        level: "must",
        isManagerApart: true
      })
    ]
    expect(standings(tell(went, back, decided, offerOf(15, 100)))["offer-late"]).toBe("Decided")
  })
})

describe("the order in which late facts are told", () => {
  const ids = [episodeId] as const
  const returned: PathwayEvent = { _tag: "ChildReturned", episodeId, returnedAt: at(10) }
  const childFound: PathwayEvent = { _tag: "ChildFound", episodeId, foundAt: at(9) }
  const graded: PathwayEvent = { _tag: "EpisodeUpdated", episodeId, risk: "high" }
  const offered = (hour: number): PathwayEvent => ({
    _tag: "InterviewOffered",
    interviewId,
    episodeIds: ids,
    offeredAt: at(hour)
  })
  const orders = ([first, ...others]: ReadonlyArray<PathwayEvent>): ReadonlyArray<ReadonlyArray<PathwayEvent>> =>
    first === undefined
      ? [[]]
      : orders(others).flatMap((order) => [...order, first].map((_, place) => order.toSpliced(place, 0, first)))

  it.each([
    [15, []],
    [30, ["offer-late"]]
  ])("plays no part in what awaits a decision: an offer at hour %i", (hour, open) => {
    for (const order of orders([returned, childFound, graded, offered(hour)])) {
      const state = order.reduce((before, event, place) => evolveAt(before, [event], at(100 + place)), tell(went))
      const isOpen = Object.entries(standings(state)).filter(([, standing]) => standing === "Open")
      expect(isOpen.map(([rule]) => rule)).toEqual(open)
    }
  })
})
