import { Option } from "effect"
import { type CivilDay, formatCivilDay } from "../calendar/civilDay.ts"
import type { Policy } from "./policy.ts"

/**
 * Which of one council's packs governs an episode that opens on this London day: the one that began last and has not
 * ended. Of two that began on the same day, the later in the list. None before the first begins, or after all ended.
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
