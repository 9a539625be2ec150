import { formatInstant, type Instant } from "@safe-return/domain/calendar"
import type { Policy } from "@safe-return/domain/policy"
import { raisedDefinition, type TriggerRaised } from "@safe-return/domain/policyComparison"
import { formatMonth, type Month, monthInWords, parseMonth, type Suppressed } from "@safe-return/domain/scorecard"
import { londonDateTimeInFull } from "@safe-return/wording/londonDates"
import { Option } from "effect"
import type { Report } from "../report.ts"
import type { ReportTable } from "../tables/reportTable.ts"
import { thresholdsMoved } from "./thresholdsMoved.ts"

/** What two policies would have raised, whole or suppressed. */
export interface ComparedPolicies {
  readonly from: Policy
  readonly to: Policy
  readonly asOf: Instant
  /** Twelve, in order. */
  readonly months: ReadonlyArray<Month>
  readonly triggers: ReadonlyArray<TriggerRaised | Suppressed<TriggerRaised>>
  readonly isSuppressed: boolean
}

const columnsOf = (rule: string) => [
  { title: "Before", measure: `raised.${rule}.before` },
  { title: "No longer raised", measure: `raised.${rule}.noLonger` },
  { title: "Newly raised", measure: `raised.${rule}.newly` },
  { title: "After", measure: `raised.${rule}.after` }
]

const nameOfMonth = (month: string): string =>
  Option.match(parseMonth(month), { onNone: () => month, onSome: monthInWords })

const tableOf = (
  { rule, title, months }: ComparedPolicies["triggers"][number],
  from: Policy,
  to: Policy
): ReportTable => ({
  id: `raised-${rule}`,
  title: [title, ...thresholdsMoved(rule, from, to)].join(": "),
  breakdown: "month",
  rowTitle: "Month",
  columns: columnsOf(rule),
  rows: months.map(({ month, before, noLonger, newly, after }) => ({
    label: nameOfMonth(month),
    value: month,
    cells: [before, noLonger, newly, after]
  })),
  definitions: [raisedDefinition]
})

const inWords = (policy: Policy): string => `${policy.title} (${policy.id})`

/** What the policies would have raised otherwise over a year, a table for each trigger of which it differs. */
export const comparisonOf = ({ from, to, asOf, months, triggers, isSuppressed }: ComparedPolicies): Report => {
  const ends = [months[0], months.at(-1)].filter((month) => month !== undefined)
  return {
    title: `What ${inWords(to)} would have raised in place of ${inWords(from)}`,
    period: ends.map(formatMonth).join("/"),
    periodInWords: ends.map(monthInWords).join(" to "),
    asOf: formatInstant(asOf),
    asOfInWords: londonDateTimeInFull(asOf),
    policy: `${from.id} before and ${to.id} after`,
    isSuppressed,
    tables: triggers.map((trigger) => tableOf(trigger, from, to)),
    definitions: [raisedDefinition]
  }
}
