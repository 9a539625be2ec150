/** What becomes of two alerts when their records are joined: nobody is reached later, or asked twice, for it. */
import { describe, expect, it } from "vitest"
import { calendars } from "../../../src/calendar/index.ts"
import { ladderOf } from "../../../src/escalation/index.ts"
import { alertOf, type ChildState, type Command, type EpisodeId } from "../../../src/pathway/index.ts"
import { about, allocatedWorker, at, episodeId, missing, notify, playAt, police } from "../madeUpChild.ts"
import { secondEpisode } from "../stageExamples.ts"

type Step = readonly [hour: number, command: Command]

const report = (hour: number, risk: "medium" | "high", id: EpisodeId): Step => [
  hour,
  notify(
    missing({ policeReference: police(id === episodeId ? 1 : 2), missingAt: at(hour - 1), sentAt: at(2), risk }),
    id
  )
]
const answer = (hour: number, id: EpisodeId): Step => [
  hour,
  about("AcknowledgeAlert", { episodeId: id, by: allocatedWorker, as: ["worker"] })
]
const join = (hour: number, duplicateId: EpisodeId): Step => [
  hour,
  { _tag: "MergeDuplicate", duplicateId, episodeId: duplicateId === episodeId ? secondEpisode : episodeId }
]
const alertsOf = ({ episodes }: ChildState, id: EpisodeId) => episodes.filter((one) => one.id === id).map(alertOf)

/** The roles that a record's alert has come to, and when each was. */
const reachedBy = (state: ChildState, id: EpisodeId, hour: number) =>
  ladderOf(state, at(hour), calendars)
    .filter(({ episode }) => episode.id === id)
    .flatMap(({ reached }) => reached.flatMap(({ rung: { who, by } }) => (by === undefined ? [who] : [])))

describe("joining a record whose alert at high risk was answered", () => {
  it.each([episodeId, secondEpisode])("brings no news, whichever of the two is kept: %s goes", (duplicate) => {
    const state = playAt(
      report(2, "high", episodeId),
      answer(2.1, episodeId),
      report(2.2, "medium", secondEpisode),
      join(5, duplicate)
    )
    const kept = duplicate === episodeId ? secondEpisode : episodeId
    expect(alertsOf(state, kept)).toMatchObject([{ number: 1, acknowledgements: [{ by: allocatedWorker }] }])
    expect(reachedBy(state, kept, 9)).toEqual(["worker"])
  })
})

describe("joining a record whose alert nobody has answered", () => {
  const both = [report(2, "medium", episodeId), report(5, "medium", secondEpisode)]

  it.each([episodeId, secondEpisode])(
    "leaves the climb where the earlier of the two had come: %s goes",
    (duplicate) => {
      const kept = duplicate === episodeId ? secondEpisode : episodeId
      const earlier = reachedBy(playAt(...both), episodeId, 5.1)
      expect(earlier).toContain("head-of-service")
      expect(reachedBy(playAt(...both), secondEpisode, 5.1)).toEqual(["worker"])
      expect(reachedBy(playAt(...both, join(5.1, duplicate)), kept, 5.1)).toEqual(earlier)
    }
  )

  it("climbs as by itself again once the two are separated", () => {
    const joined = playAt(...both, join(5.1, episodeId))
    expect(joined.episodes[1]?.joinedClimb).toEqual({ alert: 1, from: at(2) })
    const apart = playAt(...both, join(5.1, episodeId), [
      5.2,
      about("SeparateDuplicate", { episodeId, reason: "wrong-record" })
    ])
    expect(apart.episodes[1]).not.toHaveProperty("joinedClimb")
    expect(reachedBy(apart, secondEpisode, 5.2)).toEqual(["worker"])
  })

  it("at high risk begins the answered alert of the kept record again, from where it was", () => {
    const steps = [report(2, "high", secondEpisode), report(2.5, "medium", episodeId), answer(2.6, episodeId)]
    const before = reachedBy(playAt(...steps), secondEpisode, 5)
    const state = playAt(...steps, join(5, secondEpisode))
    expect(alertsOf(state, episodeId)).toMatchObject([{ number: 2, because: "risk-raised", acknowledgements: [] }])
    expect(reachedBy(state, episodeId, 5)).toEqual(before)
  })
})
