import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import fc from "fast-check"
import { expect, it } from "vitest"
import {
  CmeCommand,
  decideUnknownCase,
  emptyPupilState,
  foldUnknownCases,
  type PupilState,
  RecordedCmeEvent
} from "../../../src/education/index.ts"
import { caseHistories } from "./caseHistories.ts"
import { about, after, NOW, officer, refer, tell } from "./madeUpCase.ts"

it("a command as JSON is decided as the typed one is, and a stream as JSON folds the same", () => {
  fc.assert(
    fc.property(caseHistories, (turns) => {
      for (const { command, before, events } of turns) {
        const json: unknown = JSON.parse(JSON.stringify(Schema.encodeSync(CmeCommand)(command)))
        const decided = decideUnknownCase(before, json, { now: NOW })
        expect(Result.getOrElse(decided, () => [])).toEqual(events)
      }
      const stream = turns.flatMap(({ events }) =>
        events.map((event) => Schema.encodeSync(RecordedCmeEvent)({ recordedAt: NOW, recordedBy: officer, event }))
      )
      expect(foldUnknownCases(JSON.parse(JSON.stringify(stream)))).toEqual(Result.succeed(turns.at(-1)?.state))
    }),
    { numRuns: 40 }
  )
})

it.each([
  ["text", "RecordStart"],
  ["nothing", null],
  ["a list", []],
  ["a kind that is none", { _tag: "BurnRecord", caseId: "case-1" }],
  ["a field that nobody asked for", { ...about.reason, note: "a name" }],
  ["a field too few", { _tag: "RecordStart", caseId: "case-1" }]
])("a command that is none is refused by its fields, and nothing throws: %s", (_what, command) => {
  const decided = decideUnknownCase(after(refer()), command, { now: NOW })
  expect(Result.isFailure(decided) && decided.failure._tag).toBe("InvalidCommand")
  expect(JSON.stringify(decided)).not.toContain("a name")
})

it("a state or a moment that is none is refused too", () => {
  const tagOf = (state: unknown, now: unknown) => {
    const decided = decideUnknownCase(state as PupilState, about.start, { now } as never)
    return Result.isFailure(decided) ? decided.failure.field : "accepted"
  }
  expect([tagOf(undefined, NOW), tagOf(emptyPupilState, "now"), tagOf(emptyPupilState, 1e300)]).toEqual([
    "state",
    "now",
    "now"
  ])
})

it("a stream that is none is refused by its places", () => {
  expect(foldUnknownCases("a stream")).toMatchObject({ failure: [{ message: expect.stringContaining("list") }] })
  expect(foldUnknownCases([{ recordedAt: "yesterday" }])).toMatchObject({ _tag: "Failure" })
  expect(tell(emptyPupilState, refer()).events).toHaveLength(1)
})
