import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { decide, EpisodeId, type Notification, PoliceReference } from "../../../src/pathway/index.ts"
import { rotherham } from "../../../src/policy/index.ts"
import { at, cancelled, found, missing, notify, play, playFrom, police } from "../madeUpChild.ts"

const second = EpisodeId.make("episode-2")
const gone = play(notify(missing()))
const again = (said: Partial<Extract<Notification, { kind: "missing" }>> = {}) =>
  notify(missing({ policeReference: police(2), missingAt: at(30), ...said }), second)

describe("a fresh police reference", () => {
  it("opens a second episode even while the first looks open: an alert is never turned away", () => {
    const state = playFrom(gone, again())
    expect(state.episodes.map(({ id, progress }) => [id, progress._tag])).toEqual([
      ["episode-1", "Missing"],
      ["episode-2", "Missing"]
    ])
  })

  it("also for a disappearance before the first: an old notification can come late", () => {
    expect(playFrom(gone, again({ missingAt: at(-100) })).episodes).toHaveLength(2)
  })

  it("for the same moment looks for the child again once the first was cancelled", () => {
    const state = playFrom(gone, notify(cancelled()), again({ missingAt: at(0) }))
    expect(state.episodes.map(({ progress }) => progress._tag)).toEqual(["Missing"])
  })

  it("hears its own news only", () => {
    const state = playFrom(gone, again(), notify(found(at(40), { policeReference: police(2) })))
    expect(state.episodes.map(({ progress }) => progress._tag)).toEqual(["Missing", "Found"])
  })
})

describe("an episode", () => {
  it("is opened with what was told, our own clock, and the policy of the day, whole", () => {
    const policy = { ...rotherham, id: "made-up-policy" }
    const now = at(2)
    const answer = decide(play(), notify(missing(), second, policy), { now })
    expect(Result.getOrThrow(answer)).toEqual([
      { _tag: "NotificationReceived", notification: missing(), episodeId: second },
      {
        _tag: "EpisodeOpened",
        episodeId: second,
        absence: "missing",
        missingFrom: "care",
        risk: "medium",
        missingAt: at(0),
        reportedAt: at(1),
        notifiedAt: now,
        policy
      }
    ])
  })

  it("keeps its police reference when the next one differs by a letter", () => {
    const near = PoliceReference.make("MADE-UP-POLICE-1a")
    const state = playFrom(gone, notify(found(at(8), { policeReference: near })))
    expect(state.episodes[0]?.progress._tag).toBe("Missing")
    expect(state.early).toHaveLength(1)
  })
})
