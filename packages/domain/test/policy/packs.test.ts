import { Option, Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { parseCivilDay } from "../../src/calendar/index.ts"
import { checkPolicy, isPackName, Policy, packs, triggerSettings } from "../../src/policy/index.ts"

type Found = { readonly path: string; readonly value: unknown; readonly source: unknown; readonly verified: unknown }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

/** Every number in the policy that does not stand beside its source, by path. */
const bareNumbers = (value: unknown, path: string): ReadonlyArray<string> => {
  if (typeof value === "number") return [path]
  if (!isObject(value) || ("source" in value && "value" in value)) return []
  return Object.entries(value).flatMap(([key, part]) => bareNumbers(part, `${path}.${key}`))
}

const sourced = (value: unknown, path: string): ReadonlyArray<Found> => {
  if (!isObject(value)) return []
  if ("source" in value) return [{ path, value: value["value"], source: value["source"], verified: value["verified"] }]
  return Object.entries(value).flatMap(([key, part]) => sourced(part, `${path}.${key}`))
}

describe.each(Object.entries(packs))("the %s pack", (_, pack) => {
  it("is a policy by the schema, and as JSON reads back the same", () => {
    expect(Schema.decodeUnknownSync(Policy)(JSON.parse(JSON.stringify(pack)))).toEqual(pack)
    expect(Option.isSome(parseCivilDay(pack.effectiveFrom))).toBe(true)
  })

  it("passes the check of a council's own policy, with every unverified number listed", () => {
    const { unverified } = Result.getOrThrow(checkPolicy(JSON.parse(JSON.stringify(pack))))
    const unsure = sourced(pack, "policy").filter(({ verified }) => verified !== true)
    expect(unverified.map(({ source }) => source)).toEqual(unsure.map(({ source }) => source))
  })

  it("has a source beside every number, every rule and every action", () => {
    expect(bareNumbers(pack, "policy")).toEqual([])
    for (const { source } of sourced(pack, "policy")) expect(source).toMatch(/\w{3,}.*\w{3,}/)
    for (const { basis, action } of triggerSettings(pack)) {
      expect(basis.source).not.toBe("")
      expect(action.source).not.toBe("")
    }
  })

  it("calls what nobody confirmed a working choice or our reading, and nothing confirmed so", () => {
    for (const { source, verified } of sourced(pack, "policy")) {
      expect(/^(Working choice|Our reading): /.test(String(source))).toBe(verified !== true)
    }
  })

  it("calls nothing South Yorkshire's", () => {
    expect(JSON.stringify(pack)).not.toMatch(/South Yorkshire/)
  })
})

describe("the packs", () => {
  const codes = (pack: Policy) => triggerSettings(pack).map(({ code }) => code)

  it("are known by name", () => {
    expect(Object.keys(packs)).toEqual(["rotherham", "derbyshire", "national-minimum"])
    expect([isPackName("derbyshire"), isPackName("toString"), isPackName("")]).toEqual([true, false, false])
    expect(new Set(Object.values(packs).map(({ id }) => id)).size).toBe(3)
  })

  it("of Derbyshire: 3 in 30 days must lead to a strategy meeting, all of it seen", () => {
    const [repeats] = triggerSettings(packs.derbyshire)
    expect(repeats).toMatchObject({
      rule: "episodes-in-window",
      level: "must",
      count: { value: 3, verified: true },
      windowDays: { value: 30, verified: true },
      basis: { verified: true },
      action: { value: "Hold a strategy meeting", verified: true }
    })
  })

  it("of Rotherham: 3 in a window whose length nobody has confirmed, to consider", () => {
    const [repeats] = triggerSettings(packs.rotherham)
    expect(repeats).toMatchObject({
      code: "repeat-episodes",
      level: "consider",
      count: { value: 3, verified: true },
      windowDays: { value: 30, verified: false }
    })
  })

  it("of the national minimum: no count of episodes, because no number was seen", () => {
    expect(codes(packs["national-minimum"])).toEqual(["offer-late", "harm-disclosed", "out-of-area"])
  })

  it("all keep 72 hours from the return", () => {
    expect(Object.values(packs).map(({ interview }) => [interview.hours.value, interview.hours.verified])).toEqual([
      [72, true],
      [72, true],
      [72, true]
    ])
    expect(packs.rotherham.interview.workingDays).toMatchObject({ value: 3, verified: true })
    expect(packs.derbyshire.interview.workingDays.verified).toBe(false)
  })
})
