import type { CivilDay } from "../../calendar/civilDay.ts"
import {
  BackDated,
  CauseNotConsidered,
  CausePossible,
  EnquiriesNotTogether,
  EnquiryUnread,
  type GroundRefusal,
  NotBothAgreed
} from "./groundRefusals.ts"

/** One enquiry about where the child is, by the school or by the council. */
export interface RollEnquiry {
  readonly by: "school" | "council"
  readonly madeOn: CivilDay
  /** What came of it cannot be read by anyone but a person, and nobody has read it yet. */
  readonly isUnread?: boolean
}

/** What school and council say besides the absence itself; the same for grounds h and i. */
export interface RollClaim {
  /** The London day on which the decision is made. What is dated later does not count. */
  readonly decidedOn: CivilDay
  /** The day from which the name is off the roll. */
  readonly deletedOn: CivilDay
  /** Whether there is reasonable ground to believe that sickness or an unavoidable cause keeps the child away. */
  readonly cause: "none-believed" | "believed" | "not-considered"
  readonly enquiries: ReadonlyArray<RollEnquiry>
  /** Whether school and council made their enquiries together, and not each for itself. */
  readonly isJoint: boolean
  /** Absent: the child was not found. Else whether each sees no reasonable ground to believe that they will attend again. */
  readonly found?: { readonly schoolAgrees: boolean; readonly councilAgrees: boolean }
}

const causeRefusals = ({ cause }: RollClaim): ReadonlyArray<GroundRefusal> => {
  if (cause === "not-considered") return [CauseNotConsidered]
  return cause === "believed" ? [CausePossible] : []
}

const enquiryRefusals = (claim: RollClaim, since: CivilDay | undefined): ReadonlyArray<GroundRefusal> => {
  const counted = claim.enquiries.filter(
    ({ madeOn }) => madeOn <= claim.decidedOn && (since === undefined || madeOn >= since)
  )
  const [school, council] = (["school", "council"] as const).map((by) => counted.some((one) => one.by === by))
  const unread = counted.some(({ isUnread = false }) => isUnread) ? [EnquiryUnread] : []
  if (!school || !council) {
    return [EnquiriesNotTogether(school ? "council" : council ? "school" : "both"), ...unread]
  }
  return claim.isJoint ? unread : [EnquiriesNotTogether("together"), ...unread]
}

const agreementRefusals = ({ found }: RollClaim): ReadonlyArray<GroundRefusal> => {
  if (found === undefined || (found.schoolAgrees && found.councilAgrees)) return []
  return [NotBothAgreed(found.schoolAgrees ? "council" : found.councilAgrees ? "school" : "both")]
}

/**
 * The questions that grounds h and i share: the cause, the enquiries, the agreement, and the day.
 *
 * Source: SI 2024/208, regulation 9(1)(h) and (i), as others give it. That an enquiry from before the absence does not
 * count is our reading.
 *
 * @param since the first day of the absence, where it is known
 */
export const sharedRefusals = (claim: RollClaim, since: CivilDay | undefined): ReadonlyArray<GroundRefusal> => [
  ...causeRefusals(claim),
  ...enquiryRefusals(claim, since),
  ...agreementRefusals(claim),
  ...(claim.deletedOn < claim.decidedOn ? [BackDated(claim.decidedOn)] : [])
]
