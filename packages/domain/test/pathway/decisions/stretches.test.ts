import { Option, Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type ChildState,
  type Command,
  decide,
  type Episode,
  endOf,
  episodeById,
  fold,
  stretchesOf
} from "../../../src/pathway/index.ts"
import { streams } from "../arbitraries.ts"
import { histories } from "../histories.ts"
import {
  about,
  at,
  episodeId,
  found,
  MUCH_LATER,
  missing,
  notify,
  play,
  playFrom,
  returned,
  updated
} from "../madeUpChild.ts"
import { gone, home, whereaboutsKnown } from "../stageExamples.ts"

const away = (hours: number) => about("RecordAbsenceChange", { absence: "away", changedAt: at(hours) })
const lost = (hours: number) => about("RecordAbsenceChange", { absence: "missing", changedAt: at(hours) })
const only = (state: ChildState): Episode => Option.getOrThrow(episodeById(state, episodeId))
const stretches = (state: ChildState) => stretchesOf(only(state))
const refusalOf = (state: ChildState, command: Command) =>
  Result.getOrThrow(Result.flip(decide(state, command, { now: MUCH_LATER })))._tag

describe("the stretches of an episode", () => {
  it("are one, from when the child was last seen, until a change is recorded", () => {
    expect(stretches(gone)).toEqual([{ absence: "missing", from: at(0) }])
    expect(stretches(home)).toEqual([{ absence: "missing", from: at(0), until: at(8) }])
  })

  it("are each kept with their own ends, and the last says what the episode is", () => {
    const state = playFrom(gone, away(3), lost(5), notify(found(at(8))), away(8), notify(returned(at(10))))
    expect(stretches(state)).toEqual([
      { absence: "missing", from: at(0), until: at(3) },
      { absence: "away", from: at(3), until: at(5) },
      { absence: "missing", from: at(5), until: at(8) },
      { absence: "away", from: at(8), until: at(10) }
    ])
    expect(only(state).absence).toBe("away")
  })

  it("end by the rule of the last: missing when found, away when back", () => {
    const wasAway = playFrom(whereaboutsKnown, away(8))
    expect(endOf(only(wasAway))).toBeUndefined()
    expect(endOf(only(playFrom(wasAway, notify(returned(at(10))))))).toBe(at(10))
    expect(endOf(only(home))).toBe(at(8))
  })

  it("are told in order, and no change comes before the last or after the return", () => {
    const changed = playFrom(gone, away(5))
    expect(refusalOf(changed, lost(5))).toBe("AbsenceChangeOutOfOrder")
    expect(refusalOf(changed, lost(4))).toBe("AbsenceChangeOutOfOrder")
    expect(refusalOf(gone, away(0))).toBe("AbsenceChangeOutOfOrder")
    expect(refusalOf(home, away(11))).toBe("AbsenceChangeOutOfOrder")
    expect(stretches(playFrom(home, away(10)))).toHaveLength(1)
  })

  it("hold no child missing again once found: that is another disappearance", () => {
    expect(refusalOf(playFrom(whereaboutsKnown, away(8)), lost(9))).toBe("MissingOnceFound")
  })

  it("change nothing when the same is said twice", () => {
    expect(Result.getOrThrow(decide(playFrom(gone, away(3)), away(3), { now: MUCH_LATER }))).toEqual([])
  })

  it("are corrected in the last; a correction without a time begins no new stretch", () => {
    const state = playFrom(gone, away(3), lost(5))
    const corrected = playFrom(state, about("CorrectEpisode", { reason: "mistyped", absence: "away" }))
    expect(stretches(corrected).map(({ absence }) => absence)).toEqual(["missing", "away"])
    const told = playFrom(gone, notify(updated({ absence: "away", sentAt: at(6) })))
    expect(stretches(told)).toEqual([{ absence: "away", from: at(0) }])
  })

  it("go on as they were when a change is taken back, each time it is said", () => {
    const state = playFrom(gone, away(3), lost(5))
    const without = (hours: number) =>
      about("WithdrawEntry", { entry: { _tag: "AbsenceChange", changedAt: at(hours) }, reason: "mistyped" })
    expect(stretches(playFrom(state, without(5)))).toEqual(stretches(playFrom(gone, away(3))))
    expect(stretches(playFrom(state, without(3)))).toEqual(stretches(gone))
    expect(only(playFrom(gone, away(3), without(3))).absence).toBe("missing")
    const taken = playFrom(state, without(5))
    expect(Result.getOrThrow(decide(taken, without(5), { now: MUCH_LATER }))).toEqual([])
    // The time was wrong: taken back, and recorded at the right one.
    expect(stretches(playFrom(gone, away(3), without(3), away(4)))).toEqual(stretches(playFrom(gone, away(4))))
  })

  it("end where the episode ended, whatever was said of later", () => {
    const state = playFrom(gone, away(3), lost(9), notify(found(at(8))))
    expect(stretches(state)).toEqual([
      { absence: "missing", from: at(0), until: at(3) },
      { absence: "away", from: at(3), until: at(8) }
    ])
    expect(play(notify(missing({ absence: "away" })), notify(found(at(8)))).episodes.flatMap(stretchesOf)).toEqual([
      { absence: "away", from: at(0) }
    ])
  })
})

describe("in any history and any order of events", () => {
  const check = ({ episodes }: ChildState): void => {
    for (const episode of episodes) {
      const told = stretchesOf(episode)
      const end = endOf(episode)
      expect(told[0]?.from).toBe(episode.missingAt)
      for (const [index, stretch] of told.entries()) {
        const next = told[index + 1]
        if (next === undefined) {
          if (end === undefined || end >= episode.missingAt) expect(stretch.until).toBe(end)
          continue
        }
        expect(stretch.until).toBe(next.from)
        expect(next.from).toBeGreaterThan(stretch.from)
      }
    }
  }

  it("stretches cover the episode from its start to its end, and never overlap", () => {
    fc.assert(
      fc.property(histories, ({ state }) => check(state)),
      { numRuns: 400 }
    )
    fc.assert(
      fc.property(streams, (stream) => check(fold(stream))),
      { numRuns: 1000 }
    )
  })
})
