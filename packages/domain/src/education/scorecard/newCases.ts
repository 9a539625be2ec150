import type { CivilDay } from "../../calendar/civilDay.ts"
import { referenceKey } from "../../pathway/referenceSpelling.ts"
import { type Definition, OUR_MEASURE } from "../../scorecard/definition.ts"
import type { CountedCase } from "../figures/countedCase.ts"

/** A case whose day of referral is known. */
export type ReferredCase = CountedCase & { readonly referred_on: CivilDay }

/** The days of a quarter as far as they are known: from its first to its last, or to the day that figures are as of. */
export interface KnownDays {
  readonly first: CivilDay
  /** Before `first` where the quarter had not begun. */
  readonly last: CivilDay
}

/** The cases that were referred within these days. */
export const newCasesIn = (rows: ReadonlyArray<CountedCase>, { first, last }: KnownDays): ReadonlyArray<ReferredCase> =>
  rows.filter(
    (row): row is ReferredCase => row.referred_on !== undefined && row.referred_on >= first && row.referred_on <= last
  )

/** How many children these are, each once, however their reference is written. */
export const childrenOf = (rows: ReadonlyArray<CountedCase>): number =>
  new Set(rows.map(({ child_ref }) => referenceKey(child_ref))).size

export const SEED = 'Rotherham "Missing from Home, Care and School", children missing education'

export const newCasesDefinitions: ReadonlyArray<Definition> = [
  {
    field: "new.total",
    counts:
      "New cases: those whose `referred_on` lies in the quarter, and not after `asOf`. Cases closed `in-error` are never counted, here or below.",
    source: SEED
  },
  {
    field: "new.children",
    counts: "The children of those cases, each once, however their reference is written.",
    source: OUR_MEASURE
  }
]
