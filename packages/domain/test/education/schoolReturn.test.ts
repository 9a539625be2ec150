import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, formatCivilDay } from "../../src/calendar/index.ts"
import {
  CmeCaseId,
  CmeEvent,
  decideReturnLook,
  decideSchoolReturn,
  emptyPupilState,
  evolveCase,
  groundLetters,
  type PupilState,
  type ReturnFinding,
  SchoolReturn,
  SentSchoolReturn,
  unseenReturnsOf,
  usualCmePolicy
} from "../../src/education/index.ts"
import { schemaFaults } from "../../src/faults/schemaFaults.ts"
import { after, NOW, officer, refer } from "./case/madeUpCase.ts"
import { day } from "./caseTexts.ts"

const sent = (more: Readonly<Record<string, unknown>> = {}): SchoolReturn =>
  Schema.decodeUnknownSync(SchoolReturn)({
    kind: "deletion",
    schoolReference: "SCH-4001-17",
    sentAt: "2026-11-30T09:00:00Z",
    from: "2026-11-27",
    ...more
  })

const decide = (state: PupilState, received: SchoolReturn, id = "case-of-return") =>
  decideSchoolReturn(state, { received, caseId: CmeCaseId.make(id), policy: usualCmePolicy }, { now: NOW })

const keep = (state: PupilState, received: SchoolReturn, id?: string): PupilState =>
  Result.getOrThrow(decide(state, received, id)).reduce(evolveCase, state)

const outcome = (state: PupilState, received: SchoolReturn) =>
  Result.match(decide(state, received), {
    onSuccess: (events) => events.map(({ _tag }) => _tag),
    onFailure: ({ _tag, field }) => [_tag, field]
  })

