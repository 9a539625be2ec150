import { describe, expect, it } from "vitest"
import {
  emptyChildState,
  evolve,
  fold,
  type PathwayEvent,
  PersonId,
  type RecordedEvent
} from "../../../src/pathway/index.ts"
import { rotherham } from "../../../src/policy/index.ts"
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

const opened = recorded({
  _tag: "EpisodeOpened",
  episodeId,
  absence: "missing",
  missingFrom: "care",
  risk: "low",
  missingAt: at(0),
  reportedAt: at(0),
  notifiedAt: at(0),
  policy: rotherham
})

const found = recorded({ _tag: "ChildFound", episodeId, foundAt: at(0) })

const stay = (number: number) =>
  recorded({ _tag: "WhereaboutsRecorded", episodeId, whereabouts: "hospital", since: at(number) })

const change = (number: number) =>
  recorded({ _tag: "AbsenceChanged", episodeId, absence: number % 2 === 0 ? "away" : "missing", changedAt: at(number) })

const move = (number: number) =>
  recorded({ _tag: "PlacementRecorded", episodeId, placement: { _tag: "OwnArea" }, movedAt: at(number) })

const times = <T>(count: number, make: (index: number) => T): ReadonlyArray<T> =>
  Array.from({ length: count }, (_, index) => make(index))

describe("a long stream", () => {
  it.each([
    ["attempts at one interview", [assigned, ...times(LONG, () => attempt)]],
    ["notifications that wait", times(LONG, early)],
    ["places a child was in", [opened, found, ...times(LONG - 1, stay)]],
    ["changes between missing and away", [opened, ...times(LONG, change)]],
    ["moves of a placement", [opened, ...times(LONG, move)]],
    ["notifications that wait, each joined", [...times(LONG / 2, early), ...times(LONG / 2, joining)]]
  ])("of %s is folded in linear time", (_, stream) => {
    // Time of this process alone: a machine busy with other tests says nothing about the fold.
    const start = process.cpuUsage()
    const state = fold(stream)
    expect(process.cpuUsage(start).user).toBeLessThan(3_000_000)
    const [episode] = state.episodes
    const kept = [
      state.notifications,
      state.interviews[0]?.attempts,
      episode?.stays,
      episode?.earlierStretches,
      episode?.placements
    ]
    expect(kept.reduce((all, list) => all + (list?.length ?? 0), 0)).toBe(
      stream.filter(
        ({ event }) =>
          event._tag !== "InterviewAssigned" && event._tag !== "EpisodeOpened" && event._tag !== "ChildFound"
      ).length
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
