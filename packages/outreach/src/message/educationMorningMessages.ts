/** The one message of a working morning about children missing education, to each person who is asked for something. */
import type { CivilDay, Instant } from "@safe-return/domain/calendar"
import type { CensusGapKind, CmeCaseId, DutyKind, PupilReference } from "@safe-return/domain/education"
import type { PersonId } from "@safe-return/domain/pathway"

/** What a case waits for. */
export interface EducationDuty {
  readonly kind: DutyKind
  /** The first day on which people were reminded. */
  readonly since: CivilDay
  /** It has waited so long that education managers are asked too. */
  readonly hasClimbed: boolean
  /** Where the return of a census day asks for more than the case says. */
  readonly missing?: ReadonlyArray<CensusGapKind>
}

export interface EducationLine {
  readonly child: PupilReference
  /** Absent where a school reported the child and no case was opened. */
  readonly caseId?: CmeCaseId
  /** What is left of what waited that morning; none where all of it is seen to. */
  readonly duties: ReadonlyArray<EducationDuty>
}

export interface EducationMorning {
  readonly _tag: "EducationMorning"
  /** Which lines there are is of this moment; what is left of each is of now. */
  readonly at: Instant
  readonly reader: PersonId
  /** The people who are away, in whose place they read it. */
  readonly standsInFor: ReadonlyArray<PersonId>
  /** What has waited longest first. */
  readonly lines: ReadonlyArray<EducationLine>
  /** The council's own, where it is near. */
  readonly censusDay?: CivilDay
}

export type EducationMorningMessage = EducationMorning
