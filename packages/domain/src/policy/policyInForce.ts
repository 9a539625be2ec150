import * as Option from "effect/Option"
import { type CivilDay, formatCivilDay } from "../calendar/civilDay.ts"
import type { Policy } from "./policy.ts"

/** The pack that governs an episode that opens on this London day: the last to have begun. */
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
