import { describe, expect, it } from "vitest"
import { addDays, type CivilDay } from "../../../src/calendar/index.ts"
import {
  type CmeCommand,
  type CmeCommandOf,
  caseRowsOf,
  caseStageOf,
  caseTransitions,
  censusReturnOf,
  cmeRefusalTags,
  emptyPupilState,
  isUnread,
  PupilReference,
  type PupilState,
  pendingDutiesOf,
  schoolAgeOn
} from "../../../src/education/index.ts"
import { day } from "../caseTexts.ts"
import { about, after, caseId, enquiryId, officer, refer, refusalTag, sheffield, tell } from "./madeUpCase.ts"

const FUTURE = day("2026-12-02")

const stageAfter = (...commands: ReadonlyArray<CmeCommand>): string => {
  const [one] = after(...commands).cases
  return one === undefined ? "nothing-recorded" : caseStageOf(one)
}

const closed = after(refer(), about.closeAbroad)
/** Case 1 closed, and a later one open. */
const two = after(refer(), about.closeAbroad, refer(2, day("2026-11-02")))

/** A state and a command for each refusal. */
const ways: Readonly<Record<string, readonly [PupilState, CmeCommand]>> = {
  NothingRecorded: [emptyPupilState, about.start],
  UnknownCase: [after(refer(2)), about.start],
  CaseIdTaken: [after(refer()), refer(1, day("2026-09-08"))],
  CaseOpenAlready: [after(refer()), refer(2)],
  CaseClosedBefore: [closed, about.start],
  CaseMergedBefore: [after(refer(), about.closeAbroad, refer(2), about.mergeIntoTwo), about.start],
  EndingRestsOnIt: [
    after(refer(), about.admit, about.closeInSchool),
    { ...about.correct, facts: {}, cleared: ["admission"] }
  ],
  LaterStepsFirst: [
    after(refer(), about.notice, about.served),
    { ...about.correct, withdrawn: [{ _tag: "OrderStep", step: about.notice.step, on: about.notice.on }] }
  ],
  CaseNotClosed: [after(refer()), about.reopen],
  CaseNotMerged: [after(refer()), about.separate],
  MergedIntoItself: [after(refer()), { _tag: "MergeCase", caseId: caseId(1), into: caseId(1) }],
  UnknownOtherCase: [after(refer()), about.mergeIntoTwo],
  OthersJoinedToIt: [
    after(
      refer(),
      about.closeAbroad,
      refer(2),
      { _tag: "MergeCase", caseId: caseId(2), into: caseId(1) },
      about.closeAbroad,
      refer(3)
    ),
    { _tag: "MergeCase", caseId: caseId(1), into: caseId(3) }
  ],
  UnderSchoolAge: [emptyPupilState, { ...refer(), bornOn: day("2024-05-01") } as CmeCommand],
  OverSchoolAge: [emptyPupilState, { ...refer(), bornOn: day("2008-05-01") } as CmeCommand],
  UnknownEnquiryKind: [after(refer()), { ...about.enquiry, kind: "crystal-ball" }],
  EnquiryIdTaken: [after(refer(), about.enquiry), { ...about.enquiry, kind: "health" }],
  UnknownEnquiry: [after(refer()), about.unreadable],
  NothingToRead: [after(refer(), about.enquiry), about.read],
  NotTraced: [after(refer()), about.acknowledge],
  TraceAcknowledgedBefore: [after(refer(), about.trace, about.acknowledge), about.reject],
  NoOffer: [after(refer()), about.accepted],
  AdmittedBefore: [after(refer(), about.admit), about.offer],
  OrderStepOutOfTurn: [after(refer()), about.served],
  NotAdmitted: [after(refer(), about.offer, about.accepted), about.closeInSchool],
  NotJudgedSuitable: [after(refer(), about.unsuitable), { ...about.closeAbroad, outcome: "suitable-home-education" }],
  NotAcknowledged: [after(refer(), about.trace), { ...about.closeAbroad, outcome: "other-authority" }],
  AnswerStillUnread: [after(refer(), about.enquiry, about.unreadable), about.closeAbroad],
  NothingToCorrect: [after(refer()), { ...about.correct, facts: {}, cleared: [] }],
  DayInFuture: [after(refer()), { ...about.start, since: FUTURE }],
  DaysOutOfOrder: [after(refer(), about.trace), { ...about.acknowledge, acknowledgedOn: day("2026-09-13") }]
}

