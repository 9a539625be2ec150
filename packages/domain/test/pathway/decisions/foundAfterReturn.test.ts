import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { type Command, decide } from "../../../src/pathway/index.ts"
import {
  about,
  at,
  found,
  MUCH_LATER,
  missing,
  notify,
  play,
  playFrom,
  recordReturned,
  returned,
  updated
} from "../madeUpChild.ts"

const progressOf = (...told: ReadonlyArray<Command>) => play(...told).episodes[0]?.progress

describe("found, told after the return", () => {
  const back = play(notify(missing()), notify(returned(at(10))))

  it("is still news, and the return stands", () => {
    const known = { _tag: "Returned", returnedAt: at(10), foundAt: at(8) }
    expect(progressOf(notify(missing()), notify(returned(at(10))), notify(found(at(8))))).toEqual(known)
    expect(progressOf(notify(missing()), notify(found(at(8))), notify(returned(at(10))))).toEqual(known)
    expect(progressOf(notify(missing()), recordReturned(at(10)), notify(found(at(8))))).toEqual(known)
  })

  it.each([at(-1), at(11)])("at a time that does not fit is set aside, not refused", (foundAt) => {
    const answer = Result.getOrThrow(decide(back, notify(found(foundAt)), { now: MUCH_LATER }))
    expect(answer).toMatchObject([
      { _tag: "NotificationReceived" },
      { _tag: "NotificationSetAside", kind: "found", reason: "out-of-order", reportedTime: foundAt }
    ])
    const questionedReports = [{ kind: "found", reason: "out-of-order", reportedTime: foundAt }]
    expect(playFrom(back, notify(found(foundAt))).episodes).toEqual(
      back.episodes.map((episode) => ({ ...episode, questionedReports }))
    )
  })

  it("at another time than the one recorded is set aside", () => {
    const state = playFrom(back, notify(found(at(8))))
    const elsewhere = decide(state, notify(found(at(9), { sentAt: at(12) })), { now: MUCH_LATER })
    expect(Result.merge(elsewhere)).toMatchObject({ _tag: "NotificationConflicts" })
  })

  it("after the police talked with the child is set aside: they had found them by then", () => {
    const talked = playFrom(back, about("RecordPreventionInterview", { heldAt: at(7) }))
    const told = (command: Command) => Result.merge(decide(talked, command, { now: MUCH_LATER }))
    expect(told(notify(found(at(8))))).toMatchObject([{}, { _tag: "NotificationSetAside", reason: "out-of-order" }])
    expect(told(notify(found(at(7))))).toMatchObject([{}, { _tag: "ChildFound", foundAt: at(7) }])
    expect(told(notify(updated({ missingAt: at(8) })))).toMatchObject({ _tag: "MissingAfterFound" })
    expect(told(notify(updated({ missingAt: at(7) })))).toMatchObject([{}, { _tag: "EpisodeUpdated" }])
  })
})
