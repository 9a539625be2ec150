import { Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  type ChildState,
  type Command,
  decide,
  emptyChildState,
  evolve,
  fold,
  type PathwayEvent,
  PersonId,
  preview,
  type RecordedEvent,
  record
} from "../../src/pathway/index.ts"
import { about, at, missing, notify, updated } from "./madeUpChild.ts"

const by = PersonId.make("made-up-recorder")

const decided = (state: ChildState, command: Command, hours: number): ReadonlyArray<PathwayEvent> =>
  Result.getOrThrow(decide(state, command, { now: at(hours) }))

const reported = decided(emptyChildState, notify(missing()), 1)

describe("recording what was decided", () => {
  it("raises the alert again that only previewing leaves out", () => {
    const seen = record(emptyChildState, reported, { at: at(1), by }).state
    const answered = record(seen, decided(seen, about("AcknowledgeAlert", { by }), 2), { at: at(2), by }).state
    const raised = decided(answered, notify(updated({ risk: "high", sentAt: at(3) })), 3)
    expect(record(answered, raised, { at: at(3), by }).state.episodes[0]?.alertedAgain?.because).toBe("risk-raised")
    expect(preview(answered, raised).episodes[0]?.alertedAgain).toBeUndefined()
  })

  it("gives the events as they are kept, and the state that folding them gives", () => {
    const { state, recorded } = record(emptyChildState, reported, { at: at(1), by })
    expect(recorded).toEqual(reported.map((event) => ({ recordedAt: at(1), recordedBy: by, event })))
    expect(fold(recorded)).toEqual(state)
  })
})

describe("an event of a kind that this version does not know", () => {
  const strange = (tag: string) =>
    ({ recordedAt: at(2), recordedBy: by, event: { _tag: tag, episodeId: "made-up" } }) as unknown as RecordedEvent

  it.each(["CuriousEvent", "constructor", "__proto__", ""])("is passed over and said: %s", (tag) => {
    const { state, recorded } = record(emptyChildState, reported, { at: at(1), by })
    const after = evolve(state, strange(tag))
    expect(after).toEqual({ ...state, unknownEvents: [{ _tag: tag, recordedAt: at(2) }] })
    expect(fold([...recorded, strange(tag)])).toEqual(after)
  })

  it("leaves what comes after it as it would have been", () => {
    const { state, recorded } = record(emptyChildState, reported, { at: at(1), by })
    const next = decided(state, notify(updated({ risk: "high", sentAt: at(3) })), 3)
    const later = record(evolve(state, strange("CuriousEvent")), next, { at: at(3), by })
    const { unknownEvents, ...rest } = later.state
    expect(rest).toEqual(record(state, next, { at: at(3), by }).state)
    expect(unknownEvents).toHaveLength(1)
    expect(fold([...recorded, strange("CuriousEvent"), ...later.recorded]).unknownEvents).toEqual(unknownEvents)
  })
})
