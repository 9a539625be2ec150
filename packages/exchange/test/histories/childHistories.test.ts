import { utc } from "@safe-return/domain/calendar"
import { answerOf, interviewStatus, offerOf } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { type ChildHistories, childHistories } from "@safe-return/exchange"
import { describe, expect, test } from "vitest"
import { tableIn } from "../reading.ts"

const COLUMNS = [
  "episode_id",
  "child_ref",
  "case_status",
  "missing_at",
  "found_at",
  "returned_at",
  "rhi_id",
  "rhi_offered_at",
  "rhi_response",
  "rhi_completed_at",
  "rhi_not_done"
].join(",")

const read = (rows: ReadonlyArray<string>, asOf = utc(2026, 12, 1)): ChildHistories =>
  childHistories(tableIn(`${COLUMNS}\n${rows.join("\n")}`).lines, { policy: rotherham, asOf })

const stateIn = (rows: ReadonlyArray<string>, asOf = utc(2026, 12, 1)) => {
  const [history] = read(rows, asOf).histories
  if (history === undefined) throw new Error("No child was read.")
  return history.state
}

const standings = (rows: ReadonlyArray<string>, asOf?: ReturnType<typeof utc>) => {
  const state = stateIn(rows, asOf)
  return state.episodes.map((episode) => interviewStatus(state, episode)._tag)
}

test("each child has one history, in the order they are named, with episodes by disappearance", () => {
  const { histories } = read([
    "E1,LCS-2,,2026-11-02T10:00Z,,,,,,,",
    "E2,LCS-1,,2026-11-03T10:00Z,,,,,,,",
    "E3,LCS-2,,2026-11-01T10:00Z,,,,,,,"
  ])
  expect(histories.map(({ child, state }) => [child, state.episodes.map(({ id }) => id)])).toEqual([
    ["LCS-2", ["E3", "E1"]],
    ["LCS-1", ["E2"]]
  ])
  expect(histories.every(({ state }) => state.episodes.every(({ policy }) => policy === rotherham))).toBe(true)
})

test("how far an episode has come is what its times say", () => {
  const state = stateIn([
    "E1,LCS-1,,2026-11-01T10:00Z,,,,,,,",
    "E2,LCS-1,,2026-11-02T10:00Z,2026-11-02T12:00Z,,,,,,",
    "E3,LCS-1,,2026-11-03T10:00Z,2026-11-03T12:00Z,2026-11-03T13:00Z,,,,,",
    "E4,LCS-1,,2026-11-04T10:00Z,,2026-11-04T13:00Z,,,,,"
  ])
  expect(state.episodes.map(({ progress }) => progress)).toEqual([
    { _tag: "Missing" },
    { _tag: "Found", foundAt: utc(2026, 11, 2, 12) },
    { _tag: "Returned", foundAt: utc(2026, 11, 3, 12), returnedAt: utc(2026, 11, 3, 13) },
    { _tag: "Returned", returnedAt: utc(2026, 11, 4, 13) }
  ])
})

test("one interview covers every episode that names it, with its facts on any of the rows", () => {
  const state = stateIn([
    "E1,LCS-1,,2026-11-01T10:00Z,,2026-11-01T20:00Z,R1,2026-11-03T09:00Z,,,",
    "E2,LCS-1,,2026-11-02T10:00Z,,2026-11-02T20:00Z,R1,,accepted,2026-11-04T09:00Z,"
  ])
  expect(state.interviews).toHaveLength(1)
  expect(state.interviews[0]).toMatchObject({
    id: "R1",
    episodeIds: ["E1", "E2"],
    offeredAt: utc(2026, 11, 3, 9),
    response: "accepted",
    completed: { completedAt: utc(2026, 11, 4, 9), harmDisclosed: "not-disclosed", exploitation: [] }
  })
})

test("an offer and an answer are the row's own, and a completion is that of every row", () => {
  const rows = [
    "E1,LCS-1,,2026-11-01T10:00Z,,2026-11-01T20:00Z,R1,2026-11-01T21:00Z,declined,,",
    "E2,LCS-1,,2026-11-02T10:00Z,,2026-11-02T20:00Z,R1,2026-11-03T09:00Z,no-answer,,"
  ]
  const told = (lines: ReadonlyArray<string>) => {
    const state = stateIn(lines)
    return state.episodes.map((episode) => [
      offerOf(state.interviews[0], episode),
      answerOf(state.interviews[0], episode)
    ])
  }
  expect(told(rows)).toEqual([
    [{ _tag: "Offered", offeredAt: utc(2026, 11, 1, 21) }, "declined"],
    [{ _tag: "Offered", offeredAt: utc(2026, 11, 3, 9) }, "no-answer"]
  ])
  expect(standings(rows)).toEqual(["Declined", "Assigned"])
  expect(standings([rows[0] ?? "", `${rows[1]?.slice(0, -1)}2026-11-04T09:00Z,`])).toEqual(["Completed", "Completed"])
})

test("the same rhi_id on two children is two interviews", () => {
  const { histories } = read([
    "E1,LCS-1,,2026-11-01T10:00Z,,2026-11-01T20:00Z,R1,2026-11-03T09:00Z,,,",
    "E2,LCS-2,,2026-11-01T10:00Z,,2026-11-01T20:00Z,R1,2026-11-05T09:00Z,,,"
  ])
  expect(histories.map(({ state }) => state.interviews.map(({ episodeIds }) => episodeIds))).toEqual([
    [["E1"]],
    [["E2"]]
  ])
})

