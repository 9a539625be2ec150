import * as Schema from "effect/Schema"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  CmeCommand,
  caseRowsOf,
  caseStageOf,
  caseTransitions,
  cmeRefusalTags,
  emptyPupilState,
  evolveCase,
  foldCases,
  isOpenCase,
  nextOrderSteps,
  PupilReference,
  RecordedCmeEvent
} from "../../../src/education/index.ts"
import { caseHistories } from "./caseHistories.ts"
import { about, NOW, officer, refer, tell } from "./madeUpCase.ts"

const recorded = (event: RecordedCmeEvent["event"]): RecordedCmeEvent => ({
  recordedAt: NOW,
  recordedBy: officer,
  event
})

describe("any history of a child's cases", () => {
  it("is the same when its events are kept as JSON and read again", () => {
    const json = Schema.toCodecJson(Schema.Array(RecordedCmeEvent))
    fc.assert(
      fc.property(caseHistories, (turns) => {
        const stream = turns.flatMap(({ events }) => events.map(recorded))
        const text = JSON.stringify(Schema.encodeSync(json)(stream))
        expect(foldCases(Schema.decodeUnknownSync(json)(JSON.parse(text)))).toEqual(turns.at(-1)?.state)
      })
    )
  })

  it("has no more than one open case at any time", () => {
    fc.assert(
      fc.property(caseHistories, (turns) => {
        for (const { state } of turns) expect(state.cases.filter(isOpenCase).length).toBeLessThanOrEqual(1)
      })
    )
  })

  it("loses an open case by closing it, and by nothing else", () => {
    fc.assert(
      fc.property(caseHistories, (turns) => {
        for (const { command, before, state } of turns) {
          if (before.cases.some(isOpenCase) && !state.cases.some(isOpenCase)) expect(command._tag).toBe("CloseCase")
        }
      })
    )
  })

  it("records nothing of a command that is sent again right after it was taken", () => {
    const met = new Set<string>()
    fc.assert(
      fc.property(caseHistories, (turns) => {
        for (const { command, state, events } of turns) {
          if (events.length === 0) continue
          met.add(command._tag)
          const again = tell(state, command)
          expect([command._tag, again.events, again.refusal]).toEqual([command._tag, [], undefined])
        }
      }),
      { numRuns: 400 }
    )
    expect(met.size).toBeGreaterThan(18)
  })

  it("answers each refusal with a known tag, a field and a sentence, and changes nothing", () => {
    fc.assert(
      fc.property(caseHistories, (turns) => {
        for (const { refusal, before, state } of turns) {
          if (refusal === undefined) continue
          expect(cmeRefusalTags).toContain(refusal._tag)
          expect(refusal.message.endsWith(".")).toBe(true)
          expect(state).toBe(before)
        }
      })
    )
  })

  it("goes by the table of stages: what a cell refuses is refused so, unless it is on record", () => {
    fc.assert(
      fc.property(caseHistories, (turns) => {
        for (const { command, before, events, refusal } of turns) {
          if (command._tag === "ReferCase") continue
          const found = before.cases.find(({ id }) => id === command.caseId)
          const stage =
            found === undefined ? (before.cases.length === 0 ? "nothing-recorded" : "unknown-case") : caseStageOf(found)
          const verdict = caseTransitions[command._tag][stage]
          if (events.length > 0) expect(verdict).toBe("allowed")
          else if (refusal !== undefined && verdict !== "allowed") expect(refusal._tag).toBe(verdict)
        }
      })
    )
  })

  it("has what an ending rests on for as long as the case is closed with it", () => {
    const ended = new Set<string>()
    fc.assert(
      fc.property(caseHistories, (turns) => {
        for (const { state } of turns) {
          for (const { closure, admission, homeEducation, trace } of state.cases) {
            if (closure === undefined) continue
            ended.add(closure.outcome)
            if (closure.outcome === "school-place") expect(admission).toBeDefined()
            if (closure.outcome === "suitable-home-education") expect(homeEducation?.judgement).toBe("suitable")
            if (closure.outcome === "other-authority") expect(trace?.acknowledgedOn).toBeDefined()
          }
        }
      }),
      { numRuns: 400 }
    )
    expect(ended).toContain("school-place")
  })

  it("keeps the steps of an order in their turn, whatever is taken back", () => {
    fc.assert(
      fc.property(caseHistories, (turns) => {
        for (const { orderSteps } of turns.flatMap(({ state }) => state.cases)) {
          for (const [place, { step }] of orderSteps.entries()) {
            expect(nextOrderSteps(orderSteps[place - 1]?.step)).toContain(step)
          }
        }
      })
    )
  })

  it("comes to rows of the case table, one a case that is not a duplicate", () => {
    const child = PupilReference.make("EDU-1")
    fc.assert(
      fc.property(caseHistories, (turns) => {
        for (const { state } of turns) {
          const rows = caseRowsOf(child, state)
          expect(rows).toHaveLength(state.cases.filter(({ mergedInto }) => mergedInto === undefined).length)
          expect(rows.filter(({ closed_on }) => closed_on === undefined)).toHaveLength(
            state.cases.filter(isOpenCase).length
          )
        }
      })
    )
  })
})

describe("facts of a case", () => {
  const facts = [
    about.start,
    about.reason,
    about.whereabouts,
    about.enquiry,
    about.application,
    about.abroad,
    about.suitable,
    about.trace,
    about.offer,
    { ...about.whereabouts, whereabouts: "known", asOf: about.whereabouts.asOf - 1 },
    { ...about.enquiry, enquiryId: "enquiry-0" },
    { ...about.application, school: "Another made-up school" }
  ].map((command) => Schema.decodeUnknownSync(Schema.toType(CmeCommand))(command))

  it("that do not rest on one another may be told in any order", () => {
    const begun = tell(emptyPupilState, refer()).state
    const told = (order: ReadonlyArray<CmeCommand>) =>
      order.reduce((state, command) => {
        const { refusal, state: next } = tell(state, command)
        expect(refusal).toBeUndefined()
        return next
      }, begun)
    const usual = told(facts)
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (order) => {
        expect(told(order)).toEqual(usual)
      })
    )
  })
})

describe("events of a case", () => {
  it("never break the fold, whatever their order, and those of unknown kinds are listed", () => {
    fc.assert(
      fc.property(
        caseHistories.chain((turns) => {
          const events = turns.flatMap((turn) => turn.events)
          return fc.shuffledSubarray(events, { minLength: events.length })
        }),
        (events) => {
          const state = events.reduce(evolveCase, emptyPupilState)
          expect(new Set(state.cases.map(({ id }) => id)).size).toBe(state.cases.length)
        }
      )
    )
    const later = { _tag: "PupilTeleported", caseId: "case-1" } as unknown as RecordedCmeEvent["event"]
    expect(evolveCase(emptyPupilState, later)).toEqual({ cases: [], unknownEvents: ["PupilTeleported"] })
  })
})