describe("a correction", () => {
  const correct = (more: Partial<CmeCommandOf<"CorrectCase">>): CmeCommandOf<"CorrectCase"> => ({
    _tag: "CorrectCase",
    caseId: caseId(1),
    facts: {},
    cleared: [],
    reason: "typing",
    ...more
  })

  it("puts right the start of a closed case by an event, and takes no day that has not come", () => {
    const closed = after(refer(), about.start, about.closeAbroad)
    const told = tell(closed, correct({ facts: { since: day("2026-09-02"), reason: "Unknown" } }))
    expect(told.events.map(({ _tag }) => _tag)).toEqual(["CaseCorrected"])
    expect(told.state.cases).toMatchObject([{ since: day("2026-09-02"), reason: "Unknown" }])
    expect(refusalTag(closed, correct({ facts: { since: day("2027-01-04") } }))).toBe("DayInFuture")
  })

  it("takes an admission back while the case is open, and not what its ending rests on", () => {
    const admitted = after(refer(), about.admit)
    const mistaken = correct({ cleared: ["admission"] })
    expect(tell(admitted, mistaken).state.cases[0]).not.toHaveProperty("admission")
    const ended = after(refer(), about.admit, about.closeInSchool)
    expect(refusalTag(ended, mistaken)).toBe("EndingRestsOnIt")
    expect(refusalTag(ended, correct({ cleared: ["area"] }))).toBe("accepted")
  })

  it("takes an entry off a list once, and the steps of an order from the last", () => {
    const state = after(refer(), about.notice, about.served, about.enquiry)
    const [notice, served] = [about.notice, about.served].map(
      ({ step, on }) => ({ _tag: "OrderStep", step, on }) as const
    )
    if (notice === undefined || served === undefined) throw new Error("two steps")
    expect(refusalTag(state, correct({ withdrawn: [notice] }))).toBe("LaterStepsFirst")
    const both = tell(state, correct({ withdrawn: [notice, served, { _tag: "Enquiry", enquiryId: enquiryId(1) }] }))
    expect(both.state.cases).toMatchObject([{ orderSteps: [], enquiries: [] }])
    expect(tell(both.state, correct({ withdrawn: [served] })).events).toEqual([])
  })
})

describe("a refusal about a case", () => {
  it.each(Object.entries(ways))("%s has a way to it, and tells a person what to do", (tag, [state, command]) => {
    const { refusal } = tell(state, command)
    expect(refusal?._tag).toBe(tag)
    expect(refusal?.message).toMatch(/^[A-Z].*\.$/)
  })

  it("is listed, and there is a way to each that is listed", () => {
    expect(Object.keys(ways).toSorted()).toEqual(cmeRefusalTags.toSorted())
  })
})

describe("the table of stages of a case", () => {
  it("names a known refusal in every cell that does not allow", () => {
    for (const row of Object.values(caseTransitions)) {
      for (const verdict of Object.values(row)) expect(["allowed", ...cmeRefusalTags]).toContain(verdict)
    }
  })

  it.each([
    ["open", []],
    ["open-offered", [about.offer]],
    ["open", [about.offer, about.declined]],
    ["open-admitted", [about.offer, about.accepted, about.admit]],
    ["traced", [about.trace]],
    ["open", [about.trace, about.reject]],
    ["acknowledged-offered", [about.trace, about.acknowledge, about.offer]],
    ["closed", [about.closeAbroad]]
  ] satisfies ReadonlyArray<readonly [string, ReadonlyArray<CmeCommand>]>)("has the stage %s", (stage, commands) => {
    expect(stageAfter(refer(), ...commands)).toBe(stage)
  })
})