describe("a school's return", () => {
  it("refers the child with its ground, start and reason, as what the school said", () => {
    const state = keep(emptyPupilState, sent({ ground: "i", reason: "Unknown" }))
    expect(state.cases).toMatchObject([
      { source: "school", ground: "i", since: day("2026-11-27"), referredOn: day("2026-11-30"), reason: "Unknown" }
    ])
    expect(state.returns).toMatchObject([{ kind: "deletion", caseId: "case-of-return" }])
  })

  it("is kept on the case that is open, and fills only what nobody has recorded", () => {
    const open = after(refer(1, day("2026-09-07")), {
      _tag: "RecordStart",
      caseId: CmeCaseId.make("case-1"),
      since: day("2026-09-01")
    })
    const state = keep(open, sent({ ground: "g" }))
    expect(state.cases).toMatchObject([
      { id: "case-1", since: day("2026-09-01"), referredOn: day("2026-09-07"), ground: "g" }
    ])
    expect(state.cases[0]).not.toHaveProperty("source")
    expect(state.returns).toMatchObject([{ caseId: "case-1" }])
  })

  it("of ten days' absence opens no case, for a child on a roll is not missing education", () => {
    const state = keep(emptyPupilState, sent({ kind: "ten-day-absence", from: "2026-11-16" }))
    expect(state.cases).toEqual([])
    expect(state.returns).toHaveLength(1)
    expect(state.returns?.[0]).not.toHaveProperty("caseId")
  })

  it.each(["k", "l"])("of a child who is not missing education by ground %s opens no case", (ground) => {
    expect(outcome(emptyPupilState, sent({ ground }))).toEqual(["SchoolReturnKept"])
  })

  it.each<[string, Record<string, unknown>, string, string]>([
    ["that was sent tomorrow", { sentAt: "2026-12-02T09:00:00Z" }, "ReturnDayInFuture", "sentAt"],
    ["of a day that has not come", { from: "2026-12-02" }, "ReturnDayInFuture", "from"],
    ["that ends before it begins", { to: "2026-11-26" }, "ReturnDaysOutOfOrder", "to"],
    ["that ends on a day that has not come", { to: "2026-12-02" }, "ReturnDayInFuture", "to"],
    ["of a referral sent before its day", { kind: "referral", from: "2026-12-01" }, "SentBeforeItBegan", "sentAt"],
    ["with a ground that is no deletion", { kind: "referral", ground: "a" }, "GroundWithoutDeletion", "ground"],
    ["of ground i on a Saturday", { ground: "i", from: "2026-11-28" }, "NoSchoolThatDay", "from"],
    ["of ground h on a bank holiday", { ground: "h", from: "2026-08-31" }, "NoSchoolThatDay", "from"],
    ["of an absence since a Sunday", { kind: "ten-day-absence", from: "2026-11-15" }, "NoSchoolThatDay", "from"]
  ])("%s is refused by its field", (_, more, tag, field) => {
    expect(outcome(emptyPupilState, sent(more))).toEqual([tag, field])
  })

  it("reported before the name came off, as the law has it, is taken once that day has come", () => {
    expect(outcome(emptyPupilState, sent({ from: "2026-12-01" }))).toEqual(["CaseReferred", "SchoolReturnKept"])
  })

  it("records nothing when it comes again, and is refused with other content under its name", () => {
    const state = keep(emptyPupilState, sent({ ground: "i" }))
    expect(outcome(state, sent({ ground: "i", schoolReference: "sch-4001-17" }))).toEqual([])
    expect(outcome(state, sent({ ground: "g" }))).toEqual(["ReturnConflicts", "schoolReference"])
    expect(outcome(state, sent({ kind: "referral" }))).toEqual(["SchoolReturnKept"])
  })

  it.each<[string, Record<string, unknown>, string]>([
    ["a field for it", { name: "Zed Made-Up" }, "name"],
    ["the child", { child: { reference: "EDU-10432", forename: "Zed" } }, "forename"],
    ["the child's reference", { child: { reference: "Zed Made-Up" } }, "reference"],
    ["the school's reference", { schoolReference: "Zed2011" }, "schoolReference"],
    ["the reason", { reason: "Zed has moved away" }, "reason"],
    ["the date of birth", { bornOn: "2015-05-01" }, "bornOn"]
  ])("that holds a name in %s is not read", (_, more, field) => {
    const text = { ...Schema.encodeSync(SchoolReturn)(sent()), child: { reference: "EDU-10432" }, ...more }
    const strictly = { errors: "all", onExcessProperty: "error" } as const
    const read = Schema.decodeUnknownResult(SentSchoolReturn)(text, strictly)
    const faults = Result.isFailure(read) ? schemaFaults(read.failure.issue) : []
    expect(faults.map((fault) => fault.field).join()).toContain(field)
    expect(JSON.stringify(faults)).not.toMatch(/Zed|2015/)
  })
})

/** Weekdays of November, so that no return is refused. */
const aReturn = (number: number) =>
  fc
    .record({
      kind: fc.constantFrom("deletion", "ten-day-absence", "referral"),
      ground: fc.option(fc.constantFrom(...groundLetters), { nil: undefined }),
      from: fc.integer({ min: 0, max: 4 }),
      sentAt: fc.integer({ min: 0, max: 5 * 24 }),
      reason: fc.constantFrom(undefined, "Unknown", "Other")
    })
    .map(({ kind, ground, from, sentAt, reason }) =>
      sent({
        kind,
        schoolReference: `SCH-${number}`,
        from: formatCivilDay(addDays(day("2026-11-09"), from)),
        sentAt: new Date(Date.UTC(2026, 10, 16, sentAt)).toISOString(),
        ...(kind === "deletion" && ground !== undefined ? { ground } : {}),
        ...(reason === undefined ? {} : { reason })
      })
    )

const everyReturn = fc.tuple(aReturn(1), aReturn(2), aReturn(3), aReturn(4), aReturn(5))

