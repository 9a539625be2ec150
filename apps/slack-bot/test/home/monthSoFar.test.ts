import {
  assigned,
  at,
  child,
  completed,
  interviewer,
  interviewId,
  manager,
  missing,
  offered,
  returned,
  tell
} from "@safe-return/casework/testing"
import { EpisodeId } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import { monthSoFar } from "../../src/home/monthSoFar.ts"

const second = EpisodeId.make("episode-2")

describe("the month so far", () => {
  it("counts an offer for the return it was made after, and not for one that came later", () => {
    const { state } = tell([
      missing(),
      returned(6),
      assigned(7),
      offered(8),
      missing(50, { id: second, reference: "SYP-2026-0000002" }),
      returned(56, second),
      {
        by: manager,
        now: at(57),
        command: {
          _tag: "AssignInterview",
          newInterviewId: interviewId,
          episodeId: EpisodeId.make("episode-1"),
          interviewer,
          knownAdult: false,
          isInterviewer: true,
          alsoCovers: [second]
        }
      }
    ])
    expect(state.interviews[0]?.episodeIds).toHaveLength(2)
    expect(monthSoFar(new Map([[child, state]]), at(60))).toMatchObject({ episodes: 2, owed: 2, offered: 1 })
  })

  it("counts as in time what was held after the return and before they were over", () => {
    const held = (hours: number, back = 6) => {
      const { state } = tell([
        missing(),
        returned(back),
        assigned(back + 1),
        offered(back + 2, "accepted"),
        completed(hours)
      ])
      const { completed: done, inTime, hours: within } = monthSoFar(new Map([[child, state]]), at(100))
      return [done, inTime, within]
    }
    expect(held(6 + 72)).toEqual([1, 1, 72])
    expect(held(6 + 73)).toEqual([1, 0, 72])
  })

  it("counts what began and what came back in this month of London, and no cancelled episode", () => {
    // Tuesday 1 December 2026 at 00:00 is 174 hours on.
    const inDecember = at(174)
    const month = (...told: Parameters<typeof tell>[0]) => monthSoFar(new Map([[child, tell(told).state]]), inDecember)
    expect(month(missing(), returned(6))).toMatchObject({ episodes: 0, children: 0, owed: 0 })
    expect(month(missing(170), returned(173.9))).toMatchObject({ episodes: 0, children: 0, owed: 0 })
    expect(month(missing(170), returned(174))).toMatchObject({ episodes: 0, owed: 1 })
    expect(monthSoFar(new Map([[child, tell([missing(174)]).state]]), at(180))).toMatchObject({
      episodes: 1,
      children: 1
    })
    const cancelled = {
      _tag: "CancelEpisode",
      episodeId: EpisodeId.make("episode-1"),
      reason: "recorded-in-error"
    } as const
    const inError = { by: manager, now: at(176), command: cancelled }
    expect(monthSoFar(new Map([[child, tell([missing(174), inError]).state]]), at(180)).episodes).toBe(0)
  })

  it("says why interviews were not done, the most frequent reason first", () => {
    const notDone = (number: number) => {
      const command = { _tag: "RecordNotDone", reason: "custody-or-hospital", decidedBy: manager } as const
      const { state } = tell([
        missing(),
        returned(6),
        { by: manager, now: at(8), command: { ...command, episodeId: EpisodeId.make("episode-1") } }
      ])
      return [`${child}-${number}` as typeof child, state] as const
    }
    const { state: declined } = tell([missing(), returned(6), assigned(7), offered(8, "declined")])
    const month = monthSoFar(new Map([[child, declined], notDone(1), notDone(2)]), at(60))
    expect(month).toMatchObject({ owed: 3, completed: 0 })
    expect(month.notDone.map(([, interviews]) => interviews)).toEqual([2, 1])
    expect(month.notDone[1]?.[0]).toBe("declined by the child")
  })
})
