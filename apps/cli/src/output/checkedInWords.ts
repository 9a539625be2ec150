import { type CheckedPolicy, ownerWords, type Policy, packs } from "@safe-return/domain/policy"
import { Equal } from "effect"
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

/** An episode keeps the id, and nobody could say later by which of two it was counted. */
const packsIdInWords = (policy: Policy): ReadonlyArray<string> =>
  Object.values(packs).some((pack) => pack.id === policy.id && !Equal.equals(pack, policy))
    ? [`Its id is that of a pack with other rules: give it an id of its own before it opens an episode.`]
    : []

/** What a policy is checked for, in words: in order, and what a person still has to look at. */
export const checkedInWords = ({ policy, ...findings }: CheckedPolicy): string => {
  const { unverified, laterSources } = findings
  return [
    `${policy.title} (${policy.id}), from ${policy.effectiveFrom}: in order.`,
    ...packsIdInWords(policy),
    ...(unverified.length === 0 ? ["Every number and rule is confirmed."] : []),
    ...list(
      "To be confirmed before go-live",
      unverified.map(({ field, source }) => `${field}: ${source}`)
    ),
    ...list(
      "The policy begins before what it rests on",
      laterSources.map(({ name, since, fields }) => `${name}, of ${since}: ${fields.join(", ")}`)
    ),
    ...list(
      `Owners that name no role known here, so that the allocated worker and the team managers are asked; known are ${ownerWords.join(", ")}`,
      findings.unknownOwners.map(({ field, owner }) => `${field}: ${owner}`)
    ),
    ...unlistedInWords(policy, findings),
    ...stalenessInWords(policy, findings)
  ].join("\n")
}
