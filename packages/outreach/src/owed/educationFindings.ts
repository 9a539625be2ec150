/** What the cases of children missing education waited for on a morning, who is asked for it, and what is left of it. */
import type { CivilDay } from "@safe-return/domain/calendar"
import {
  askedDutyOf,
  type CensusGapKind,
  type CmeCase,
  type CmeCaseId,
  caseRowsOf,
  censusGapsOf,
  type DutyKind,
  type EducationRole,
  isOpenCase,
  type PupilReference,
  type PupilState,
  pendingDutiesOf
} from "@safe-return/domain/education"
import type { EducationDuty } from "../message/educationMorningMessages.ts"

export interface EducationFinding extends EducationDuty {
  readonly child: PupilReference
  readonly caseId: CmeCaseId
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

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const inOrder = (one: EducationFinding, other: EducationFinding): number =>
  one.since - other.since ||
  compareText(one.child, other.child) ||
  compareText(one.caseId, other.caseId) ||
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
  const found = [...states].flatMap(([child, { cases }]) =>
    cases.flatMap((one) =>
      dueOf(child, one, facts).flatMap((due): ReadonlyArray<EducationFinding> => {
        const { roles, hasClimbed, isSaidOnce } = askedDutyOf(one.policy, due, day)
        if (isSaidOnce && !isFirstWorkingDay(due.remindFrom, day, isWorking)) return []
        const { kind, remindFrom: since, missing } = due
        return [
          { child, caseId: one.id, kind, since, roles, hasClimbed, ...(missing === undefined ? {} : { missing }) }
        ]
      })
    )
  )
  return found.sort(inOrder)
}

/** A finding as it stands now; undefined where it is seen to. */
export const leftOfFinding =
  (facts: EducationFacts) =>
  ({ child, caseId, kind, hasClimbed }: EducationFinding): EducationDuty | undefined => {
    const one = facts.states.get(child)?.cases.find(({ id }) => id === caseId)
    const due = one === undefined ? undefined : dueOf(child, one, facts).find((other) => other.kind === kind)
    if (due === undefined) return undefined
    const { remindFrom: since, missing } = due
    return { kind, since, hasClimbed, ...(missing === undefined ? {} : { missing }) }
  }
