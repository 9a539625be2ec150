import * as Option from "effect/Option"
import { addDays, formatCivilDay, parseCivilDay } from "../calendar/civilDay.ts"
import { deepFreeze } from "../deepFreeze.ts"
import type { Policy } from "./policy.ts"

/** From the first day that any of its sources is known to have been there. */
const beginning = ({ effectiveFrom, sources = [] }: Policy): string =>
  sources.reduce(
    (first, { since }) => (since < first && Option.isSome(parseCivilDay(since)) ? since : first),
    effectiveFrom
  )

const dayBefore = (date: string): string =>
  Option.match(parseCivilDay(date), { onNone: () => date, onSome: (day) => formatCivilDay(addDays(day, -1)) })

/**
 * The policy dated back to its oldest source, so that earlier history can be read by it. It ends on the day before the
 * policy itself begins, and has an `id` and a title of its own; it is frozen.
 *
 * @example
 * ```ts
 * import { readBack, rotherham } from "@safe-return/domain/policy"
 *
 * const earlier = readBack(rotherham)
 * earlier.title // "Rotherham, read back"
 * earlier.effectiveFrom < rotherham.effectiveFrom // true
 * ```
 */
export const readBack = (policy: Policy): Policy =>
  deepFreeze({
    ...policy,
    id: `${policy.id}-read-back`,
    title: `${policy.title}, read back`,
    effectiveFrom: beginning(policy),
    effectiveTo: dayBefore(policy.effectiveFrom)
  })
