import { Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  alertOf,
  type ChildState,
  type Command,
  decide,
  evolve,
  type PathwayEvent,
  PersonId
} from "../../../src/pathway/index.ts"
import type { OnRung } from "../../../src/policy/index.ts"
import {
  about,
  allocatedWorker,
  at,
  episodeId,
  found,
  missing,
  notify,
  playAt,
  police,
  updated
} from "../madeUpChild.ts"
import { coordinator } from "../stageExamples.ts"

const by = PersonId.make("made-up-recorder")

const manager = PersonId.make("made-up-manager")
const second = { to: "early-help-worker", worker: PersonId.make("second-worker") } as const
const reported = [2, notify(missing())] as const
const acknowledge = about("AcknowledgeAlert", { by: coordinator, as: ["missing-coordinator"] })
const answerOf = (alert: number, by: PersonId, hour: number, as: ReadonlyArray<OnRung>) => ({
  alert,
  by,
  at: at(hour),
  as
})
const alertsOf = ({ episodes }: ChildState) => episodes.map(alertOf)
const answersIn = (state: ChildState) => alertsOf(state).flatMap(({ acknowledgements }) => acknowledgements)

describe("the alert that a child is missing", () => {
  it("is as old as our knowledge of the report, and nobody has acknowledged it", () => {
    expect(alertsOf(playAt(reported))).toEqual([{ number: 1, because: "reported", at: at(2), acknowledgements: [] }])
  })

  it("is acknowledged by the person and at the time, and once is enough", () => {
    const state = playAt(reported, [3, acknowledge])
    expect(alertsOf(state)).toEqual([
      {
        number: 1,
        because: "reported",
        at: at(2),
        acknowledgements: [answerOf(1, coordinator, 3, ["missing-coordinator"])]
      }
    ])
    expect(decide(state, acknowledge, { now: at(4) })).toEqual(Result.succeed([]))
  })

  it("is each person's to acknowledge: the second answer stands beside the first", () => {
    const second = about("AcknowledgeAlert", { by: manager, as: ["team-manager", "out-of-hours-duty"] })
    expect(answersIn(playAt(reported, [3, acknowledge], [4, second]))).toEqual([
      answerOf(1, coordinator, 3, ["missing-coordinator"]),
      answerOf(1, manager, 4, ["team-manager", "out-of-hours-duty"])
    ])
  })

  it("is answered by the workers and the co-ordinator of the episode as what they are", () => {
    const workers = { to: "social-worker", worker: allocatedWorker, alsoWorkers: [second] } as const
    const state = playAt(
      reported,
      [2, about("RecordAllocation", { allocated: workers })],
      [2, about("HandOver", { coordinator })],
      [3, about("AcknowledgeAlert", { by: coordinator })],
      [4, about("AcknowledgeAlert", { by: second.worker })],
      [5, about("AcknowledgeAlert", { by: manager })]
    )
    expect(answersIn(state).map(({ as }) => as)).toEqual([["missing-coordinator"], ["worker"], []])
  })

  it("is answered for a further role that a person comes to hold, and not for the same again", () => {
    const asManager = about("AcknowledgeAlert", { by: coordinator, as: ["team-manager"] })
    const state = playAt(reported, [3, acknowledge], [4, asManager])
    expect(answersIn(state)).toEqual([
      answerOf(1, coordinator, 3, ["missing-coordinator"]),
      answerOf(1, coordinator, 4, ["team-manager"])
    ])
    expect(decide(state, acknowledge, { now: at(5) })).toEqual(Result.succeed([]))
    expect(decide(state, asManager, { now: at(5) })).toEqual(Result.succeed([]))
  })

  it("is acknowledged for a person reached otherwise, with how and who recorded it", () => {
    const reached = { how: "phone", recordedBy: coordinator } as const
    const state = playAt(reported, [3, about("AcknowledgeAlert", { by: manager, as: ["team-manager"], reached })])
    expect(answersIn(state)).toEqual([{ ...answerOf(1, manager, 3, ["team-manager"]), reached }])
    const own = about("AcknowledgeAlert", { by: coordinator, as: [], reached })
    expect(answersIn(playAt(reported, [3, own]))).toEqual([answerOf(1, coordinator, 3, [])])
  })

  it("was ended by one answer in what was written before answers had roles", () => {
    const before: PathwayEvent = {
      _tag: "AlertAcknowledged",
      episodeId,
      alert: 1,
      by: coordinator,
      acknowledgedAt: at(3)
    }
    const state = evolve(playAt(reported), { recordedAt: at(3), recordedBy: by, event: before })
    expect(answersIn(state)).toEqual([{ alert: 1, by: coordinator, at: at(3) }])
    expect(decide(state, acknowledge, { now: at(4) })).toEqual(Result.succeed([]))
  })

  it.each<readonly [string, ReadonlyArray<readonly [number, Command]>]>([
    ["risk-raised", [[5, notify(updated({ risk: "high" }))]]],
    ["reported-again", [[5, notify(missing({ policeReference: police(2) }))]]],
    [
      "missing-after-all",
      [
        [4, notify(found(at(4)))],
        [5, about("CorrectEpisode", { reason: "told-wrongly", withdrawn: "found" })]
      ]
    ],
    ["risk-raised", [[5, about("CorrectEpisode", { reason: "mistyped", risk: "high" })]]],
    [
      "missing-after-all",
      [
        [4, { _tag: "TurnEighteen", birthday: at(4) }],
        [5, about("ReopenEpisode", { reason: "not-yet-18" })]
      ]
    ]
  ])("is raised again: %s", (because, steps) => {
    const state = playAt(reported, [3, acknowledge], ...steps)
    expect(alertsOf(state)).toMatchObject([{ number: 2, because, at: at(5), acknowledgements: [] }])
    expect(alertsOf(playAt(reported, [3, acknowledge], ...steps, [6, acknowledge]))).toMatchObject([
      { number: 2, acknowledgements: [answerOf(2, coordinator, 6, ["missing-coordinator"])] }
    ])
  })

  it.each<readonly [string, Command]>([
    ["another fact changes", notify(updated({ absence: "away" }))],
    ["the risk is raised, and not to high", notify(updated({ risk: "medium" }))],
    ["it is known already that the risk is high", notify(updated({ risk: "high", sentAt: at(1) }))]
  ])("is not raised again when %s", (_, command) => {
    const high = [2, notify(missing({ risk: "high" }))] as const
    expect(alertsOf(playAt(high, [3, acknowledge], [5, command]))).toMatchObject([{ number: 1, at: at(2) }])
  })

  it("goes on climbing as it was while nobody has answered it, whatever news comes", () => {
    const news = notify(updated({ risk: "high" }))
    expect(alertsOf(playAt(reported, [5, news]))).toMatchObject([{ number: 1, because: "reported", at: at(2) }])
  })

  it("is not acknowledged by someone who saw the one before it", () => {
    const state = playAt(reported, [3, acknowledge], [5, notify(updated({ risk: "high" }))])
    const late = decide(state, about("AcknowledgeAlert", { alert: 1, by: allocatedWorker }), { now: at(6) })
    expect(Result.isFailure(late) && late.failure._tag).toBe("AlertedAgainSince")
  })

  it("of a disappearance separated from another is one of its own, from then on", () => {
    const second = [3, notify(missing({ policeReference: police(2), missingAt: at(1) }), "episode-2" as never)] as const
    const merged = about("MergeDuplicate", { episodeId, duplicateId: "episode-2" as never })
    const separated = about("SeparateDuplicate", { episodeId: "episode-2" as never, reason: "wrong-record" })
    expect(alertsOf(playAt(reported, second, [4, merged], [6, separated]))).toMatchObject([
      { number: 1, because: "reported", at: at(2) },
      { number: 2, because: "missing-after-all", at: at(6) }
    ])
  })
})
