import { addDays, type CivilDay } from "../../calendar/civilDay.ts"
import type { CmePolicy } from "../policy/cmePolicy.ts"
import type { DutyKind, EducationRole } from "../policy/dutyAsking.ts"
import { usualCmePolicy } from "../policy/usualCmePolicy.ts"

/** Who is asked for something that a case waits for. */
export interface AskedDuty {
  readonly roles: ReadonlyArray<EducationRole>
  /** Whether it has waited so long that managers are asked too. */
  readonly hasClimbed: boolean
  /** Nothing can be recorded of it: it is said on one morning. */
  readonly isSaidOnce: boolean
}

interface Duty {
  readonly kind: DutyKind
  readonly remindFrom: CivilDay
}

/**
 * Who is asked for a duty on a day, by the case's own policy; by the usual one, where that says nothing of it.
 *
 * Source: our own, and not confirmed by any council: no text seen says who is reminded.
 *
 * @param today a London day, as whole days since 1970-01-01; so is the duty's own
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { askedDutyOf, usualCmePolicy } from "@safe-return/domain/education"
 *
 * const duty = { kind: "no-reason", remindFrom: civilDay(2026, 9, 7) } as const
 * askedDutyOf(usualCmePolicy, duty, civilDay(2026, 9, 8)).roles // ["education-officer"]
 * askedDutyOf(usualCmePolicy, duty, civilDay(2026, 9, 14)).roles // ["education-officer","education-manager"]
 * ```
 */
export const askedDutyOf = (policy: Pick<CmePolicy, "asking">, duty: Duty, today: CivilDay): AskedDuty => {
  const [asking, usual] = [policy.asking ?? usualCmePolicy.asking, usualCmePolicy.asking]
  const ofKind = ({ kind }: { readonly kind: DutyKind }) => kind === duty.kind
  const { roles, isSaidOnce = false } = asking.owners.find(ofKind) ?? usual.owners.find(ofKind) ?? { roles: [] }
  const hasClimbed = !isSaidOnce && today >= addDays(duty.remindFrom, asking.managersAfterDays.value)
  return { roles: hasClimbed ? [...new Set([...roles, "education-manager" as const])] : roles, hasClimbed, isSaidOnce }
}
