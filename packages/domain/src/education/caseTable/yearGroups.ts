import * as Schema from "effect/Schema"

/** The year groups of compulsory school age, in DfE's order. */
export const yearGroups = ["reception", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "unknown"] as const

export const YearGroup = Schema.Literals(yearGroups)
export type YearGroup = typeof YearGroup.Type

/**
 * DfE's label of a year group: `Reception`, `Year 1` to `Year 11`, `Unknown`.
 *
 * Source: DfE, Children missing education, data set of 29 January 2026, topic Year group.
 *
 * @example
 * ```ts
 * import { yearGroupLabel } from "@safe-return/domain/education"
 *
 * yearGroupLabel("reception") // "Reception"
 * yearGroupLabel("11") // "Year 11"
 * ```
 */
export const yearGroupLabel = (group: YearGroup): string => {
  if (group === "reception") return "Reception"
  return group === "unknown" ? "Unknown" : `Year ${group}`
}
