import type { ReportsUsed } from "./senderWords.ts"
import { workingChoice } from "./workingChoice.ts"

/** Of a policy that gives none, as those in older journals. */
export const usualTimesApart = workingChoice(
  60,
  "no source says how far the times of one find or return may differ; an hour"
)

/**
 * How far apart two times of one find or return may be told before a person is asked which is right: minutes, 60 where
 * the policy gives none.
 *
 * @example
 * ```ts
 * import { rotherham, timesApartOf } from "@safe-return/domain/policy"
 *
 * timesApartOf(rotherham) // 60
 * ```
 */
export const timesApartOf = ({ reports }: { readonly reports?: ReportsUsed }): number =>
  (reports?.timesApartMinutes ?? usualTimesApart).value
