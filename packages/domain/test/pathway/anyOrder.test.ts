import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type ChildState,
  decide,
  EpisodeId,
  emptyChildState,
  evolve,
  type Notification,
  PersonId
} from "../../src/pathway/index.ts"
import { at, cancelled, found, MUCH_LATER, missing, notify, police, returned, updated } from "./madeUpChild.ts"

const recordedBy = PersonId.make("made-up-intake")

/** One notification put to a state, and whether it was taken. */
const hear = (state: ChildState, notification: Notification, id: string) => {
  const decision = decide(state, notify(notification, EpisodeId.make(id)), { now: MUCH_LATER })
  const events = Result.getOrElse(decision, () => [])
  const after = events.reduce((current, event) => evolve(current, { recordedAt: MUCH_LATER, recordedBy, event }), state)
  return { after, isTaken: Result.isSuccess(decision) }
}

/** The state once all were sent in this order, and those refused sent again until none is taken any more. */
const afterAll = (order: ReadonlyArray<Notification>): ChildState => {
  let state: ChildState = emptyChildState
  let count = 0
  let waiting = order
  for (let isMoving = true; isMoving; ) {
    const refused: Array<Notification> = []
    for (const notification of waiting) {
      const { after, isTaken } = hear(state, notification, `episode-${count}`)
      count += 1
      state = after
      if (!isTaken) refused.push(notification)
    }
    isMoving = refused.length < waiting.length
    waiting = refused
  }
  return state
}

/** What people see of a child, whatever ids it has and in whatever order it came. */
const asSeen = ({ episodes, early }: ChildState) => ({
  waiting: early.length,
  episodes: episodes
    .filter(({ progress }) => progress._tag !== "Cancelled" || progress.duplicateOf === undefined)
    .map(({ absence, missingFrom, risk, lastSeen, missingAt, reportedAt, progress, questionedCancellation }) => {
      const known = progress._tag === "Cancelled" ? { _tag: progress._tag } : progress
      const isQuestioned = questionedCancellation !== undefined
      return JSON.stringify({ known, absence, missingFrom, risk, lastSeen, missingAt, reportedAt, isQuestioned })
    })
    .sort()
})

const hours = (min: number, max: number) => fc.integer({ min, max }).map(at)
const envelope = { policeReference: fc.constantFrom(police(1), police(2)), sentAt: hours(0, 14) }
const risk = fc.constantFrom("low", "medium", "high")
const absence = fc.constantFrom("missing", "away")
const said = <T>(facts: { [Key in keyof T]: fc.Arbitrary<T[Key]> }, requiredKeys?: Array<keyof T>) =>
  fc.record(facts, requiredKeys === undefined ? { noNullPrototype: true } : { requiredKeys, noNullPrototype: true })

const anyNotification: fc.Arbitrary<Notification> = fc.oneof(
  said({ ...envelope, risk, missingAt: fc.constantFrom(at(0), at(0), at(2)) }).map((facts) => missing(facts as object)),
  said({ ...envelope, risk, absence, lastSeen: fc.constantFrom("street", "school"), missingAt: hours(0, 2) }, [
    "policeReference",
    "sentAt"
  ]).map((facts) => updated(facts as object)),
  fc.tuple(hours(3, 6), said(envelope)).map(([time, facts]) => found(time, facts)),
  fc.tuple(hours(6, 9), said(envelope)).map(([time, facts]) => returned(time, facts)),
  said(envelope).map((facts) => cancelled(facts))
)

const sets = fc.array(anyNotification, { minLength: 2, maxLength: 6, size: "max" })

const contentOf = ({ sentAt: _, policeReference: _reference, ...content }: Notification) => JSON.stringify(content)

/** Two that cannot both be so: the first recorded stands, and a person judges. The list below says each with its reason. */
const contradict = (one: Notification, other: Notification): boolean => {
  if (one.kind !== other.kind || contentOf(one) === contentOf(other)) return false
  if (one.kind === "found" || one.kind === "returned") return true
  const isSameReference = one.policeReference === other.policeReference
  return one.kind === "updated" ? isSameReference && one.sentAt === other.sentAt : isSameReference
}

const isContradictory = (all: ReadonlyArray<Notification>): boolean =>
  all.some((one, place) => all.slice(place + 1).some((other) => contradict(one, other)))

