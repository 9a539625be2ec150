import type { CivilDay } from "../../calendar/civilDay.ts"
import { deepFreeze } from "../../deepFreeze.ts"
import type { AuthorityName, ChildReference, PersonId } from "../../vocabulary/identifiers.ts"
import type { GroundLetter } from "../caseTable/groundLetters.ts"
import type { CmeOutcome } from "../caseTable/outcomes.ts"
import type { CmeReason } from "../caseTable/reasons.ts"
import type { Sex } from "../caseTable/sexes.ts"
import type { PupilWhereabouts } from "../caseTable/whereaboutsWords.ts"
import type { YearGroup } from "../caseTable/yearGroups.ts"
import type { CmePolicy } from "../policy/cmePolicy.ts"
import type { KeptReturn } from "../schoolReturn/schoolReturn.ts"
import type {
  CmeCorrectionReason,
  CmeReopenReason,
  EnquiryAnswer,
  EnquiryReading,
  HomeEducationJudgement,
  OfferAnswer
} from "./caseWords.ts"
import type { CmeCaseId, EnquiryId } from "./identifiers.ts"
import type { OrderStep } from "./orderSteps.ts"

/** One enquiry on the checklist, and what came of it. */
export interface Enquiry {
  readonly id: EnquiryId
  readonly kind: string
  readonly madeOn: CivilDay
  readonly by: PersonId
  readonly answer?: { readonly answer: EnquiryAnswer; readonly answeredOn: CivilDay }
  /** What a person made of an answer that nobody could read. */
  readonly reading?: { readonly reading: EnquiryReading; readonly by: PersonId }
}

/** One case of a child: from the referral to its end. What is absent is not recorded. */
export interface CmeCase {
  readonly id: CmeCaseId
  readonly policy: CmePolicy
  readonly referredOn: CivilDay
  readonly since?: CivilDay
  readonly reason?: CmeReason
  readonly source?: string
  readonly area?: string
  readonly ethnicity?: string
  readonly sex?: Sex
  readonly yearGroup?: YearGroup
  readonly ground?: GroundLetter
  readonly socialCareReference?: ChildReference
  /** In the order of their days; the last is what is known now. */
  readonly whereabouts: ReadonlyArray<{ readonly whereabouts: PupilWhereabouts; readonly asOf: CivilDay }>
  /** In the order of their days. */
  readonly enquiries: ReadonlyArray<Enquiry>
  readonly trace?: {
    readonly authority: AuthorityName
    readonly tracedOn: CivilDay
    readonly acknowledgedOn?: CivilDay
    readonly rejectedOn?: CivilDay
  }
  readonly returnedFromAbroadOn?: CivilDay
  /** In the order of their days. */
  readonly applications: ReadonlyArray<{ readonly school: string; readonly appliedOn: CivilDay }>
  readonly offer?: {
    readonly school: string
    readonly offeredOn: CivilDay
    readonly answer?: { readonly answer: OfferAnswer; readonly answeredOn: CivilDay }
  }
  readonly admission?: { readonly school: string; readonly admittedOn: CivilDay }
  readonly homeEducation?: {
    readonly judgement: HomeEducationJudgement
    readonly judgedOn: CivilDay
    readonly by: PersonId
  }
  readonly orderSteps: ReadonlyArray<{ readonly step: OrderStep; readonly on: CivilDay }>
  readonly closure?: { readonly outcome: CmeOutcome; readonly closedOn: CivilDay }
  readonly reopenedBecause?: CmeReopenReason
  /** This case is the same as that one, which goes on. */
  readonly mergedInto?: CmeCaseId
  readonly separatedBecause?: CmeCorrectionReason
}

/** What is on record of one child's missing education, in the order of referral. */
export interface PupilState {
  readonly cases: ReadonlyArray<CmeCase>
  /** What schools sent about the child, in the order of sending. */
  readonly returns?: ReadonlyArray<KeptReturn>
  /** Kinds of events that a newer version wrote, which were passed over. */
  readonly unknownEvents?: ReadonlyArray<string>
}

export const emptyPupilState: PupilState = deepFreeze({ cases: [] })

/**
 * Whether a case goes on: it is neither closed nor joined to another.
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { CmeCaseId, emptyPupilState, evolveCase, isOpenCase, usualCmePolicy } from "@safe-return/domain/education"
 *
 * const caseId = CmeCaseId.make("case-1")
 * const referredOn = civilDay(2026, 9, 7)
 * const referred = evolveCase(emptyPupilState, { _tag: "CaseReferred", caseId, referredOn, policy: usualCmePolicy })
 * const closedOn = civilDay(2026, 10, 19)
 * const closed = evolveCase(referred, { _tag: "CaseClosed", caseId, outcome: "abroad", closedOn })
 * referred.cases.map(isOpenCase) // [true]
 * closed.cases.map(isOpenCase) // [false]
 * ```
 */
export const isOpenCase = ({ closure, mergedInto }: CmeCase): boolean =>
  closure === undefined && mergedInto === undefined

/**
 * Whether an answer waits for a person: a state of its own, never an error that is tried again.
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { EnquiryId, isUnread } from "@safe-return/domain/education"
 * import { PersonId } from "@safe-return/domain/pathway"
 *
 * const by = PersonId.make("education-officer-1")
 * const made = { id: EnquiryId.make("enquiry-1"), kind: "home-visit", madeOn: civilDay(2026, 9, 9), by }
 * const notOpened = { ...made, answer: { answer: "unreadable", answeredOn: civilDay(2026, 9, 10) } } as const
 * isUnread(made) // false
 * isUnread(notOpened) // true
 * isUnread({ ...notOpened, reading: { reading: "nothing-known", by } }) // false
 * ```
 */
export const isUnread = ({ answer, reading }: Enquiry): boolean =>
  answer?.answer === "unreadable" && reading === undefined
