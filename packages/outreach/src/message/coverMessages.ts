/** That a person covers for a colleague, from when to when, and what they answer for meanwhile. */
import type { InterviewOfAbsent, Role } from "@safe-return/casework"
import type { CivilDay } from "@safe-return/domain/calendar"
import type { ChildReference, PersonId } from "@safe-return/domain/pathway"

/** Days in a row; no last day, where nobody knows it yet. */
export interface DaysCovered {
  readonly from: CivilDay
  readonly to?: CivilDay
}

export interface CoverRequest {
  readonly _tag: "CoverRequest"
  /** Who is away; never why. */
  readonly person: PersonId
  readonly days: ReadonlyArray<DaysCovered>
  /** Who was named as cover, where that is another person who is away too. */
  readonly inPlaceOf?: PersonId
  /** The roles of theirs that are told of children. */
  readonly roles: ReadonlyArray<Role>
  /** The children with an open episode whose allocated worker they are. */
  readonly children: ReadonlyArray<ChildReference>
  /** The interviews that are theirs to carry out. */
  readonly interviews: ReadonlyArray<InterviewOfAbsent>
}

/** In place of that: the time away is over, was withdrawn or told again, or another person covers now. */
export interface CoverOver {
  readonly _tag: "CoverOver"
  readonly person: PersonId
  readonly because: "over" | "withdrawn" | "said later" | "with others"
  /** Who covers now, where it is with others. */
  readonly covers?: ReadonlyArray<PersonId>
}

/** To the person who is away, and to those who can name a cover: on these days nobody covers, though a person was to. */
export interface CoverGone {
  readonly _tag: "CoverGone"
  readonly person: PersonId
  /** Who was to cover. */
  readonly cover: PersonId
  readonly days: DaysCovered
  readonly why: "away" | "unreachable"
  /** Its reader is the person who is away. */
  readonly isOwn: boolean
}

/** In place of that, once a person covers on those days or they are over. */
export interface CoverGoneOver {
  readonly _tag: "CoverGoneOver"
  readonly person: PersonId
  readonly because: "over" | "said later" | "covered"
  /** Who covers. */
  readonly covers: ReadonlyArray<PersonId>
  readonly isOwn: boolean
}

/** A child is missing, whose alert the cover answered, and the person they covered for is back: to both. */
export interface CoverHandedBack {
  readonly _tag: "CoverHandedBack"
  readonly person: PersonId
  readonly cover: PersonId
  readonly children: ReadonlyArray<ChildReference>
  /** Its reader is the person who is back. */
  readonly isOwn: boolean
}

/** To a person who was recorded as away by another, and would see at once that it is wrong. */
export interface AwayRecorded {
  readonly _tag: "AwayRecorded"
  readonly days: DaysCovered
  readonly by: PersonId
  readonly cover?: PersonId
}

/** In place of that, once it is over or was taken back. */
export interface AwayRecordedOver {
  readonly _tag: "AwayRecordedOver"
}

export type CoverMessage =
  | AwayRecorded
  | AwayRecordedOver
  | CoverHandedBack
  | CoverRequest
  | CoverOver
  | CoverGone
  | CoverGoneOver
