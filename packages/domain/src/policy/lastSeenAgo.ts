import type { ReportsUsed } from "./senderWords.ts"
import { workingChoice } from "./workingChoice.ts"

/** Of a policy that gives none, as those in older journals. */
export const usualLastSeenAgo = workingChoice(
  7,
  "no source says how long ago a child may have been last seen when they are reported; a week"
)

/**
 * How long ago a child may have been last seen without a person who reports them being asked whether that is right: days,
 * 7 where the policy gives none. A slip in the year or the month is longer.
 *
 * @example
 * ```ts
 * import { lastSeenAgoOf, rotherham } from "@safe-return/domain/policy"
 *
 * lastSeenAgoOf(rotherham) // 7
 * ```
 */
export const lastSeenAgoOf = ({ reports }: { readonly reports?: ReportsUsed }): number =>
  (reports?.lastSeenAgoDays ?? usualLastSeenAgo).value
