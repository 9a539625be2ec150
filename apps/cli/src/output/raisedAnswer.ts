import { type Figure, monthInWords, parseMonth } from "@safe-return/domain/scorecard"
import type { ComparedPolicies } from "@safe-return/report"
import { Option } from "effect"

type TriggerRaised = ComparedPolicies["triggers"][number]
type RaisedInMonth = TriggerRaised["months"][number]

const nameOf = (month: string): string => Option.match(parseMonth(month), { onNone: () => month, onSome: monthInWords })

const isEmpty = ({ before, after }: RaisedInMonth): boolean => before === 0 && after === 0

const figures = ({ before, noLonger, newly, after }: RaisedInMonth): ReadonlyArray<readonly [string, Figure]> => [
  ["before", before],
  ["no longer raised", noLonger],
  ["newly raised", newly],
  ["after", after]
]

const monthLine = (raised: RaisedInMonth): string =>
  `${nameOf(raised.month)}: ${figures(raised)
    .map(([what, figure]) => `${what} ${figure}`)
    .join(", ")}`

const triggerLines = ({ rule, title, months }: TriggerRaised): ReadonlyArray<string> => [
  `  ${title} (${rule})`,
  ...months.filter((month) => !isEmpty(month)).map((month) => `    ${monthLine(month)}`),
  ...(months.some(isEmpty) ? ["    In the other months: nobody"] : [])
]

/** What would have been raised by month, for people; nothing where no trigger differs. */
export const raisedInWords = ({ months, triggers, isSuppressed }: ComparedPolicies): ReadonlyArray<string> => {
  const [first, last] = [months[0], months.at(-1)]
  if (triggers.length === 0 || first === undefined || last === undefined) return []
  const withheld = isSuppressed
    ? " c: withheld, as a count of that month is too small; others are to the nearest 10."
    : ""
  return [
    `Children with a trigger raised, ${monthInWords(first)} to ${monthInWords(last)}.${withheld}`,
    ...triggers.flatMap(triggerLines)
  ]
}

/** The same for scripts, one trigger with its twelve months. */
export const raisedAnswer = ({ rule, title, months }: TriggerRaised) => ({
  change: "raised-by-month",
  rule,
  title,
  months,
  words: `Of how many children ${rule} would have been raised in each month: before, no longer, newly, after.`
})
