import * as Schema from "effect/Schema"

/** The child's standing with social care: the cohorts of the scorecard. Source: the episode table of the contracts. */
export const caseStatusWords = {
  "looked-after": "Looked after",
  "child-protection": "Child protection plan",
  "child-in-need": "Child in need",
  "early-help": "Early Help",
  "not-known": "Not known to services",
  "other-authority": "Another authority's child"
} as const

export type CaseStatus = keyof typeof caseStatusWords
export const CaseStatus = Schema.Literals(Object.keys(caseStatusWords) as ReadonlyArray<CaseStatus>)