test("offer, answer and completion without an rhi_id belong to the episode's own interview", () => {
  const rows = [
    "E1,LCS-1,,2026-11-01T10:00Z,,2026-11-01T20:00Z,,2026-11-02T09:00Z,declined,,",
    "E2,LCS-1,,2026-11-03T10:00Z,,2026-11-03T20:00Z,,,,2026-11-04T09:00Z,",
    "E3,LCS-1,,2026-11-05T10:00Z,,2026-11-05T20:00Z,,,,,"
  ]
  expect(standings(rows)).toEqual(["Declined", "Completed", "Unassigned"])
})

test("why there was no interview is kept, with or without an interview it belongs to", () => {
  const state = stateIn([
    "E1,LCS-1,,2026-11-01T10:00Z,,2026-11-01T20:00Z,,,,,missing-again",
    "E2,LCS-1,,2026-11-02T10:00Z,,2026-11-02T20:00Z,R2,2026-11-03T09:00Z,,,unable-to-contact"
  ])
  expect(state.episodes[0]?.interviewNotDone?.reason).toBe("missing-again")
  expect(state.interviews[0]?.notDone?.reason).toBe("unable-to-contact")
})

describe("as it stood at a moment", () => {
  const rows = [
    "E1,LCS-1,,2026-11-01T10:00Z,,2026-11-02T10:00Z,R1,2026-11-03T10:00Z,accepted,2026-11-04T10:00Z,",
    "E2,LCS-1,,2026-11-05T10:00Z,,,,,,,"
  ]
  test.each([
    ["while missing", utc(2026, 11, 1, 12), ["Missing"], { isOffered: false, response: undefined, isCompleted: false }],
    [
      "on the return",
      utc(2026, 11, 2, 10),
      ["Returned"],
      { isOffered: false, response: undefined, isCompleted: false }
    ],
    ["on the offer", utc(2026, 11, 3, 10), ["Returned"], { isOffered: true, response: "accepted", isCompleted: false }],
    ["on completion", utc(2026, 11, 4, 10), ["Returned"], { isOffered: true, response: "accepted", isCompleted: true }],
    [
      "missing again",
      utc(2026, 11, 5, 10),
      ["Returned", "Missing"],
      { isOffered: true, response: "accepted", isCompleted: true }
    ]
  ])("%s, what had not happened is not known", (_when, asOf, progress, told) => {
    const { episodes, interviews } = stateIn(rows, asOf)
    expect(episodes.map((episode) => episode.progress._tag)).toEqual(progress)
    const [interview] = interviews
    const isOffered = interview?.offeredAt !== undefined
    const isCompleted = interview?.completed !== undefined
    expect({ isOffered, response: interview?.response, isCompleted }).toEqual(told)
  })

  test("an answer or reason without a date is unknown while part of its row is to come", () => {
    const undated = ["E1,LCS-1,,2026-11-01T10:00Z,,2026-11-02T10:00Z,,,declined,,missing-again"]
    const told = (asOf: ReturnType<typeof utc>) => {
      const { interviews } = stateIn(undated, asOf)
      return [interviews[0]?.response, interviews[0]?.notDone?.reason]
    }
    expect(told(utc(2026, 11, 2, 9))).toEqual([undefined, undefined])
    expect(told(utc(2026, 11, 2, 10))).toEqual(["declined", "missing-again"])
  })

  test("before anything happened there is no child", () => {
    expect(read(rows, utc(2026, 10, 31)).histories).toEqual([])
  })
})

test("rows that cannot be placed in time are left out by line; stand-ins are counted", () => {
  const { histories, withoutMissingAt, stoodIn } = read([
    "E1,LCS-1,,,,,,,,,",
    "E2,LCS-1,looked-after,2026-11-01T10:00Z,,,,,,,"
  ])
  expect(withoutMissingAt).toEqual([{ line: 2, episodeId: "E1" }])
  expect(stoodIn).toEqual({ absence: 1, missing_from: 1, risk: 1 })
  expect(histories[0]?.state.episodes[0]).toMatchObject({
    missingFrom: "care",
    absence: "missing",
    risk: "no-apparent"
  })
})

test("case status is a fact of the child, at each episode and the latest known", () => {
  const [history] = read([
    "E2,LCS-1,child-in-need,2026-11-02T10:00Z,,,,,,,",
    "E1,LCS-1,looked-after,2026-11-01T10:00Z,,,,,,,",
    "E3,LCS-1,,2026-11-03T10:00Z,,,,,,,"
  ]).histories
  expect(history?.facts?.caseStatus).toBe("child-in-need")
  expect([...(history?.facts?.caseStatusAt ?? [])]).toEqual([
    ["E1", "looked-after"],
    ["E2", "child-in-need"]
  ])
})

test("rows that spell one child's reference differently are one history, as the first has it", () => {
  const { histories } = read([
    "E2,lcs-1,,2026-07-08T18:00Z,2026-07-08T20:00Z,2026-07-08T21:00Z,,,,,",
    "E1,LCS\u20111,,2026-07-01T18:00Z,2026-07-01T20:00Z,2026-07-01T21:00Z,,,,,",
    "E3,\uff2c\uff23\uff33 1,,2026-07-09T18:00Z,,,,,,,",
    "E4,LCS-10,,2026-07-09T18:00Z,,,,,,,"
  ])
  expect(histories.map(({ child, state }) => [child, ...state.episodes.map(({ id }) => id)])).toEqual([
    ["lcs-1", "E1", "E2", "E3"],
    ["LCS-10", "E4"]
  ])
})
