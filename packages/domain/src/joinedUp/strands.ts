import { closedList } from "../vocabulary/closedList.ts"

/**
 * Where a child may be on record, each a strand of work of its own.
 *
 * Source: Rotherham "Missing from Home, Care and School", the Inclusion Scorecard: to cross reference exclusions and children at
 * risk of sexual or criminal exploitation.
 */
export const strandWords = closedList({
  missing: "Missing episodes",
  education: "Children missing education",
  exclusion: "Suspensions and exclusions",
  "sexual-exploitation": "Sexual exploitation (CSE)",
  "criminal-exploitation": "Criminal exploitation (CCE)"
})
export const Strand = strandWords.schema
export type Strand = typeof Strand.Type

/** In their own order. */
export const strands = Object.keys(strandWords.words) as ReadonlyArray<Strand>
