import * as Option from "effect/Option"
import { type CivilDay, formatCivilDay } from "../calendar/civilDay.ts"
import type { Policy } from "./policy.ts"

/**
 * The pack that governs an episode that opens on this London day: the last to have begun, and not ended. None where
 * none was in force.
 *
 * @param packs in any order; of two that began on one day the later in the list
 * @param day whole days since 1970-01-01, London's
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { policyInForce, rotherham } from "@safe-return/domain/policy"
 * import { Option } from "effect"
 *
 * const next = { ...rotherham, id: "rotherham-next", effectiveFrom: "2028-04-01" }
 * Option.map(policyInForce([rotherham, next], civilDay(2028, 3, 31)), ({ id }) => id === rotherham.id) // some(true)
 * Option.map(policyInForce([rotherham, next], civilDay(2028, 4, 1)), ({ id }) => id) // some("rotherham-next")
 * policyInForce([next], civilDay(2028, 3, 31)) // none()
 * ```
 */
export const policyInForce = (packs: ReadonlyArray<Policy>, day: CivilDay): Option.Option<Policy> => {
  const date = formatCivilDay(day)
  let inForce: Policy | undefined
  for (const pack of packs) {
    // Dates of this form are in order as texts.
    if (pack.effectiveFrom > date || (pack.effectiveTo !== undefined && pack.effectiveTo < date)) continue
    if (inForce === undefined || pack.effectiveFrom >= inForce.effectiveFrom) inForce = pack
  }
  return Option.fromUndefinedOr(inForce)
}