describe("the same notifications in any order", () => {
  it("come to one end, repeated or not, unless they contradict each other", () => {
    const turns = 12
    const keys = fc.array(fc.nat(), { minLength: 7 * turns, maxLength: 7 * turns })
    fc.assert(
      fc.property(sets, keys, fc.nat(), (all, order, repeat) => {
        fc.pre(!isContradictory(all))
        const first = asSeen(afterAll(all))
        const twice = [...all, ...all.slice(repeat % all.length, (repeat % all.length) + 1)]
        for (let turn = 0; turn < turns; turn += 1) {
          const shuffled = twice
            .map((notification, place) => [order[turn * 7 + place] ?? 0, notification] as const)
            .sort(([a], [b]) => a - b)
          expect(asSeen(afterAll(shuffled.map(([, notification]) => notification)))).toEqual(first)
        }
      }),
      { numRuns: 150 }
    )
  })

  const second = { policeReference: police(2) }
  const both = [missing(), missing(second)]

  /** Each with why two ends are right: of two times that cannot both be so, no rule knows the true one. */
  it.each<readonly [why: string, always: ReadonlyArray<Notification>, one: Notification, other: Notification]>([
    ["two times found: which is right is for a person", both, found(at(8)), found(at(9), second)],
    ["two times of return: which is right is for a person", both, returned(at(8)), returned(at(9), second)],
    ["two reports under one reference: the second is a conflict", [], missing(), missing({ risk: "high" })],
    [
      "two updates of one moment: the second is a conflict",
      [missing()],
      updated({ sentAt: at(2), risk: "low" }),
      updated({ sentAt: at(2), risk: "high" })
    ],
    ["a return before the finding: the clocks may not start from a guess", [missing()], found(at(8)), returned(at(7))],
    ["a disappearance after its end", [missing()], found(at(8)), updated({ sentAt: at(9), missingAt: at(9) })]
  ])("that contradict come to what was recorded first: %s", (_, always, one, other) => {
    const [first, last] = [asSeen(afterAll([...always, one, other])), asSeen(afterAll([...always, other, one]))]
    expect(first).not.toEqual(last)
    expect(isContradictory([one, other]) || one.kind !== other.kind).toBe(true)
  })
})

describe("what the police sent last", () => {
  const riskAfter = (...all: ReadonlyArray<Notification>) => afterAll(all).episodes.map((episode) => episode.risk)
  const second = { policeReference: police(2) }

  it("stands across references and kinds, and nothing outweighs a fact it does not speak of", () => {
    const raised = updated({ sentAt: at(3), risk: "high" })
    const report = missing({ ...second, sentAt: at(2), risk: "low" })
    expect(riskAfter(missing(), raised, report)).toEqual(["high"])
    expect(riskAfter(missing(), report, raised)).toEqual(["high"])
    const later = updated({ ...second, sentAt: at(4), absence: "away" })
    expect(riskAfter(missing(), report, later, raised)).toEqual(["high"])
  })

  it("of two sent at one time is the higher risk, whichever came first", () => {
    const [low, high] = [missing({ risk: "low" }), missing({ ...second, risk: "high" })]
    expect(riskAfter(low, high)).toEqual(["high"])
    expect(riskAfter(high, low)).toEqual(["high"])
  })

  it("outweighs nothing when its clock is ahead of the tolerance, and is taken all the same", () => {
    const ahead = missing({ ...second, sentAt: (MUCH_LATER + 11 * 60_000) as never, risk: "low" })
    expect(hear(emptyChildState, ahead, "episode-1").after.episodes).toHaveLength(1)
    expect(riskAfter(missing({ risk: "high" }), ahead)).toEqual(["high"])
    expect(riskAfter(ahead, missing({ risk: "high" }))).toEqual(["high"])
  })

  it("is looked at again when a later fact makes it fit", () => {
    const early = found(at(-0.5), { sentAt: at(1) })
    const earlier = updated({ sentAt: at(2), missingAt: at(-1) })
    expect(afterAll([early, missing(), earlier]).episodes).toMatchObject([{ progress: { foundAt: at(-0.5) } }])
  })

  it("joins two episodes when an update moves one onto the other", () => {
    const all = [missing(), missing({ ...second, missingAt: at(2) }), updated({ sentAt: at(3), missingAt: at(2) })]
    const seen = asSeen(afterAll(all)).episodes
    expect(seen).toHaveLength(1)
    expect(asSeen(afterAll(all.toReversed())).episodes).toEqual(seen)
  })
})