describe("a case of a child missing education", () => {
  it("counts in the return with the start and the reason that were recorded", () => {
    const rows = caseRowsOf(PupilReference.make("EDU-1"), after(refer(), about.start, about.reason))
    const census = censusReturnOf(rows, day("2026-10-01"))
    expect(census).toMatchObject({ total: 1, byDuration: { "4 to 8 weeks": 1 }, byReason: { Unknown: 1 } })
  })

  it("keeps an answer that nobody can read as one that waits, until a person has read it", () => {
    const enquiryIn = ({ cases }: PupilState) => cases[0]?.enquiries[0]
    const waiting = after(refer(), about.enquiry, about.unreadable)
    expect(isUnread(enquiryIn(waiting) as never)).toBe(true)
    const read = tell(waiting, about.read).state
    expect(isUnread(enquiryIn(read) as never)).toBe(false)
    expect(enquiryIn(read)).toMatchObject({ answer: { answer: "unreadable" }, reading: { reading: "nothing-known" } })
    expect(refusalTag(read, about.closeAbroad)).toBe("accepted")
  })

  it("closes with a place only once the child was admitted", () => {
    expect(stageAfter(refer(), about.offer, about.accepted, about.admit, about.closeInSchool)).toBe("closed")
  })

  it("closed by two people at once keeps the first, and says so to the other", () => {
    expect(refusalTag(closed, about.closeAbroad)).toBe("accepted")
    expect(tell(closed, about.closeAbroad).events).toEqual([])
    expect(refusalTag(closed, { ...about.closeAbroad, outcome: "died" })).toBe("CaseClosedBefore")
  })

  it("reopened loses what its ending rested on, unless it was closed by mistake", () => {
    const ended = after(refer(), about.offer, about.accepted, about.admit, about.closeInSchool)
    expect(tell(ended, about.reopen).state.cases[0]).not.toHaveProperty("admission")
    expect(tell(ended, { ...about.reopen, reason: "closed-by-mistake" }).state.cases[0]).toHaveProperty("admission")
    expect(refusalTag(two, about.reopen)).toBe("CaseOpenAlready")
  })

  it("joined to a closed one while it was open opens that one, so that the child is not lost", () => {
    const { state, events } = tell(two, { _tag: "MergeCase", caseId: caseId(2), into: caseId(1) })
    expect(events.map(({ _tag }) => _tag)).toEqual(["CaseMerged", "CaseReopened"])
    expect(state.cases.map(caseStageOf)).toEqual(["open", "merged"])
    expect(caseRowsOf(PupilReference.make("EDU-1"), state)).toHaveLength(1)
  })

  it("corrected shows what is right, and no more what was taken back", () => {
    const [one] = after(refer(), about.start, about.correct).cases
    expect(one).toMatchObject({ area: "Central" })
    expect(one).not.toHaveProperty("since")
  })

  it("follows an attendance order step by step, and begins again once it is revoked", () => {
    const step = (name: "notice" | "served" | "revoked", on: CivilDay) => ({ ...about.notice, step: name, on }) as const
    const revoked = after(refer(), about.notice, about.served, step("revoked", day("2026-10-20")))
    expect(refusalTag(revoked, step("served", day("2026-10-21")))).toBe("OrderStepOutOfTurn")
    expect(refusalTag(revoked, step("notice", day("2026-10-21")))).toBe("accepted")
    expect(refusalTag(revoked, step("notice", day("2026-10-19")))).toBe("DaysOutOfOrder")
  })

  it("takes no trace for acknowledged that was rejected, until it is traced again", () => {
    const rejected = after(refer(), about.trace, about.reject)
    expect(refusalTag(rejected, about.acknowledge)).toBe("NotTraced")
    const again = { ...about.trace, authority: sheffield, tracedOn: day("2026-10-01") }
    expect(stageAfter(refer(), about.trace, about.reject, again)).toBe("traced")
  })
})

describe("what a case waits for", () => {
  const kinds = (...commands: ReadonlyArray<CmeCommand>) =>
    after(refer(), ...commands).cases.flatMap((one) => pendingDutiesOf(one, day("2026-10-01")).map(({ kind }) => kind))

  it("is an enquiry, a start and a reason, for as long as they are not there", () => {
    expect(kinds()).toEqual(["no-enquiry", "no-start", "no-reason"])
    expect(kinds(about.start, about.reason, { ...about.whereabouts, whereabouts: "known" })).toEqual(["next-band"])
  })

  it("is an answer to read, a trace and an offer to be answered", () => {
    expect(kinds(about.enquiry, about.unreadable)).toContain("answer-unread")
    expect(kinds(about.trace)).toContain("trace-unanswered")
    expect(kinds(about.offer)).toContain("offer-unanswered")
    expect(kinds(about.offer, about.accepted)).not.toContain("offer-unanswered")
  })

  it("has a day from the case's own policy, and is nothing once the case is closed", () => {
    const [one] = after(refer()).cases
    const [first] = one === undefined ? [] : pendingDutiesOf(one, day("2026-10-01"))
    expect(first?.remindFrom).toBe(addDays(day("2026-09-07"), 5))
    expect(kinds(about.closeAbroad)).toEqual([])
  })

  it("asks for the next enquiry after the last, not after the referral", () => {
    const enquiry = { ...about.enquiry, enquiryId: enquiryId(2), madeOn: day("2026-09-28"), by: officer }
    const [one] = after(refer(), about.enquiry, enquiry).cases
    const duties = one === undefined ? [] : pendingDutiesOf(one, day("2026-10-01"))
    expect(duties.find(({ kind }) => kind === "no-enquiry")?.remindFrom).toBe(day("2026-10-03"))
  })
})

describe("compulsory school age", () => {
  it.each([
    ["2021-08-31", "2026-08-30", "under"],
    ["2021-08-31", "2026-08-31", "within"],
    ["2021-09-01", "2026-12-30", "under"],
    ["2021-09-01", "2026-12-31", "within"],
    ["2021-01-01", "2026-03-31", "within"],
    ["2010-08-31", "2026-06-26", "within"],
    ["2010-08-31", "2026-06-27", "over"],
    ["2010-09-01", "2027-06-25", "within"],
    ["2010-09-01", "2027-06-26", "over"]
  ] as const)("of a child born on %s is, on %s: %s", (born, on, age) => {
    expect(schoolAgeOn(day(born), day(on))).toBe(age)
  })
})
