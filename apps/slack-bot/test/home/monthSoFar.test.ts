import { EpisodeId } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import { monthSoFar } from "../../src/home/monthSoFar.ts"
import {
  assigned,
  at,
  child,
  interviewer,
  interviewId,
  manager,
  missing,
  offered,
  returned,
  tell
} from "../messages/madeUpCase.ts"

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
})
