import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calendars } from "../../src/calendar/index.ts"
import { interviewQueue, overdueInterviews, warningLevels } from "../../src/deadlines/index.ts"
import { ChildReference, type ChildState, EpisodeId } from "../../src/pathway/index.ts"
import { histories } from "../pathway/histories.ts"
import {
  assign,
  at,
  backHome,
  completedAt,
  found,
  log,
  missing,
  notify,
  play,
  playFrom,
  police,
  returned
} from "../pathway/madeUpChild.ts"

const backHomeAgain = EpisodeId.make("episode-2")
const reference = (number: number) => ChildReference.make(`MADE-UP-${number}`)
const backAt = (hours: number): ChildState => play(notify(missing()), notify(returned(at(hours))))
const foundAt = (hours: number): ChildState => play(notify(missing()), notify(found(at(hours))))
const queueOf = (states: ReadonlyArray<ChildState>, hours: number) =>
  interviewQueue(new Map(states.map((state, index) => [reference(index), state])), at(hours), calendars)

describe("the interview queue", () => {
  it("puts no clock first, then overdue, due soon and on track, each by due time", () => {
    const states = [backAt(95), backAt(90), backAt(40), backAt(35), backAt(2), backAt(1), foundAt(60), foundAt(50)]
    expect(queueOf(states, 100).map(({ child, level }) => [child, level])).toEqual([
      [reference(7), "no-clock"],
      [reference(6), "no-clock"],
      [reference(5), "overdue"],
      [reference(4), "overdue"],
      [reference(3), "due-soon"],
      [reference(2), "due-soon"],
      [reference(1), "on-track"],
      [reference(0), "on-track"]
    ])
  })

  it("the queue sorts what is overdue from the find among what is overdue from the return", () => {
    const states = new Map([backAt(5), foundAt(3), foundAt(90)].map((state, index) => [reference(index), state]))
    const overdue = overdueInterviews(states, at(100), calendars)
    expect(overdue.map(({ child, clocks }) => [child, clocks.provisional])).toEqual([
      [reference(1), true],
      [reference(0), false]
    ])
  })

  it("holds only interviews that are owed", () => {
    const offered = { offeredAt: at(11) }
    const states = [
      play(notify(missing())),
      playFrom(backHome(), assign(), log({ ...offered, response: "declined" })),
      playFrom(backHome(), assign(), log({ ...offered, completed: completedAt(at(20)) }))
    ]
    expect(queueOf(states, 100)).toEqual([])
    expect(interviewQueue(new Map(), at(100), calendars)).toEqual([])
  })

  it("says who it is assigned to, and by which clocks it is late", () => {
    const [line] = queueOf([playFrom(backHome(), assign())], 20)
    expect(line).toMatchObject({
      child: reference(0),
      level: "on-track",
      standing: { _tag: "Assigned", interview: { interviewer: "interviewer" } },
      clocks: { from: at(10), provisional: false }
    })
  })

  it("has a line for each episode of one child that is owed its own interview", () => {
    const twice = playFrom(
      backHome(),
      notify(missing({ policeReference: police(2), missingAt: at(20) }), backHomeAgain),
      notify(returned(at(28), { policeReference: police(2) }))
    )
    expect(queueOf([twice], 30).map(({ episode }) => episode.missingAt)).toEqual([at(0), at(20)])
  })

  it("is in order whatever happened to the children", () => {
    fc.assert(
      fc.property(fc.array(histories, { maxLength: 5 }), fc.integer({ min: 0, max: 150 }), (children, hours) => {
        const lines = queueOf(
          children.map(({ state }) => state),
          hours
        )
        const rank = lines.map(
          ({ level, clocks }) => [warningLevels.indexOf(level), clocks.elapsedClock.dueAt] as const
        )
        expect(rank).toEqual([...rank].sort((a, b) => a[0] - b[0] || a[1] - b[1]))
      }),
      { numRuns: 50 }
    )
  })
})
