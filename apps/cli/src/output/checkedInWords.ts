import type { CheckedPolicy, Policy } from "@safe-return/domain/policy"
import { count } from "./print.ts"

type Findings = Omit<CheckedPolicy, "policy">

/** One heading with its lines; nothing where there is nothing to say. */
const list = (heading: string, lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.length === 0 ? [] : [`${heading} (${lines.length}):`, ...lines.map((line) => `  ${line}`)]

const unlistedInWords = ({ sources }: Policy, { unlisted }: Findings): ReadonlyArray<string> =>
  sources === undefined
    ? ["Its sources are not listed, so that when they were last checked is not known."]
    : list(
        "Of a source that is not listed",
        unlisted.map(({ field, source }) => `${field}: ${source}`)
      )

const stalenessInWords = ({ sourceCheckMonths }: Policy, { staleSources }: Findings): ReadonlyArray<string> =>
  list(
    `Last checked more than ${count(sourceCheckMonths?.value ?? 0, "month")} ago`,
    staleSources.map(({ name, lastChecked }) => `${name}: ${lastChecked}`)
  )

/** What a policy is checked for, in words: in order, and what a person still has to look at. */
export const checkedInWords = ({ policy, ...findings }: CheckedPolicy): string => {
  const { unverified, laterSources } = findings
  return [
    `${policy.title} (${policy.id}), from ${policy.effectiveFrom}: in order.`,
    ...(unverified.length === 0 ? ["Every number and rule is confirmed."] : []),
    ...list(
      "To be confirmed before go-live",
      unverified.map(({ field, source }) => `${field}: ${source}`)
    ),
    ...list(
      "The policy begins before what it rests on",
      laterSources.map(({ name, since, fields }) => `${name}, of ${since}: ${fields.join(", ")}`)
    ),
    ...unlistedInWords(policy, findings),
    ...stalenessInWords(policy, findings)
  ].join("\n")
}
