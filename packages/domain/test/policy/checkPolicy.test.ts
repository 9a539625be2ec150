import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { checkPolicy, packs, rotherham } from "../../src/policy/index.ts"

const { interview, reminders } = rotherham
const [repeats, ...others] = rotherham.triggers ?? []

const faults = (edit: object) =>
  Result.match(checkPolicy({ ...rotherham, ...edit }), {
    onSuccess: () => [],
    onFailure: (found) => found.map(({ field }) => field)
  })

describe("checking a policy", () => {
  it("accepts what is whole, and lists what nobody has confirmed by field", () => {
    const { policy, unverified } = Result.getOrThrow(checkPolicy(packs.derbyshire))
    expect(policy).toEqual(packs.derbyshire)
    expect(unverified.map(({ field }) => field)).toEqual([
      "interview.workingDays",
      "interview.anchor",
      "interview.dayZero",
      "interview.cutoff",
      "interview.calendar",
      "interview.measure",
      "reminders.hoursBefore",
      "triggers[1].hours",
      "digest",
      "futureToleranceMinutes",
      "sourceCheckMonths"
    ])
  })

  it.each([
    ["no hours", { interview: { ...interview, hours: { ...interview.hours, value: 0 } } }, ["interview.hours.value"]],
    [
      "half a working day",
      { interview: { ...interview, workingDays: { ...interview.workingDays, value: 2.5 } } },
      ["interview.workingDays.value"]
    ],
    [
      "a summary until before it begins",
      { digest: { value: { at: "08:30", until: "08:30" }, source: "Made up", verified: false } },
      ["digest.value.until"]
    ],
    [
      "a number without a source",
      { interview: { ...interview, hours: { value: 72, verified: true } } },
      ["interview.hours.source"]
    ],
    [
      "an empty source",
      { interview: { ...interview, hours: { ...interview.hours, source: "" } } },
      ["interview.hours.source"]
    ],
    ["a nation that is none", { interview: { ...interview, calendar: "narnia" } }, ["interview.calendar"]],
    [
      "no reminders at all",
      { reminders: { ...reminders, hoursBefore: { ...reminders.hoursBefore, value: [] } } },
      ["reminders.hoursBefore.value[0]"]
    ],
    [
      "a tolerance below nothing",
      { futureToleranceMinutes: { ...rotherham.futureToleranceMinutes, value: -1 } },
      ["futureToleranceMinutes.value"]
    ],
    ["a date in British order", { effectiveFrom: "01/01/2012" }, ["effectiveFrom"]],
    ["a day that does not exist", { effectiveFrom: "2026-02-30" }, ["effectiveFrom"]],
    ["an end that does not exist", { effectiveTo: "2026-02-30" }, ["effectiveTo"]],
    ["an end before its beginning", { effectiveTo: "2011-12-31" }, ["effectiveTo"]],
    ["no title", { title: "" }, ["title"]],
    ["a field that is misspelt", { trigers: [] }, ["trigers"]],
    ["two triggers of one code", { triggers: [repeats, ...others, repeats] }, [`triggers[${others.length + 1}].code`]],
    [
      "an office that closes before it opens",
      { workingHours: { ...rotherham.workingHours, value: { opens: "17:00", closes: "09:00" } } },
      ["workingHours.value.closes"]
    ],
    [
      "an office that opens at 25:00",
      { workingHours: { ...rotherham.workingHours, value: { opens: "25:00", closes: "26:00" } } },
      ["workingHours.value.opens", "workingHours.value.closes"]
    ]
  ])("refuses %s, and names the field", (_, edit, expected) => {
    expect(faults(edit)).toEqual(expected)
  })

  it("accepts an end on the first day, a tolerance of nothing, and no triggers at all", () => {
    expect(faults({ effectiveTo: rotherham.effectiveFrom })).toEqual([])
    expect(faults({ futureToleranceMinutes: { ...rotherham.futureToleranceMinutes, value: 0 } })).toEqual([])
    expect(faults({ triggers: [] })).toEqual([])
  })

  it("refuses working hours that are measured and not given", () => {
    const { workingHours: _, ...unsaid } = rotherham
    const index = unsaid.triggers?.findIndex(({ rule }) => rule === "offer-late")
    const found = Result.getOrThrow(Result.flip(checkPolicy(unsaid)))
    expect(found.map(({ field }) => field)).toEqual([
      `triggers[${index}].measured`,
      "reminders.noInterviewerWorkingHours",
      "reminders.noInterviewerLastWorkingHours",
      "reminders.notOfferedWorkingHours",
      "reminders.statutory",
      "ladder.value[2].onlyOutOfHours",
      "ladder.value[5].onlyOutOfHours",
      "decisionLadder.value[1].onlyOutOfHours",
      "decisionLadder.value[2].clock"
    ])
    expect(new Set(found.map(({ message }) => message))).toEqual(
      new Set(["Working hours are measured, but workingHours is not given"])
    )
  })

  it("names what is wrong inside a trigger, and a rule there is not", () => {
    const with0 = (edit: object) => ({ triggers: [{ ...repeats, ...edit }] })
    expect(faults(with0({ windowDays: { value: -1, source: "Made-up", verified: false } }))).toEqual([
      "triggers[0].windowDays.value"
    ])
    expect(faults(with0({ code: "Repeat Episodes" }))).toEqual(["triggers[0].code"])
    expect(faults(with0({ rule: "full-moon" }))).toEqual(["triggers[0].rule"])
    expect(faults(with0({ counted: { absences: ["missing"], missingFrom: "care" } }))).toEqual([])
    expect(faults(with0({ counted: { absences: [] } }))).toEqual(["triggers[0].counted.absences[0]"])
  })

  it("refuses to restrict a rule that would ignore it", () => {
    const index = others.findIndex(({ rule }) => rule === "harm-disclosed") + 1
    const restricted = [repeats, ...others].map((one, at) =>
      at === index ? { ...one, counted: { absences: ["missing"] } } : one
    )
    expect(faults({ triggers: restricted })).toEqual([`triggers[${index}].counted`])
  })

  it("says in words what is wrong", () => {
    const said = (edit: object) =>
      Result.getOrThrow(Result.flip(checkPolicy({ ...rotherham, ...edit }))).map(({ message }) => message)
    expect(said({ trigers: [] })).toEqual([
      expect.stringMatching(/^There is no such field here\. The fields are id, title, /)
    ])
    expect(said({ triggers: [{ ...repeats, rule: "full-moon" }] })[0]).toMatch(
      /^This must be one of episodes-in-window, /
    )
    const { title: _, ...untitled } = rotherham
    expect(Result.getOrThrow(Result.flip(checkPolicy(untitled)))).toEqual([
      { field: "title", message: "This must be given" }
    ])
    expect(said({ effectiveFrom: "2026-02-30" })).toEqual(["This day does not exist"])
    expect(said({ effectiveTo: "2011-12-31" })).toEqual(["This is before the policy begins"])
    expect(said({ triggers: [repeats, repeats] })).toEqual(["Another trigger has the code repeat-episodes"])
  })

  it.each([undefined, null, 3, "rotherham", []])("refuses %s", (input) => {
    expect(Result.isFailure(checkPolicy(input))).toBe(true)
  })
})
