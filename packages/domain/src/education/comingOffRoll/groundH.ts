import * as Result from "effect/Result"
import { addDays, type CivilDay } from "../../calendar/civilDay.ts"
import { type CountedSchoolDay, countSchoolDays } from "../schoolDays/countSchoolDays.ts"
import type { SchoolDates } from "../schoolDays/schoolDay.ts"
import {
  CameBack,
  type GroundNotMet,
  type GroundRefusal,
  LeaveInFuture,
  NotYetOver,
  TermDatesEnd
} from "./groundRefusals.ts"
import { type RollClaim, sharedRefusals } from "./jointEnquiries.ts"
import { type RollRules, rollRules } from "./rollRules.ts"

/** A claim that a child has not come back after a leave of absence. */
export interface GroundHClaim extends RollClaim, SchoolDates {
  /** The last day of the leave; itself not counted. */
  readonly leaveEndedOn: CivilDay
  /** The days on which the child attended at least one session. */
  readonly attendedOn: ReadonlyArray<CivilDay>
}

/** A ground that holds, with the days that were counted. */
export interface GroundMet {
  readonly _tag: "GroundMet"
  readonly ground: "h" | "i"
  readonly deletedOn: CivilDay
  /** The explanation, in order. */
  readonly days: ReadonlyArray<CountedSchoolDay>
}

const absenceOf = (claim: GroundHClaim, needed: number) => {
  if (claim.leaveEndedOn > claim.decidedOn) return { days: [], refusals: [LeaveInFuture] }
  const { days, lastDay, gap } = Result.getOrThrow(
    countSchoolDays({ ...claim, from: claim.leaveEndedOn, count: needed })
  )
  const lastLooked = lastDay ?? days.at(-1)?.day ?? claim.leaveEndedOn
  const refusals: Array<GroundRefusal> = claim.attendedOn
    .filter((day) => day > claim.leaveEndedOn && day <= lastLooked)
    .slice(0, 1)
    .map(CameBack)
  if (gap !== undefined) refusals.push(TermDatesEnd(gap))
  if (lastDay !== undefined && lastDay >= claim.decidedOn) refusals.push(NotYetOver(lastDay, needed))
  return { days, refusals }
}

/**
 * Whether a child comes off the roll because they have not come back within ten school days after a leave (ground h); or
 * every reason why not, each with what to do. Days are London's.
 *
 * Source: SI 2024/208, regulation 9(1)(h), as others give it: its text was not seen.
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { decideGroundH } from "@safe-return/domain/education"
 * import { Result } from "effect"
 *
 * const term = { from: civilDay(2026, 9, 1), to: civilDay(2026, 10, 23), name: "Autumn term", source: "Made-up council" }
 * const decidedOn = civilDay(2026, 9, 28)
 * const claim = {
 *   dates: [{ kind: "term", ...term }],
 *   leaveEndedOn: civilDay(2026, 9, 11),
 *   attendedOn: [],
 *   decidedOn,
 *   deletedOn: decidedOn,
 *   cause: "none-believed",
 *   enquiries: [
 *     { by: "school", madeOn: civilDay(2026, 9, 15) },
 *     { by: "council", madeOn: civilDay(2026, 9, 21) }
 *   ],
 *   isJoint: true
 * } as const
 * Result.isSuccess(decideGroundH(claim)) // true
 *
 * const alone = decideGroundH({ ...claim, isJoint: false, deletedOn: civilDay(2026, 9, 11) })
 * Result.mapError(alone, ({ refusals }) => refusals.map(({ _tag }) => _tag)) // failure(["EnquiriesNotTogether","BackDated"])
 * ```
 */
export const decideGroundH = (
  claim: GroundHClaim,
  { schoolDaysAfterLeave }: Pick<RollRules, "schoolDaysAfterLeave"> = rollRules
): Result.Result<GroundMet, GroundNotMet> => {
  const { days, refusals } = absenceOf(claim, schoolDaysAfterLeave.value)
  const [first, ...others] = [...refusals, ...sharedRefusals(claim, addDays(claim.leaveEndedOn, 1))]
  return first === undefined
    ? Result.succeed({ _tag: "GroundMet", ground: "h", deletedOn: claim.deletedOn, days })
    : Result.fail({ _tag: "GroundNotMet", ground: "h", refusals: [first, ...others] })
}