/** The id of a case is a number of ours, whichever return opened it. */
const withoutIds = ({ cases, returns = [] }: PupilState) => ({
  cases: cases.map(({ id: _, ...one }) => one),
  returns: returns.map(({ caseId, ...one }) => ({ ...one, isOnCase: caseId !== undefined }))
})

it("a child's returns come to the same in any order, and however often each is sent", () => {
  fc.assert(
    fc.property(
      everyReturn.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all, ...all], { minLength: 15 }))
      ),
      ([inOrder, repeated]) => {
        const told = (returns: ReadonlyArray<SchoolReturn>) =>
          withoutIds(returns.reduce((state, one, at) => keep(state, one, `case-${at}`), emptyPupilState))
        expect(told(repeated)).toEqual(told(inOrder))
        expect(told(inOrder).cases.length).toBeLessThanOrEqual(1)
      }
    ),
    { numRuns: 300 }
  )
})

it("a return that is kept as JSON and read again is the same", () => {
  fc.assert(
    fc.property(aReturn(1), (one) => {
      const text = JSON.stringify(Schema.encodeSync(SchoolReturn)(one))
      expect(Schema.decodeUnknownSync(SchoolReturn)(JSON.parse(text))).toEqual(one)
    })
  )
})

describe("a look at a school's return", () => {
  const absence = sent({ kind: "ten-day-absence", schoolReference: "SCH-4001-18" })
  const look = { kind: "ten-day-absence", schoolReference: absence.schoolReference, by: officer } as const
  const see = (state: PupilState, finding: ReturnFinding) =>
    Result.getOrThrow(decideReturnLook(state, { ...look, finding })).reduce(evolveCase, state)

  it("ends the wait of one that opened no case, says who looked and what they found", () => {
    const waiting = keep(emptyPupilState, absence)
    expect(unseenReturnsOf(waiting)).toHaveLength(1)
    const seen = see(waiting, "followed-up")
    expect(unseenReturnsOf(seen)).toEqual([])
    expect(seen.returns).toMatchObject([{ look: { finding: "followed-up", by: officer } }])
    expect(Result.getOrThrow(decideReturnLook(seen, { ...look, finding: "followed-up" }))).toEqual([])
    expect(see(seen, "at-school").returns).toMatchObject([{ look: { finding: "at-school" } }])
  })

  it("leaves the return what it was: a repeat is known, other content is refused", () => {
    const seen = see(keep(emptyPupilState, absence), "at-school")
    expect(outcome(seen, absence)).toEqual([])
    expect(outcome(seen, { ...absence, from: day("2026-11-26") })).toEqual(["ReturnConflicts", "schoolReference"])
  })

  it("is refused of a return that is on a case, and of one that is not on record", () => {
    const onCase = keep(emptyPupilState, sent())
    expect(unseenReturnsOf(onCase)).toEqual([])
    const deletion = { ...look, kind: "deletion", schoolReference: sent().schoolReference, finding: "no-case" } as const
    expect(Result.mapError(decideReturnLook(onCase, deletion), ({ _tag }) => _tag)).toEqual(Result.fail("ReturnOnCase"))
    const unknown = decideReturnLook(onCase, { ...look, finding: "no-case" })
    expect(Result.mapError(unknown, ({ _tag }) => _tag)).toEqual(Result.fail("UnknownReturn"))
  })

  it("waits for a deletion of a child who died too, and its event survives storage in any order", () => {
    const died = keep(emptyPupilState, sent({ ground: "k" }))
    expect(unseenReturnsOf(died)).toHaveLength(1)
    const event = { _tag: "SchoolReturnSeen", ...look, finding: "at-school" } as const
    expect(evolveCase(emptyPupilState, event)).toBe(emptyPupilState)
    const json = Schema.toCodecJson(CmeEvent)
    expect(Schema.decodeUnknownSync(json)(JSON.parse(JSON.stringify(Schema.encodeSync(json)(event))))).toEqual(event)
  })
})
