import * as Result from "effect/Result"
import { addDays, type CivilDay } from "../../calendar/civilDay.ts"
import type { CountedSchoolDay } from "../schoolDays/countSchoolDays.ts"
import { type SchoolDates, schoolDayOn } from "../schoolDays/schoolDay.ts"
import type { GroundMet } from "./groundH.ts"
import {
  AbsenceBroken,
  AbsenceTooShort,
  type GroundNotMet,
  type GroundRefusal,
  MarkedOnNoSchoolDay,
  MarkedTwice,
  RegisterIncomplete,
  TermDatesEnd
} from "./groundRefusals.ts"
import { type RollClaim, sharedRefusals } from "./jointEnquiries.ts"
import { type RollRules, rollRules } from "./rollRules.ts"

/** A school day in the attendance register: a code for each session. */
export interface RegisterDay {
  readonly day: CivilDay
  readonly morning: string
  readonly afternoon: string
}

/** A claim that a child was absent without permission for twenty school days on end. */
export interface GroundIClaim extends RollClaim, SchoolDates {
  readonly register: ReadonlyArray<RegisterDay>
}

interface Absence {
  /** Its first school day; undefined where the absence is too short, or not known. */
  readonly since: CivilDay | undefined
  readonly days: ReadonlyArray<CountedSchoolDay>
  readonly refusals: ReadonlyArray<GroundRefusal>
}

type Walked = CountedSchoolDay | { readonly day: CivilDay; readonly because: string }

/** Walked backwards, numbered forwards. */
const inOrder = (walked: ReadonlyArray<Walked>): ReadonlyArray<CountedSchoolDay> => {
  let counted = 0
  const first = walked.findLastIndex((one) => "because" in one)
  return walked
    .slice(0, first + 1)
    .toReversed()
    .map((one) => {
      if ("skipped" in one) return one
      counted += 1
      return { day: one.day, counted, because: one.because }
    })
}

const repeated = (register: ReadonlyArray<RegisterDay>): CivilDay | undefined => {
  const seen = new Set<CivilDay>()
  return register.find(({ day }) => {
    const isSeen = seen.has(day)
    seen.add(day)
    return isSeen
  })?.day
}

/** Backwards from the day of the decision, which counts only if it is marked, to the first day of the absence. */
const absenceBefore = (claim: GroundIClaim, { schoolDaysAbsent, absentCodes }: Rules): Absence => {
  const twice = repeated(claim.register)
  if (twice !== undefined) return { since: undefined, days: [], refusals: [MarkedTwice(twice)] }
  const marks = new Map(claim.register.map((mark) => [mark.day, mark]))
  const firstMarked = Math.min(...marks.keys())
  const needed = schoolDaysAbsent.value
  const isAbsent = (code: string): boolean => absentCodes.value.some((absent) => absent === code.toUpperCase())
  const walked: Array<Walked> = []
  let [counted, since]: [number, CivilDay | undefined] = [0, undefined]
  // Past the days that are needed, what ends the absence is where it began, and no fault.
  const ended = (refusal: GroundRefusal): Absence =>
    counted < needed
      ? { since: undefined, days: inOrder(walked), refusals: [refusal] }
      : { since, days: inOrder(walked), refusals: [] }
  for (let day = claim.decidedOn; ; day = addDays(day, -1)) {
    if (day < firstMarked) return ended(AbsenceTooShort(counted, needed))
    const mark = marks.get(day)
    const found = schoolDayOn(claim, day)
    if (found._tag === "NotKnown") return ended(TermDatesEnd(day))
    if (found._tag === "NotInSchool") {
      if (mark !== undefined) return ended(MarkedOnNoSchoolDay(day, found.because))
      walked.push({ day, skipped: found.because })
      continue
    }
    if (mark === undefined) {
      if (day === claim.decidedOn) continue
      return ended(RegisterIncomplete(day))
    }
    if (!isAbsent(mark.morning) || !isAbsent(mark.afternoon)) return ended(AbsenceBroken(counted, needed, day))
    counted += 1
    since = day
    walked.push({ day, because: found.because })
  }
}

type Rules = Pick<RollRules, "schoolDaysAbsent" | "absentCodes">

/**
 * Whether a child comes off the roll after twenty school days of absence without permission (ground i): four questions, and
 * the day; or every reason why not, each with what to do. One session with another mark breaks the absence. Days are London's.
 *
 * Source: SI 2024/208, regulation 9(1)(i), as others give it: its text was not seen.
 *
 * @example
 * ```ts
 * import { addDays, civilDay, dayOfWeek } from "@safe-return/domain/calendar"
 * import { decideGroundI } from "@safe-return/domain/education"
 * import { Result } from "effect"
 *
 * const first = civilDay(2026, 9, 7)
 * const days = Array.from({ length: 26 }, (_, at) => addDays(first, at)).filter((day) => ![0, 6].includes(dayOfWeek(day)))
 * const register = days.map((day) => ({ day, morning: "N", afternoon: "N" }))
 * const term = { from: civilDay(2026, 9, 1), to: civilDay(2026, 10, 23), name: "Autumn term", source: "Made-up council" }
 * const decidedOn = civilDay(2026, 10, 3)
 * const claim = {
 *   dates: [{ kind: "term", ...term }],
 *   register,
 *   decidedOn,
 *   deletedOn: decidedOn,
 *   cause: "none-believed",
 *   enquiries: [
 *     { by: "school", madeOn: civilDay(2026, 9, 15) },
 *     { by: "council", madeOn: civilDay(2026, 9, 21) }
 *   ],
 *   isJoint: true
 * } as const
 * Result.isSuccess(decideGroundI(claim)) // true
 *
 * const aSickDay = register.map((mark, at) => (at === 12 ? { ...mark, afternoon: "I" } : mark))
 * const broken = decideGroundI({ ...claim, register: aSickDay })
 * Result.mapError(broken, ({ refusals: [refusal] }) => refusal._tag) // failure("AbsenceBroken")
 * ```
 */
export const decideGroundI = (
  claim: GroundIClaim,
  rules: Rules = rollRules
): Result.Result<GroundMet, GroundNotMet> => {
  const { since, days, refusals } = absenceBefore(claim, rules)
  const [first, ...others] = [...refusals, ...sharedRefusals(claim, since)]
  return first === undefined
    ? Result.succeed({ _tag: "GroundMet", ground: "i", deletedOn: claim.deletedOn, days })
    : Result.fail({ _tag: "GroundNotMet", ground: "i", refusals: [first, ...others] })
}
