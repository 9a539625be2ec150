import * as Option from "effect/Option"
import type { CivilDay } from "../calendar/civilDay.ts"
import { derbyshire } from "./derbyshire.ts"
import { nationalMinimum } from "./nationalMinimum.ts"
import type { Policy } from "./policy.ts"
import { policyInForce } from "./policyInForce.ts"
import { readBack } from "./readBack.ts"
import { rotherham } from "./rotherham.ts"

/** The packs that come with the library, by the name they are asked for. */
export const packs = Object.freeze({ rotherham, derbyshire, "national-minimum": nationalMinimum }) satisfies Readonly<
  Record<string, Policy>
>
export type PackName = keyof typeof packs

/**
 * The pack for this London day, read back where it had not begun, because every question needs some number.
 *
 * @param day whole days since 1970-01-01, London's
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { packOn, rotherham } from "@safe-return/domain/policy"
 *
 * packOn("rotherham", civilDay(2027, 1, 4)) === rotherham // true
 * packOn("rotherham", civilDay(2020, 1, 1)).title // "Rotherham, read back"
 * ```
 */
export const packOn = (name: PackName, day: CivilDay): Policy => {
  const now: Policy = packs[name]
  const before = readBack(now)
  return Option.getOrElse(policyInForce([before, now], day), () => before)
}

/**
 * Whether one of the packs that come with the library has this name.
 *
 * Any value may be asked about; what is no text is none.
 *
 * @example
 * ```ts
 * import { isPackName } from "@safe-return/domain/policy"
 *
 * isPackName("rotherham") // true
 * isPackName("barnsley") // false
 * ```
 */
export const isPackName = (name: string): name is PackName => typeof name === "string" && Object.hasOwn(packs, name)
