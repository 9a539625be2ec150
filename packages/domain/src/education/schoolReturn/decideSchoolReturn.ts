import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import { type Calendar, englandAndWales } from "../../calendar/calendar.ts"
import type { CivilDay } from "../../calendar/civilDay.ts"
import { londonDayOf } from "../../calendar/londonTime.ts"
import type { CmeEvent } from "../case/caseEvents.ts"
import { isOpenCase, type PupilState } from "../case/caseState.ts"
import type { CmeDecisionContext } from "../case/decideCase.ts"
import type { CmeCaseId } from "../case/identifiers.ts"
import type { GroundLetter } from "../caseTable/groundLetters.ts"
import type { CmePolicy } from "../policy/cmePolicy.ts"
import { schoolDayOn } from "../schoolDays/schoolDay.ts"
import { caseFactsOf, changesByReturn } from "./caseFactsOfReturns.ts"
import * as refusals from "./returnRefusals.ts"
import { bySending, isSameReturn, type SchoolReturn } from "./schoolReturn.ts"

/** A return about a child, and what a case would be opened with. */
export interface ReceivedReturn {
  readonly received: SchoolReturn
  /** Of the case that it opens, if it opens one. */
  readonly caseId: CmeCaseId
  readonly policy: CmePolicy
  /** Bank holidays, on which no school is open; by default those of England and Wales. */
  readonly calendar?: Calendar
}

/** What a return comes to: events to record (none when it was sent before), or the reason why not. */
export type ReturnDecision = Result.Result<ReadonlyArray<CmeEvent>, refusals.ReturnRefusal>

/** A child who died, or is over compulsory school age, is not missing education. Source: SI 2024/208, regulation 9(1). */
const groundsWithoutCase: ReadonlyArray<GroundLetter | undefined> = ["k", "l"]

/** Grounds that rest on an absence counted in school days. Source: SI 2024/208, regulation 9(1)(h) and (i). */
const groundsOfAbsence: ReadonlyArray<GroundLetter | undefined> = ["h", "i"]

type Check = refusals.ReturnRefusal | undefined

const closedDay = (field: "from" | "to", day: CivilDay | undefined, calendar: Calendar): Check => {
  if (day === undefined) return undefined
  const kind = schoolDayOn({ dates: [], calendar }, day)
  return kind._tag === "NotInSchool" ? refusals.NoSchoolThatDay(field, kind.because) : undefined
}

/**
 * Every reason for which a return cannot be kept, whatever is on record of the child; empty where there is none.
 *
 * @param context `now` is epoch milliseconds; days are London's
 * @param calendar bank holidays, on which no school is open; by default those of England and Wales
 *
 * @example
 * ```ts
 * import { civilDay, utc } from "@safe-return/domain/calendar"
 * import { returnFaultsIn, SchoolReference } from "@safe-return/domain/education"
 *
 * const named = { kind: "deletion", schoolReference: SchoolReference.make("SCH-4001-17"), ground: "i" } as const
 * const received = { ...named, sentAt: utc(2026, 11, 30, 9), from: civilDay(2026, 11, 28), to: civilDay(2026, 11, 27) }
 * const context = { now: utc(2026, 11, 30, 10) }
 * returnFaultsIn(received, context).map(({ _tag, field }) => `${_tag}: ${field}`) // ["NoSchoolThatDay: from","ReturnDaysOutOfOrder: to"]
 * ```
 */
export const returnFaultsIn = (
  { kind, sentAt, from, to, ground }: SchoolReturn,
  { now }: CmeDecisionContext,
  calendar: Calendar = englandAndWales
): ReadonlyArray<refusals.ReturnRefusal> => {
  const [today, sentOn] = [londonDayOf(now), londonDayOf(sentAt)]
  const isOfAbsence = kind === "ten-day-absence" || groundsOfAbsence.includes(ground)
  const found: ReadonlyArray<Check> = [
    sentOn > today ? refusals.ReturnDayInFuture("sentAt") : undefined,
    // The law has a school report a deletion before it is made.
    kind !== "deletion" && sentOn < from ? refusals.SentBeforeItBegan : undefined,
    ground !== undefined && kind !== "deletion" ? refusals.GroundWithoutDeletion : undefined,
    from > today ? refusals.ReturnDayInFuture("from") : undefined,
    isOfAbsence ? closedDay("from", from, calendar) : undefined,
    to !== undefined && to < from ? refusals.ReturnDaysOutOfOrder : undefined,
    to !== undefined && to > today ? refusals.ReturnDayInFuture("to") : undefined,
    kind === "ten-day-absence" ? closedDay("to", to, calendar) : undefined
  ]
  return found.filter((fault) => fault !== undefined)
}

/**
 * The events that a school's return comes to, or its refusal. A deletion or a referral refers the child, unless a case is
 * open, where it is kept on that case. A ten-day absence is kept and opens none: a child on a roll is not missing
 * education. The order in which returns arrive, and how often, does not show. It throws nothing.
 *
 * @param context `now` is epoch milliseconds; days are London's
 *
 * @example
 * ```ts
 * import { civilDay, utc } from "@safe-return/domain/calendar"
 * import { CmeCaseId, decideSchoolReturn, emptyPupilState, SchoolReference, usualCmePolicy } from "@safe-return/domain/education"
 * import { Result } from "effect"
 *
 * const schoolReference = SchoolReference.make("SCH-4001-2026-17")
 * const received = { kind: "deletion", schoolReference, sentAt: utc(2026, 11, 30, 9), from: civilDay(2026, 11, 27), ground: "i" } as const
 * const sent = { received, caseId: CmeCaseId.make("case-1"), policy: usualCmePolicy }
 * const context = { now: utc(2026, 11, 30, 10) }
 * const decided = decideSchoolReturn(emptyPupilState, sent, context)
 * Result.map(decided, (events) => events.map(({ _tag }) => _tag)) // success(["CaseReferred","SchoolReturnKept"])
 * const later = { ...sent, received: { ...received, from: civilDay(2026, 12, 1) } }
 * Result.mapError(decideSchoolReturn(emptyPupilState, later, context), ({ field }) => field) // failure("from")
 * ```
 */
export const decideSchoolReturn = (
  { cases, returns = [] }: PupilState,
  { received, caseId, policy, calendar }: ReceivedReturn,
  context: CmeDecisionContext
): ReturnDecision => {
  const known = returns.find((one) => isSameReturn(one, received))
  if (known !== undefined) {
    const { caseId: _, look: __, ...sent } = known
    const isSame = Equal.equals(sent, { ...received, schoolReference: known.schoolReference })
    return isSame ? Result.succeed([]) : Result.fail(refusals.ReturnConflicts)
  }
  const [fault] = returnFaultsIn(received, context, calendar)
  if (fault !== undefined) return Result.fail(fault)
  if (received.kind === "ten-day-absence" || groundsWithoutCase.includes(received.ground)) {
    return Result.succeed([{ _tag: "SchoolReturnKept", received }])
  }
  const open = cases.find(isOpenCase)
  if (open === undefined) {
    const { referredOn = londonDayOf(received.sentAt), ...facts } = caseFactsOf([received])
    return Result.succeed([
      { _tag: "CaseReferred", caseId, referredOn, source: "school", ...facts, policy },
      { _tag: "SchoolReturnKept", caseId, received }
    ])
  }
  const before = returns.filter((one) => one.caseId === open.id)
  const after = [...before, received].toSorted(bySending)
  return Result.succeed([
    { _tag: "SchoolReturnKept", caseId: open.id, received },
    ...changesByReturn(open, caseFactsOf(before), caseFactsOf(after))
  ])
}
