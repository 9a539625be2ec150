import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, it, test } from "vitest"
import { addDays, type CivilDay, formatCivilDay } from "../../../src/calendar/index.ts"
import {
  decideGroundH,
  decideGroundI,
  type GroundHClaim,
  type GroundIClaim,
  type GroundNotMet,
  groundLetters,
  grounds,
  type RegisterDay,
  schoolDayOn,
  type TermDate
} from "../../../src/education/index.ts"
import { day } from "../caseTexts.ts"

const SOURCE = "Made-up council, school term dates"
const dates: ReadonlyArray<TermDate> = [
  { kind: "term", from: day("2026-09-01"), to: day("2026-12-18"), name: "Autumn term", source: SOURCE },
  { kind: "holiday", from: day("2026-10-26"), to: day("2026-10-30"), name: "Half term", source: SOURCE }
]

/** The marks of the school days between two days. */
const marked = (from: CivilDay, to: CivilDay, code = "N"): ReadonlyArray<RegisterDay> => {
  const register: Array<RegisterDay> = []
  for (let at = from; at <= to; at = addDays(at, 1)) {
    if (schoolDayOn({ dates }, at)._tag === "InSchool") register.push({ day: at, morning: code, afternoon: code })
  }
  return register
}

/** Twenty school days: 5 October to Friday 6 November, half term between. */
const first = day("2026-10-05")
const last = day("2026-11-06")
const decidedOn = day("2026-11-09")

const answers = {
  dates,
  decidedOn,
  deletedOn: decidedOn,
  cause: "none-believed",
  enquiries: [
    { by: "school", madeOn: day("2026-10-12") },
    { by: "council", madeOn: day("2026-10-20") }
  ],
  isJoint: true
} as const

const claimI: GroundIClaim = { ...answers, register: marked(first, last) }

const tagsOf = (decided: Result.Result<unknown, GroundNotMet>): ReadonlyArray<string> =>
  Result.isSuccess(decided) ? [] : decided.failure.refusals.map(({ _tag }) => _tag)

const refusedI = (changed: Partial<GroundIClaim>) => tagsOf(decideGroundI({ ...claimI, ...changed }))

const withMark = (at: string, morning: string, afternoon: string): ReadonlyArray<RegisterDay> =>
  claimI.register.map((mark) => (mark.day === day(at) ? { ...mark, morning, afternoon } : mark))

test("every ground has words and a source, and says whether its text was seen", () => {
  expect(Object.keys(grounds)).toEqual(groundLetters)
  const seen = groundLetters.filter((letter) => grounds[letter].verified)
  expect(seen).toEqual(["a", "b", "c", "d", "e"])
  for (const { words, source } of Object.values(grounds)) expect(words.length * source.length).toBeGreaterThan(0)
})

