/** What the education team is told of a child missing education. */
import type { CivilDay } from "@safe-return/domain/calendar"
import type { CmeCase, PupilReference } from "@safe-return/domain/education"

/** The card of one case, kept current: what it waits for, and in the end how it ended. */
export interface EducationCard {
  readonly _tag: "EducationCard"
  readonly pupil: PupilReference
  readonly educationCase: CmeCase
  /** What people are reminded of by this day stands on it. */
  readonly today: CivilDay
}

export type EducationMessage = EducationCard
