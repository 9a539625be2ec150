import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { addHours, calendars } from "../../src/calendar/index.ts"
import { checkPolicy, type Policy, rotherham } from "../../src/policy/index.ts"
import { ownRule, type Rules, shippedRules, triggersFired, triggersNotKnown } from "../../src/risk/index.ts"
import { at, begun, MUCH_LATER, number } from "./madeUpRecord.ts"

const night = ownRule("made-up/long-night", Schema.Struct({ hours: Schema.Int }), {
  title: "A long night",
  mayGoToChat: () => false,
  numbers: () => [{ source: "Made-up clause", verified: false }],
  judge: ({ numbers }, record, index) => {
    const episode = record.episodes[index]
    if (episode === undefined || record.now < addHours(episode.missingAt, numbers.hours)) return undefined
    return { episodes: [episode], because: "It was long.", metAt: addHours(episode.missingAt, numbers.hours) }
  }
})

const setting = (said: object = {}) => ({
  rule: "own",
  name: "made-up/long-night",
  code: "long-night",
  basis: { source: "Made-up clause", verified: true },
  level: "must",
  action: number("Ring the bell"),
  owner: "duty manager",
  numbers: { hours: 10 },
  ...said
})

const policyWith = (...triggers: ReadonlyArray<object>): Policy => ({ ...rotherham, triggers }) as unknown as Policy
const rules: Rules = { ...shippedRules, ...night }

const faults = (input: unknown, given?: Rules) =>
  Result.match(checkPolicy(input, undefined, given === undefined ? {} : { rules: given }), {
    onSuccess: () => [],
    onFailure: (found) => found
  })

describe("a team's own rule", () => {
  const state = begun(policyWith(setting()), 0, 48)

  it("fires with its evidence, its numbers and what the policy asks for", () => {
    const firings = triggersFired(state, { calendars, now: MUCH_LATER }, { rules })
    expect(firings.map(({ key }) => key)).toEqual(["long-night:episode-1", "long-night:episode-2"])
    expect(firings[0]).toMatchObject({
      rule: "long-night",
      predicate: "made-up/long-night",
      title: "A long night",
      action: "Ring the bell",
      owner: "duty manager",
      metAt: at(10),
      mayGoToChat: false,
      verified: false
    })
  })

  it("does not fire where it is not given, and is named among what could not be judged", () => {
    expect(triggersFired(state, { calendars, now: MUCH_LATER })).toEqual([])
    expect(triggersNotKnown(state, { calendars, now: MUCH_LATER })).toEqual([
      { rule: "long-night", title: "long-night", needs: "the rule made-up/long-night, which is not given here" }
    ])
    expect(triggersNotKnown(state, { calendars, now: MUCH_LATER }, { rules })).toEqual([])
  })

  it("stands beside the shipped ones, which go on where it is given", () => {
    const repeats = { ...setting({ code: "repeats", rule: "episodes-in-window" }), count: number(2) }
    const both = begun(policyWith(setting(), { ...repeats, windowDays: number(90) }), 0, 48)
    const fired = triggersFired(both, { calendars, now: MUCH_LATER }, { rules })
    expect(fired.map(({ rule }) => rule)).toEqual(["long-night", "long-night", "repeats"])
  })

  it("replaces every shipped one where it alone is given", () => {
    const alone = triggersFired(state, { calendars, now: MUCH_LATER }, { rules: night })
    expect(alone).toHaveLength(2)
  })
})

describe("checking a policy with a team's own rule", () => {
  it("refuses a rule that is not given, by its field", () => {
    expect(faults(policyWith(setting()))).toEqual([
      { field: "triggers[0].name", message: "There is no rule made-up/long-night here: give it, or one of ours" }
    ])
  })

  it("accepts it where it is given", () => {
    expect(faults(policyWith(setting()), rules)).toEqual([])
  })

  it("refuses numbers that the rule does not take, by their field", () => {
    expect(faults(policyWith(setting({ numbers: { hours: "ten" } })), rules).map(({ field }) => field)).toEqual([
      "triggers[0].numbers"
    ])
  })

  it("refuses a name without an area", () => {
    const found = faults(policyWith(setting({ name: "long-night" })), rules)
    expect(found.map(({ field }) => field)).toContain("triggers[0].name")
  })
})
