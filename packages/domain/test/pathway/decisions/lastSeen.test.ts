import { describe, expect, it } from "vitest"
import type { ChildState } from "../../../src/pathway/index.ts"
import { about, at, missing, notify, play, playFrom, police, updated } from "../madeUpChild.ts"

const lastSeenIn = ({ episodes }: ChildState) => episodes.map(({ lastSeen, missingFrom }) => [missingFrom, lastSeen])

describe("where a child was last seen", () => {
  const reported = play(notify(missing({ lastSeen: "school" })))

  it("is kept beside whether they are missing from home or from care", () => {
    expect(lastSeenIn(reported)).toEqual([["care", "school"]])
    expect(lastSeenIn(play(notify(missing())))).toEqual([["care", undefined]])
  })

  it("is what was told last, by an update or by another report of the same disappearance", () => {
    const update = notify(updated({ lastSeen: "street", sentAt: at(2) }))
    expect(lastSeenIn(playFrom(reported, update))).toEqual([["care", "street"]])
    const second = notify(missing({ policeReference: police(2), sentAt: at(3), lastSeen: "transport" }))
    expect(lastSeenIn(playFrom(reported, update, second))).toEqual([["care", "transport"]])
    const silent = notify(missing({ policeReference: police(2), sentAt: at(3) }))
    expect(lastSeenIn(playFrom(reported, silent))).toEqual([["care", "school"]])
  })

  it("can be put right, and moves no clock", () => {
    const corrected = playFrom(reported, about("CorrectEpisode", { reason: "mistyped", lastSeen: "placement" }))
    expect(lastSeenIn(corrected)).toEqual([["care", "placement"]])
    expect(corrected.episodes[0]?.missingAt).toBe(at(0))
  })
})
