import type { CivilDay } from "../calendar/civilDay.ts"
import { referenceKey } from "../pathway/referenceSpelling.ts"
import type { Strand } from "./strands.ts"

/** Two systems may use one reference for two children: a reference says nothing without its system. */
export type ReferenceSystem = "education" | "social-care"

export interface SystemReference {
  readonly system: ReferenceSystem
  readonly reference: string
}

/**
 * The same for one child in one system, however the reference is written.
 *
 * @example
 * ```ts
 * import { childKey } from "@safe-return/domain/joinedUp"
 *
 * childKey({ system: "education", reference: "edu-20117" }) // "education EDU20117"
 * ```
 */
export const childKey = ({ system, reference }: SystemReference): string => `${system} ${referenceKey(reference)}`

/** One thing that is on record of a child on one strand. */
export interface StrandFact {
  readonly strand: Strand
  /** The child as that strand's own system knows them. */
  readonly child: SystemReference
  /** What it was, in a code of its strand: `missing`, `suspension`, `open`, `suspected`. */
  readonly what: string
  /** Whole days since 1970-01-01, London's; absent where the day is not recorded. */
  readonly from?: CivilDay
  /** The last day; absent where it has not ended, or its end is not recorded. */
  readonly to?: CivilDay
  /** What it is called where it is kept: the id of an episode or a case; blank where it has none. */
  readonly source: string
  /** The reference in the other system that stands beside it: nothing is joined by it until a person confirms it. */
  readonly beside?: SystemReference
}
