import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { utc } from "../../src/calendar/index.ts"
import {
  type ChildState,
  Command,
  decide,
  decideUnknown,
  emptyChildState,
  fold,
  foldUnknown,
  RecordedEvent
} from "../../src/pathway/index.ts"
import { HISTORY_NOW } from "./arbitraries.ts"
import { histories } from "./histories.ts"
import { missing, notify } from "./madeUpChild.ts"

const now = utc(2026, 11, 21)
const encode = Schema.encodeSync(Command)

const faultOf = (state: ChildState, command: unknown) => {
  const decision = decideUnknown(state, command, { now })
  if (Result.isSuccess(decision)) throw new Error("not refused")
  return decision.failure
}

describe("a command from outside", () => {
  it("is answered as the command it is, written as JSON or typed", () => {
    fc.assert(
      fc.property(histories, ({ turns }) => {
        for (const { command: made, before } of turns) {
          const written = encode(made)
          const command = Schema.decodeSync(Command)(written)
          const answer = decide(before, command, { now: HISTORY_NOW })
          const json: unknown = JSON.parse(JSON.stringify(written))
          expect(decideUnknown(before, json, { now: HISTORY_NOW })).toEqual(answer)
          expect(decideUnknown(before, command, { now: HISTORY_NOW })).toEqual(answer)
        }
      }),
      { numRuns: 60 }
    )
  })

  it("is refused field by field where it is not one", () => {
    const command = {
      _tag: "RecordReturned",
      episodeId: "",
      returnedAt: "half past nine",
      story: "what the child said"
    }
    expect(faultOf(emptyChildState, command)).toMatchObject({ _tag: "InvalidCommand" })
    const { faults, ...rest } = faultOf(emptyChildState, command) as { faults: ReadonlyArray<{ field: string }> }
    expect(faults.map(({ field }) => field).toSorted()).toEqual(["episodeId", "returnedAt", "story"])
    expect(JSON.stringify([faults, rest])).not.toMatch(/half past|the child said/)
  })

  it.each([undefined, null, 7, "RecordReturned", [], {}, { _tag: "constructor" }, { _tag: 7 }])(
    "is refused in words where it is %j",
    (command) => {
      const { field, message } = faultOf(emptyChildState, command)
      expect(field).toBe("_tag")
      expect(message).toMatch(/^T.*\.$/)
    }
  )

  it("is refused where the clock or the state is not one", () => {
    const command = notify(missing())
    for (const wrong of [new Date(), "2026-11-21T00:00:00Z", 1e300, Number.NaN, undefined]) {
      expect(decideUnknown(emptyChildState, command, { now: wrong as never })).toMatchObject({
        failure: { field: "now" }
      })
    }
    expect(decideUnknown({} as never, command, { now })).toMatchObject({ failure: { field: "state" } })
    expect(decideUnknown(emptyChildState, command, undefined as never)).toMatchObject({ failure: { field: "now" } })
  })

  it("throws for nothing, whatever is given", () => {
    const tags = fc.constantFrom("ReceiveNotification", "LogInterview", "CorrectEpisode", "RecordDeath")
    const almost = fc.record({
      _tag: tags,
      episodeId: fc.anything(),
      notification: fc.anything(),
      reason: fc.anything()
    })
    fc.assert(
      fc.property(fc.oneof(fc.anything(), almost), fc.anything(), (command, context) => {
        expect(Result.isFailure(decideUnknown(emptyChildState, command, context as never))).toBe(true)
        expect(Result.isFailure(decideUnknown(emptyChildState, command, { now }))).toBe(true)
      })
    )
  })
})

describe("a stream from outside", () => {
  it("folds to the same state, written as JSON or typed", () => {
    fc.assert(
      fc.property(histories, ({ recorded }) => {
        const json: unknown = JSON.parse(JSON.stringify(recorded.map((one) => Schema.encodeSync(RecordedEvent)(one))))
        expect(foldUnknown(json)).toEqual(Result.succeed(fold(recorded)))
        expect(foldUnknown(recorded)).toEqual(Result.succeed(fold(recorded)))
      }),
      { numRuns: 50 }
    )
  })

  it("passes over and names an event of a kind that this version does not know", () => {
    const strange = { recordedAt: "2026-11-21T00:00:00Z", recordedBy: "x", event: { _tag: "Curious", anything: 1 } }
    expect(foldUnknown([strange])).toEqual(
      Result.succeed({ ...emptyChildState, unknownEvents: [{ _tag: "Curious", recordedAt: now }] })
    )
  })

  it("names the place and the field of an event that cannot be read", () => {
    const wrong = {
      recordedAt: "yesterday",
      recordedBy: "x",
      event: { _tag: "ChildFound", episodeId: "e", foundAt: 1 }
    }
    const faults = Result.getOrThrow(Result.flip(foldUnknown([wrong])))
    expect(faults.map(({ field }) => field)).toEqual(["[0].recordedAt", "[0].event.foundAt"])
  })

  it("throws for nothing, whatever is given", () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(fc.anything())), (stream) => {
        expect(Result.isResult(foldUnknown(stream))).toBe(true)
      })
    )
  })
})
