import { describe, expect, it } from "vitest"
import { calendars, civilDay } from "../../src/calendar/index.ts"
import { fold } from "../../src/pathway/index.ts"
import {
  type AnyRule,
  type ChildFacts,
  type EpisodesOnRecord,
  type Rules,
  shippedRules,
  triggersFired
} from "../../src/risk/index.ts"
import { everyRule } from "./arbitraryRecord.ts"
import { afterAll, longStream, outcomeNames } from "./longHistories.ts"

const facts: ChildFacts = {
  bornOn: civilDay(2020, 1, 25),
  caseStatus: "looked-after",
  placedOutOfArea: true,
  hasNoPlan: true
}

/** The record, with each thing that is asked of it counted; made once for each record. */
const countingOnce = (count: () => void) => {
  const made = new WeakMap<EpisodesOnRecord, EpisodesOnRecord>()
  return (record: EpisodesOnRecord): EpisodesOnRecord => {
    const before = made.get(record)
    if (before !== undefined) return before
    const bound = new Map<PropertyKey, unknown>()
    const counted = new Proxy(record, {
      get: (asked, name) => {
        count()
        if (bound.has(name)) return bound.get(name)
        const value: unknown = Reflect.get(asked, name, asked)
        if (typeof value !== "function") return value
        bound.set(name, value.bind(asked))
        return bound.get(name)
      }
    })
    made.set(record, counted)
    return counted
  }
}

const counted = (rule: AnyRule, counting: (record: EpisodesOnRecord) => EpisodesOnRecord): AnyRule => ({
  ...rule,
  withSetting: (setting) => {
    const known = rule.withSetting(setting)
    return known && { ...known, judge: (record, index) => known.judge(counting(record), index) }
  }
})

/** How often a rule asks the record for something while all triggers of this history are found. */
const stepsOf = (outcome: string, episodes: number): number => {
  let steps = 0
  const counting = countingOnce(() => {
    steps += 1
  })
  const rules: Rules = Object.fromEntries(
    Object.entries(shippedRules).map(([name, rule]) => [name, counted(rule, counting)])
  )
  const state = fold(longStream(outcome, episodes, everyRule))
  const firings = triggersFired(state, { calendars, now: afterAll(episodes), facts }, { rules })
  expect(firings.length).toBeGreaterThan(episodes / 2)
  return steps
}

describe("the triggers of a long history", () => {
  it.each(outcomeNames)("cost twice the steps for twice the episodes: %s", (outcome) => {
    const [once, twice] = [stepsOf(outcome, 400), stepsOf(outcome, 800)]
    expect(twice / once).toBeGreaterThan(1.8)
    expect(twice / once).toBeLessThan(2.2)
    // Each episode has a dozen rules to meet, in few events, each on a bounded stretch of the record.
    expect(twice / 800).toBeLessThan(2_000)
  })
})
