import { Option, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { parseCivilDay } from "../../src/calendar/index.ts"
import { Policy, rotherham } from "../../src/policy/index.ts"

type Found = { readonly path: string; readonly value: unknown; readonly source: unknown; readonly verified: unknown }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

/** Every number in the policy that does not stand beside its source, by path. */
const bareNumbers = (value: unknown, path: string): ReadonlyArray<string> => {
  if (typeof value === "number") return [path]
  if (!isObject(value) || "source" in value) return []
  return Object.entries(value).flatMap(([key, part]) => bareNumbers(part, `${path}.${key}`))
}

const sourced = (value: unknown, path: string): ReadonlyArray<Found> => {
  if (!isObject(value)) return []
  if ("source" in value) return [{ path, value: value["value"], source: value["source"], verified: value["verified"] }]
  return Object.entries(value).flatMap(([key, part]) => sourced(part, `${path}.${key}`))
}

describe("Rotherham's policy", () => {
  it("is a policy by the schema, and as JSON reads back the same", () => {
    expect(Schema.decodeUnknownSync(Policy)(JSON.parse(JSON.stringify(rotherham)))).toEqual(rotherham)
    expect(Option.isSome(parseCivilDay(rotherham.effectiveFrom))).toBe(true)
  })

  it("has a source beside every number", () => {
    expect(bareNumbers(rotherham, "policy")).toEqual([])
    const numbers = sourced(rotherham, "policy")
    expect(numbers.length).toBeGreaterThanOrEqual(6)
    for (const { source } of numbers) expect(source).toMatch(/\w{3,}.*\w{3,}/)
  })

  it("says which numbers nobody has confirmed, and calls them working choices", () => {
    const unverified = sourced(rotherham, "policy").filter(({ verified }) => verified !== true)
    expect(unverified.map(({ path, value }) => [path, value])).toEqual([
      ["policy.reminders.hoursBefore", [24, 4]],
      ["policy.repeatEpisodes.windowDays", 30],
      ["policy.futureToleranceMinutes", 10]
    ])
    for (const { source } of unverified) expect(source).toMatch(/^Working choice: /)
    for (const { source, verified } of sourced(rotherham, "policy")) {
      expect(verified === true && String(source).startsWith("Working choice")).toBe(false)
    }
  })

  it("has the numbers of its sources: 72 hours, 3 working days, 3 episodes", () => {
    const { interview, repeatEpisodes } = rotherham
    expect([interview.hours.value, interview.workingDays.value, repeatEpisodes.count.value]).toEqual([72, 3, 3])
  })

  it("calls nothing South Yorkshire's", () => {
    expect(JSON.stringify(rotherham)).not.toMatch(/South Yorkshire/)
  })
})

describe("a policy", () => {
  const edited = (edit: object) => Schema.decodeUnknownResult(Policy)({ ...rotherham, ...edit })
  const { interview, reminders, repeatEpisodes } = rotherham

  it.each([
    ["no hours", { interview: { ...interview, hours: { ...interview.hours, value: 0 } } }],
    ["half a working day", { interview: { ...interview, workingDays: { ...interview.workingDays, value: 2.5 } } }],
    ["a number without a source", { interview: { ...interview, hours: { value: 72, verified: true } } }],
    ["an empty source", { interview: { ...interview, hours: { ...interview.hours, source: "" } } }],
    ["a nation it has no calendar for", { interview: { ...interview, calendar: "scotland" } }],
    ["no reminders at all", { reminders: { ...reminders, hoursBefore: { ...reminders.hoursBefore, value: [] } } }],
    [
      "a negative window",
      { repeatEpisodes: { ...repeatEpisodes, windowDays: { ...repeatEpisodes.windowDays, value: -1 } } }
    ],
    ["a tolerance below nothing", { futureToleranceMinutes: { ...rotherham.futureToleranceMinutes, value: -1 } }],
    ["a date in British order", { effectiveFrom: "01/01/2012" }],
    ["no title", { title: "" }]
  ])("with %s is refused", (_, edit) => {
    expect(edited(edit)._tag).toBe("Failure")
  })

  it("may tolerate nothing", () => {
    expect(edited({ futureToleranceMinutes: { ...rotherham.futureToleranceMinutes, value: 0 } })._tag).toBe("Success")
  })
})
