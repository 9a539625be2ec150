import * as Schema from "effect/Schema"

/** Asked, and the answer is not known: another thing than {@link REASON_NOT_RECORDED}. */
export const REASON_UNKNOWN = "Unknown"

/** Nobody wrote a reason down. */
export const REASON_NOT_RECORDED = "Not recorded"

/**
 * Why a child is missing education: DfE's labels, letter for letter and in DfE's order.
 *
 * Source: DfE, Children missing education, Explore education statistics, data set of 29 January 2026, topic Reason.
 */
export const cmeReasons = [
  "Moved in from another local authority",
  "Moved in from another country",
  "School application awaiting outcome",
  "Offered school place but not yet accepted",
  "Waiting school start",
  "Did not get school preference",
  "Unsuitable elective home education",
  "Difficulty accessing suitable school place",
  "School dissatisfaction general",
  "School dissatisfaction SEND",
  "Mental health",
  "Physical health",
  "Parental decision not to register at school",
  "Did not apply for school place at compulsory school age",
  "Challenging school attendance order",
  "Believed to have moved to another local authority",
  "Believed to have moved to another country",
  REASON_UNKNOWN,
  REASON_NOT_RECORDED,
  "Other"
] as const

export const CmeReason = Schema.Literals(cmeReasons)
export type CmeReason = typeof CmeReason.Type