describe("ground i", () => {
  it("holds after twenty marked school days, and explains them", () => {
    const decided = Result.getOrThrow(decideGroundI(claimI))
    const counted = decided.days.flatMap((one) => ("counted" in one ? [[one.counted, formatCivilDay(one.day)]] : []))
    expect(counted).toHaveLength(20)
    expect([counted[0], counted[19]]).toEqual([
      [1, "2026-10-05"],
      [20, "2026-11-06"]
    ])
    expect(decided.days).toContainEqual({ day: day("2026-10-26"), skipped: "Half term" })
  })

  it("does not hold for nineteen, whatever the calendar days", () => {
    expect(refusedI({ register: claimI.register.slice(1) })).toEqual(["AbsenceTooShort"])
    expect(refusedI({ register: [] })).toEqual(["AbsenceTooShort"])
  })

  it.each([
    ["a sick day", "I", "I"],
    ["a sick afternoon", "N", "I"],
    ["a morning in school", "/", "N"]
  ])("is broken by %s, and its sentence does not say which mark it was", (_what, morning, afternoon) => {
    const decided = decideGroundI({ ...claimI, register: withMark("2026-10-22", morning, afternoon) })
    expect(tagsOf(decided)).toEqual(["AbsenceBroken"])
    const { failure } = decided as Result.Failure<never, GroundNotMet>
    expect(failure.refusals[0].message).toContain("2026-10-22")
    expect(failure.refusals[0].message).toContain("Only 6 of 20")
    expect(failure.refusals[0].message).not.toContain("sick")
  })

  it("takes the codes G, N and O for one absence, in capitals or not", () => {
    const codes = ["G", "N", "O", "g"]
    const register = claimI.register.map((mark, at) => ({ ...mark, morning: codes[at % 4] ?? "" }))
    expect(refusedI({ register })).toEqual([])
  })

  it("is refused for a mark on a holiday, a day without a mark, and a day marked twice", () => {
    const holiday = { day: day("2026-10-28"), morning: "N", afternoon: "N" }
    expect(refusedI({ register: [...claimI.register, holiday] })).toEqual(["MarkedOnNoSchoolDay"])
    expect(refusedI({ register: claimI.register.filter((mark) => mark.day !== day("2026-10-22")) })).toEqual([
      "RegisterIncomplete"
    ])
    expect(refusedI({ register: [...claimI.register, ...claimI.register.slice(0, 1)] })).toEqual(["MarkedTwice"])
  })

  it("is refused where the child may have attended since the last mark", () => {
    expect(refusedI({ decidedOn: addDays(decidedOn, 1), deletedOn: addDays(decidedOn, 1) })).toEqual([
      "RegisterIncomplete"
    ])
  })

  it("is refused where the term dates have a gap", () => {
    const from = day("2026-10-20")
    const late = dates.map((one) => (one.kind === "term" ? { ...one, from } : one))
    expect(refusedI({ dates: late })).toEqual(["TermDatesEnd"])
  })

  it.each([
    ["a cause nobody considered", { cause: "not-considered" }, "CauseNotConsidered"],
    ["sickness that is believed", { cause: "believed" }, "CausePossible"],
    ["enquiries by the school alone", { enquiries: answers.enquiries.slice(0, 1) }, "EnquiriesNotTogether"],
    ["enquiries by the council alone", { enquiries: answers.enquiries.slice(1) }, "EnquiriesNotTogether"],
    ["enquiries made apart", { isJoint: false }, "EnquiriesNotTogether"],
    [
      "an enquiry from before the absence",
      { enquiries: [{ by: "school", madeOn: day("2026-09-30") }, ...answers.enquiries.slice(1)] },
      "EnquiriesNotTogether"
    ],
    [
      "an enquiry that is still to come",
      { enquiries: [{ by: "school", madeOn: day("2026-11-10") }, ...answers.enquiries.slice(1)] },
      "EnquiriesNotTogether"
    ],
    [
      "an answer nobody has read",
      { enquiries: answers.enquiries.map((one) => ({ ...one, isUnread: true })) },
      "EnquiryUnread"
    ],
    ["a found child, by the school alone", { found: { schoolAgrees: true, councilAgrees: false } }, "NotBothAgreed"],
    ["a day before the decision", { deletedOn: day("2026-11-06") }, "BackDated"]
  ] satisfies ReadonlyArray<readonly [string, Partial<GroundIClaim>, string]>)(
    "is refused for %s",
    (_what, changed, tag) => {
      expect(refusedI(changed)).toEqual([tag])
    }
  )

  it("holds for a found child where both agree", () => {
    expect(refusedI({ found: { schoolAgrees: true, councilAgrees: true } })).toEqual([])
  })

  it("says every reason at once", () => {
    expect(
      refusedI({ register: [], cause: "believed", enquiries: [], deletedOn: day("2026-01-01"), isJoint: false })
    ).toEqual(["AbsenceTooShort", "CausePossible", "EnquiriesNotTogether", "BackDated"])
  })

  it("counts enquiries from the first day of a longer absence, and explains all of it", () => {
    const register = marked(day("2026-09-14"), last)
    const enquiries = [{ by: "school", madeOn: day("2026-09-16") } as const, answers.enquiries[1]]
    const decided = Result.getOrThrow(decideGroundI({ ...claimI, register, enquiries }))
    expect(decided.days.filter((one) => "counted" in one)).toHaveLength(register.length)
    expect(decided.days[0]).toEqual({ day: day("2026-09-14"), counted: 1, because: "Autumn term" })
  })

  it("needs twenty school days of any run of marks, however many there are", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (skipped) => {
        const register = marked(day("2026-09-10"), last).slice(skipped)
        expect(refusedI({ register })).toEqual(register.length >= 20 ? [] : ["AbsenceTooShort"])
      })
    )
  })
})

describe("ground h", () => {
  /** Ten school days after Friday 9 October end on Friday 23 October. */
  const claimH: GroundHClaim = { ...answers, leaveEndedOn: day("2026-10-09"), attendedOn: [] }
  const refusedH = (changed: Partial<GroundHClaim>) => tagsOf(decideGroundH({ ...claimH, ...changed }))
  const decidedAt = (at: string) => ({ decidedOn: day(at), deletedOn: day(at) })

  it("holds once ten school days after the leave are over", () => {
    expect(refusedH(decidedAt("2026-10-24"))).toEqual([])
    expect(refusedH(decidedAt("2026-10-23"))).toEqual(["NotYetOver"])
  })

  it("does not hold for a child who came back within them, even for a session", () => {
    expect(refusedH({ attendedOn: [day("2026-10-23")] })).toEqual(["CameBack"])
    expect(refusedH({ attendedOn: [day("2026-10-09"), day("2026-11-02")] })).toEqual([])
  })

  it("asks about the cause, the enquiries, the agreement and the day as ground i does", () => {
    expect(
      refusedH({
        cause: "not-considered",
        enquiries: [],
        found: { schoolAgrees: false, councilAgrees: false },
        deletedOn: first
      })
    ).toEqual(["CauseNotConsidered", "EnquiriesNotTogether", "NotBothAgreed", "BackDated"])
  })

  it("is refused for a leave that has not ended, and where the term dates have a gap", () => {
    expect(refusedH({ leaveEndedOn: day("2026-12-01") })).toContain("LeaveInFuture")
    expect(refusedH({ dates: [] })).toEqual(["TermDatesEnd"])
  })
})
