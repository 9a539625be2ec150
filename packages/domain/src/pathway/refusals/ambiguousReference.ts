/** A reference names two records that differ only in spelling: nothing is merged, and a person chooses. */
import type { RefusalAbout } from "./about.ts"

export interface AmbiguousReference extends RefusalAbout<"AmbiguousReference", "reference"> {
  readonly references: ReadonlyArray<string>
}

/**
 * The refusal of a reference that names two records which differ only in how they are written: nothing is merged, and
 * a person chooses.
 *
 * @example
 * ```ts
 * import { AmbiguousReference } from "@safe-return/domain/pathway"
 *
 * const { _tag, field } = AmbiguousReference({ references: ["LCS-10432", "LCS10432"] })
 * _tag // "AmbiguousReference"
 * field // "reference"
 * ```
 */
export const AmbiguousReference = ({ references }: Pick<AmbiguousReference, "references">): AmbiguousReference => ({
  _tag: "AmbiguousReference",
  field: "reference",
  message: `${references.join(" and ")} are each on record, and differ only in how they are written. Give the one that is meant exactly as it is written here, and ask an administrator which record is right.`,
  references
})
