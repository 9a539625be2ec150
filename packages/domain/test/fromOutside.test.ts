import { Option, Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calendars, englandAndWales, utc } from "../src/calendar/index.ts"
import * as library from "../src/index.ts"
import { rotherham } from "../src/policy/index.ts"
import * as simple from "../src/simple/index.ts"

type AnyFunction = (...given: ReadonlyArray<unknown>) => unknown

/** Functions that read a value nobody has looked at: they answer anything, at once. */
const readers: Readonly<Record<string, AnyFunction>> = {
  ...(simple as unknown as Record<string, AnyFunction>),
  ...(Object.fromEntries(
    Object.entries(library).filter(([name]) =>
      [
        "checkInstant",
        "checkPolicy",
        "clocksFor",
        "decideUnknown",
        "decodeInterviewRecord",
        "dueTimes",
        "foldUnknown",
        "isInstant",
        "isPackName",
        "isShortReason",
        "parseChildReference",
        "parseCivilDay",
        "parseInstant",
        "parseMonth",
        "parsePoliceReference",
        "parseReferencePattern",
        "parseReferencePatterns",
        "withOverrides",
        "workingDayAfter"
      ].includes(name)
    )
  ) as unknown as Record<string, AnyFunction>)
}

/** Functions that take text of any kind, and only text. */
const { plainCharacters, referenceKey, tidyReference } = library
const ofText = { plainCharacters, referenceKey, tidyReference }

/** A name that says that something is read; what the others take was read before, or made by us. */
const READS = /^(?:check|decode|parse)|Unknown$/

const isAnswer = (answer: unknown): boolean =>
  typeof answer === "boolean" ||
  Option.isOption(answer) ||
  Result.isResult(answer) ||
  (answer as { ok: boolean }).ok === false

describe("a function that reads what comes from outside", () => {
  it.each(Object.entries(readers))("answers anything and never throws: %s", (_, read) => {
    fc.assert(
      fc.property(
        fc.array(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }), {
          maxLength: 4
        }),
        (given) => {
          expect(isAnswer(read(...given))).toBe(true)
        }
      ),
      { numRuns: 300 }
    )
  })

  it("is put to this test if its name says that it reads", () => {
    const named = Object.entries(library).filter(([name, value]) => typeof value === "function" && READS.test(name))
    expect(named.length).toBeGreaterThan(8)
    for (const [name] of named) expect(Object.keys(readers)).toContain(name)
    expect(Object.keys(readers)).toHaveLength(22)
  })

  it.each(Object.entries(ofText))("takes any text: %s", (_, read) => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof read(text) === "string"))
  })
})

describe("a deadline", () => {
  const from = utc(2026, 11, 20)
  const withClocks = (changed: object) => ({ ...rotherham, interview: { ...rotherham.interview, ...changed } })

  it.each([
    ["a Date", new Date(), rotherham, calendars, "from"],
    ["text", "2026-11-20T18:00:00Z", rotherham, calendars, "from"],
    ["1e300", 1e300, rotherham, calendars, "from"],
    ["not a number", Number.NaN, rotherham, calendars, "from"],
    ["infinity", Number.POSITIVE_INFINITY, rotherham, calendars, "from"],
    ["a part of a millisecond", 0.5, rotherham, calendars, "from"],
    ["nothing", undefined, rotherham, calendars, "from"],
    [
      "a cutoff that is no time",
      from,
      withClocks({ cutoff: { value: "5:pm" } }),
      calendars,
      "policy.interview.cutoff.value"
    ],
    [
      "too many days",
      from,
      withClocks({ workingDays: { value: 1e9 } }),
      calendars,
      "policy.interview.workingDays.value"
    ],
    ["half an hour", from, withClocks({ hours: { value: 0.5 } }), calendars, "policy.interview.hours.value"],
    ["a name for a policy", from, "rotherham", calendars, "policy"],
    ["one calendar for three", from, rotherham, englandAndWales, "calendars"]
  ])("is refused in words, at once: %s", (_, time, policy, on, field) => {
    for (const reckon of [library.clocksFor, library.dueTimes] as ReadonlyArray<AnyFunction>) {
      const { failure } = reckon(time, policy, on) as {
        readonly failure: { readonly field: string; readonly message: string }
      }
      expect(failure.field).toBe(field)
      expect(failure.message).toMatch(/^[A-Z].*\.$/)
      expect(structuredClone(failure)).toEqual(failure)
    }
  })

  it("is the same with and without its explanation wherever there is one", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (time) => {
        const [explained, plain] = [
          library.clocksFor(time as never, rotherham),
          library.dueTimes(time as never, rotherham)
        ]
        expect(Result.isSuccess(explained)).toBe(Result.isSuccess(plain))
        if (Result.isSuccess(explained) && Result.isSuccess(plain)) {
          expect(explained.success.workingDayClock.dueAt).toBe(plain.success.workingDaysDueAt)
        }
      })
    )
  })
})
