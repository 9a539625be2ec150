/** Two policies that differ in one field alone: each field shows in what is compared. */
import { expect, test } from "vitest"
import { addHours, calendars, type Instant, utc } from "../../src/calendar/index.ts"
import type { ChildState } from "../../src/pathway/state.ts"
import { Policy, rotherham, usualMessageTimes, usualScorecardRules } from "../../src/policy/index.ts"
import { InterviewClocks } from "../../src/policy/policy.ts"
import { comparePolicies } from "../../src/policyComparison/index.ts"
import { ChildReference } from "../../src/vocabulary/identifiers.ts"
import { at, begun, episode, number, policyOf, record, returnedAt } from "../risk/madeUpRecord.ts"

interface Row {
  readonly other: Policy
  /** Where it shows, when only a history shows it. */
  readonly state?: ChildState
  readonly now?: Instant
  readonly from?: Policy
}

const back = utc(2026, 11, 16, 12)
const returned = record(rotherham, [episode(1, at(0), returnedAt(back))])
/** Found and returned on either side of midnight, and told of to the council a day later. */
const overMidnight = record(rotherham, [
  {
    ...episode(1, at(0), returnedAt(utc(2026, 11, 17, 6), utc(2026, 11, 16, 22))),
    notifiedAt: utc(2026, 11, 18, 10)
  }
])
const aMinuteLater = addHours(back, 1 / 60)

const clocks = (change: Partial<Policy["interview"]>): Policy => ({
  ...rotherham,
  interview: { ...rotherham.interview, ...change }
})

const ofClocks: Readonly<Record<keyof typeof InterviewClocks.fields, Row>> = {
  hours: { other: clocks({ hours: number(48) }), state: returned },
  workingDays: { other: clocks({ workingDays: number(5) }), state: returned },
  anchor: { other: clocks({ anchor: number("notified") }), state: overMidnight },
  dayZero: { other: clocks({ dayZero: number("day-before-return") }), state: returned },
  cutoff: { other: clocks({ cutoff: number("17:00") }), state: returned },
  // Second of January: a bank holiday in Scotland alone.
  calendar: {
    other: clocks({ calendar: number("scotland") }),
    state: record(rotherham, [episode(1, utc(2024, 12, 30, 8), returnedAt(utc(2024, 12, 31, 12)))]),
    now: utc(2024, 12, 31, 13)
  },
  measure: { other: clocks({ measure: number("offered") }) }
}

const { triggers: _triggers, ...withoutTriggers } = rotherham
const { reports: _reports, ...withoutReports } = rotherham

/** What nothing is done otherwise by. */
const named = ["id", "title", "sources", "wording"] as const

const ofFields: Readonly<Record<Exclude<keyof Policy, (typeof named)[number] | "interview">, Row>> = {
  effectiveFrom: { other: { ...rotherham, effectiveFrom: "2027-04-01" } },
  effectiveTo: { other: { ...rotherham, effectiveTo: "2027-03-31" } },
  reminders: {
    other: { ...rotherham, reminders: { ...rotherham.reminders, hoursBefore: number([6]) } },
    state: returned,
    now: aMinuteLater
  },
  ladder: {
    other: { ...rotherham, ladder: number([{ who: "head-of-service", afterMinutes: 7, clock: "always" }]) },
    state: begun(rotherham, 0),
    now: at(5)
  },
  decisionLadder: {
    other: { ...rotherham, decisionLadder: number([{ who: "head-of-service", afterMinutes: 7, clock: "always" }]) }
  },
  repeatEpisodes: {
    from: withoutTriggers,
    other: {
      ...withoutTriggers,
      repeatEpisodes: {
        count: number(2),
        windowDays: number(30),
        level: "must",
        action: number("Meet"),
        owner: "someone"
      }
    },
    state: begun(rotherham, 0, 24),
    now: at(30)
  },
  triggers: {
    from: policyOf(),
    other: policyOf({ rule: "episodes-in-window", count: number(1), windowDays: number(30) }),
    state: begun(rotherham, 0),
    now: at(5)
  },
  workingHours: {
    other: { ...rotherham, workingHours: number({ opens: "11:30", closes: "12:30" }) },
    state: returned,
    now: aMinuteLater
  },
  messageTimes: { other: { ...rotherham, messageTimes: { ...usualMessageTimes, newsHours: number(24) } } },
  scorecard: { other: { ...rotherham, scorecard: { ...usualScorecardRules, windowDays: number(28) } } },
  shownFacts: { other: { ...rotherham, shownFacts: number(["answers"]) } },
  digest: { other: { ...rotherham, digest: number({ at: "07:00", until: "08:00" }) } },
  revealDays: { other: { ...rotherham, revealDays: number(7) } },
  futureToleranceMinutes: { other: { ...rotherham, futureToleranceMinutes: number(30) } },
  reports: { other: withoutReports },
  sourceCheckMonths: { other: { ...rotherham, sourceCheckMonths: number(24) } }
}

const compared = ({ from = rotherham, other, state, now = at(365 * 24) }: Row) => {
  const history = state === undefined ? [] : [{ child: ChildReference.make("MADE-UP-1"), state }]
  return comparePolicies(from, other, history, now, calendars)
}

const rows = Object.entries({ ...ofFields, ...ofClocks })

test("each field of a policy and of its clocks has a row, or only names the policy", () => {
  const fields = Object.keys(Policy.fields).filter((field) => field !== "interview")
  expect([...Object.keys(ofFields), ...named].sort()).toEqual(fields.sort())
  expect(Object.keys(ofClocks).sort()).toEqual(Object.keys(InterviewClocks.fields).sort())
})

test.for(rows)("another %s alone is told", ([, row]) => {
  expect(compared(row)).not.toEqual([])
  expect(compared({ ...row, other: row.from ?? rotherham })).toEqual([])
})

test("another name or another source is told of nobody", () => {
  expect(compared({ other: { ...rotherham, id: "other", title: "Other", sources: [] } })).toEqual([])
})

test("what is ruled otherwise is told in words, from what to what", () => {
  const other: Policy = { ...rotherham, effectiveTo: "2027-03-31", revealDays: number(7) }
  expect(compared({ other }).map(({ words }) => words)).toEqual([
    "The last day on which it governs new episodes would move from none to 2027-03-31.",
    "How long an interviewer may see what is held of the child would move from 30 days to 7 days."
  ])
})
