import { describe, expect, it } from "vitest"
import {
  emptyChildState,
  evolve,
  fold,
  type PathwayEvent,
  PersonId,
  type RecordedEvent
} from "../../../src/pathway/index.ts"
import { at, episodeId, interviewer, interviewId, missing, notify, play, police, updated } from "../madeUpChild.ts"
import { gone } from "../stageExamples.ts"

const recorded = (event: PathwayEvent): RecordedEvent => ({
  recordedAt: at(1),
  recordedBy: PersonId.make("made-up-recorder"),
  event
})

/** Streams in which copying what was there before, event by event, would take many seconds. */
const LONG = 100_000

const assigned = recorded({
  _tag: "InterviewAssigned",
  interviewId,
  episodeIds: [episodeId],
  interviewer,
  knownAdult: false
})

const attempt = recorded({
  _tag: "InterviewAttempted",
  interviewId,
  attemptedAt: at(9),
  method: "phone",
  result: "no-reply"
})

const early = (number: number) =>
  recorded({
    _tag: "NotificationReceived",
    notification: updated({ policeReference: police(number), sentAt: at(number) })
  })

const joining = (number: number) =>
  recorded({
    _tag: "NotificationReceived",
    notification: missing({ policeReference: police(number) }),
    episodeId
  })

const times = <T>(count: number, make: (index: number) => T): ReadonlyArray<T> =>
  Array.from({ length: count }, (_, index) => make(index))

describe("a long stream", () => {
  it.each([
    ["attempts at one interview", [assigned, ...times(LONG, () => attempt)]],
    ["notifications that wait", times(LONG, early)],
    ["notifications that wait, each joined", [...times(LONG / 2, early), ...times(LONG / 2, joining)]]
  ])("of %s is folded in linear time", (_, stream) => {
    // Time of this process alone: a machine busy with other tests says nothing about the fold.
    const start = process.cpuUsage()
    const state = fold(stream)
    expect(process.cpuUsage(start).user).toBeLessThan(3_000_000)
    expect(state.notifications.length + (state.interviews[0]?.attempts?.length ?? 0)).toBe(
      stream.filter(({ event }) => event._tag !== "InterviewAssigned").length
    )
  })

  it("comes to the same state one event at a time", () => {
    const stream = [assigned, ...times(300, () => attempt), ...times(300, early), ...times(200, joining)]
    expect(fold(stream)).toStrictEqual(stream.reduce(evolve, emptyChildState))
  })
})

it("a state that was folded before is left as it was by what is folded on it", () => {
  const before = fold([assigned, attempt])
  const copy = structuredClone(before)
  const after = evolve(before, attempt)
  evolve(before, attempt)
  expect(before).toStrictEqual(copy)
  expect(after.interviews[0]?.attempts).toHaveLength(2)
  expect(play(notify(missing()))).toEqual(gone)
})
