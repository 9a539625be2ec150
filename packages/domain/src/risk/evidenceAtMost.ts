/** The most episodes listed as evidence, so that a thousandth episode costs no more than the fiftieth. */
export const EVIDENCE_AT_MOST = 50

/** How many episodes of evidence are listed for a rule that counts to `count`. */
export const evidenceAtMost = (count: number): number => Math.max(EVIDENCE_AT_MOST, count)
