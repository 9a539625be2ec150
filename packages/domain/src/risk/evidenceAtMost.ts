/** The most episodes listed as evidence, so that a thousandth episode costs no more than the fiftieth. */
export const EVIDENCE_AT_MOST = 50

/**
 * How many episodes of evidence are listed for a rule that counts to `count`: 50, or more where it counts further, so
 * that a thousandth episode costs no more than the fiftieth.
 *
 * @param count a whole number of episodes
 *
 * @example
 * ```ts
 * import { evidenceAtMost } from "@safe-return/domain/risk"
 *
 * evidenceAtMost(3) // 50
 * evidenceAtMost(90) // 90
 * ```
 */
export const evidenceAtMost = (count: number): number => Math.max(EVIDENCE_AT_MOST, count)
