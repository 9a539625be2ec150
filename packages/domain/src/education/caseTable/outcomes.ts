import { closedList } from "../../vocabulary/closedList.ts"

/** Recorded by mistake: such a case is never counted. */
export const IN_ERROR = "in-error"

/** How a case ended. Source: the published contracts, children missing education. */
export const outcomeWords = closedList({
  "school-place": "A place at a school",
  "suitable-home-education": "Home education judged suitable",
  "other-authority": "Another authority has taken the case over",
  abroad: "Moved abroad",
  "over-age": "Over compulsory school age",
  "not-of-compulsory-school-age": "Not of compulsory school age",
  died: "The child died",
  [IN_ERROR]: "Recorded by mistake"
})
export const CmeOutcome = outcomeWords.schema
export type CmeOutcome = typeof CmeOutcome.Type
