import * as Schema from "effect/Schema"

/** The parent was asked and did not say: another thing than not asked, which is blank. */
export const UNDECLARED = "undeclared"

/** A code of the school census, such as `WROM`, or {@link UNDECLARED}. The census's codes have four capital letters each. */
export const Ethnicity = Schema.String.check(
  Schema.isPattern(/^(?:[A-Z]{4}|undeclared)$/, {
    expected: "the school census code, four capital letters such as WROM, or undeclared"
  })
)
