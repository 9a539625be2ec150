/** What two policies call otherwise, of no child: the measure of "in time", and what a report may say. */
import type { Policy } from "./policy.ts"

interface Moved<Tag extends string> {
  readonly _tag: Tag
  readonly from: string
  readonly to: string
  readonly words: string
}

/** Said once, whatever the history: `from` and `to` are the policies' own words for it. */
export type RuleDifference = Moved<"MeasureMoved"> | Moved<"ReportsReadOtherwise">

const reportsInWords = ({ reports }: Policy): string =>
  reports === undefined
    ? "every absence and grade"
    : [
        `absences ${reports.absences.value.join(", ")}`,
        `grades ${reports.risks.value.join(", ")}`,
        ...(reports.words?.value ?? []).map(
          (listed) => `${listed.word} ${"readAs" in listed ? `read as ${listed.readAs}` : "refused"}`
        )
      ].join("; ")

const difference = <const Tag extends RuleDifference["_tag"]>(
  _tag: Tag,
  of: string,
  from: string,
  to: string
): ReadonlyArray<Moved<Tag>> =>
  from === to ? [] : [{ _tag, from, to, words: `${of} would move from ${from} to ${to}.` }]

export const rulesDiffer = (a: Policy, b: Policy): ReadonlyArray<RuleDifference> => [
  ...difference(
    "MeasureMoved",
    "What counts as in time, the interview offered or held,",
    a.interview.measure.value,
    b.interview.measure.value
  ),
  ...difference("ReportsReadOtherwise", "What a report may say", reportsInWords(a), reportsInWords(b))
]
