/** What the cases of children missing education waited for on a morning, who is asked for it, and what is left of it. */
import type { CivilDay } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  askedDutyOf,
  type CensusGapKind,
  type CmeCase,
  type CmeCaseId,
  caseRowsOf,
  censusGapsOf,
  type DutyKind,
  type EducationRole,
  emptyPupilState,
  isOpenCase,
  type PupilReference,
  type PupilState,
  pendingDutiesOf,
  returnRemindedFrom,
  unseenReturnsOf,
  usualCmePolicy
} from "@safe-return/domain/education"
import type { EducationDuty } from "../message/educationMorningMessages.ts"

export interface EducationFinding extends EducationDuty {
  readonly child: PupilReference
  /** Absent where a school reported the child and no case was opened. */
  readonly caseId?: CmeCaseId
  readonly roles: ReadonlyArray<EducationRole>
}

type PupilStates = ReadonlyMap<PupilReference, PupilState>

interface EducationFacts {
  readonly states: PupilStates
  readonly day: CivilDay
  /** The next census day, where the council has set one. */
  readonly censusDay?: CivilDay | undefined
}

interface Due {
  readonly kind: DutyKind
  readonly remindFrom: CivilDay
  readonly missing?: ReadonlyArray<CensusGapKind>
}

const censusGapsDue = (child: PupilReference, one: CmeCase, { day, censusDay }: EducationFacts): ReadonlyArray<Due> => {
  if (censusDay === undefined) return []
  const remindFrom = (censusDay - one.policy.reminders.censusDaysBefore.value) as CivilDay
  if (day < remindFrom || day > censusDay) return []
  const { gaps } = censusGapsOf(caseRowsOf(child, { cases: [one] }), censusDay)
  return gaps.map(({ missing }) => ({ kind: "census-gaps", remindFrom, missing }))
}

/** What a case waits for by that day: the longest of each kind. */
const dueOf = (child: PupilReference, one: CmeCase, facts: EducationFacts): ReadonlyArray<Due> => {
  if (!isOpenCase(one)) return []
  const pending = pendingDutiesOf(one, facts.day).filter(({ remindFrom }) => remindFrom <= facts.day)
  const all: ReadonlyArray<Due> = [...pending, ...censusGapsDue(child, one, facts)]
  return all.filter(({ kind }, index) => all.findIndex((other) => other.kind === kind) === index)
}

/** The return that opened no case and has waited longest, if one waits by that day. */
const returnsDue = (state: PupilState, { day }: EducationFacts): ReadonlyArray<Due> =>
  unseenReturnsOf(state)
    .map((received): Due => ({ kind: "school-return", remindFrom: returnRemindedFrom(usualCmePolicy, received) }))
    .filter(({ remindFrom }) => remindFrom <= day)
    .slice(0, 1)

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const inOrder = (one: EducationFinding, other: EducationFinding): number =>
  one.since - other.since ||
  compareText(one.child, other.child) ||
  compareText(one.caseId ?? "", other.caseId ?? "") ||
  compareText(one.kind, other.kind)

/** What is said once is said on the first working day, and what else waits on each. */
const isFirstWorkingDay = (from: CivilDay, day: CivilDay, isWorking: (day: CivilDay) => boolean): boolean => {
  for (let before = from; before < day; before++) if (isWorking(before)) return false
  return true
}

/** @param facts the cases as they were on record when that morning began */
export const educationFindings = (
  facts: EducationFacts & { readonly isWorking: (day: CivilDay) => boolean }
): ReadonlyArray<EducationFinding> => {
  const { states, day, isWorking } = facts
  const ask = (child: PupilReference, one: Partial<CmeCase>, due: Due): ReadonlyArray<EducationFinding> => {
    const { id: caseId, policy = usualCmePolicy } = one
    const { roles, hasClimbed, isSaidOnce } = askedDutyOf(policy, due, day)
    if (isSaidOnce && !isFirstWorkingDay(due.remindFrom, day, isWorking)) return []
    const { kind, remindFrom: since, missing } = due
    return [{ child, kind, since, roles, hasClimbed, ...definedFields({ caseId, missing }) }]
  }
  const found = [...states].flatMap(([child, state]) => [
    ...state.cases.flatMap((one) => dueOf(child, one, facts).flatMap((due) => ask(child, one, due))),
    ...returnsDue(state, facts).flatMap((due) => ask(child, {}, due))
  ])
  return found.sort(inOrder)
}

/** A finding as it stands now; undefined where it is seen to. */
export const leftOfFinding =
  (facts: EducationFacts) =>
  ({ child, caseId, kind, hasClimbed }: EducationFinding): EducationDuty | undefined => {
    const state = facts.states.get(child) ?? emptyPupilState
    const one = state.cases.find(({ id }) => id === caseId)
    const all = one === undefined ? returnsDue(state, facts) : dueOf(child, one, facts)
    const due = all.find((other) => other.kind === kind)
    if (due === undefined) return undefined
    const { remindFrom: since, missing } = due
    return { kind, since, hasClimbed, ...(missing === undefined ? {} : { missing }) }
  }
