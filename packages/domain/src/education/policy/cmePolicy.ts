import * as Schema from "effect/Schema"
import { PolicySource } from "../../policy/policySource.ts"
import { Citation, PositiveInt, sourced } from "../../policy/sourced.ts"
import { DutyAsking } from "./dutyAsking.ts"

/** One way of looking for a child, from the council's own list. */
export const EnquiryOnList = Schema.Struct({
  /** As it is recorded: small letters and dashes. */
  kind: Schema.String.check(Schema.isPattern(/^[a-z0-9-]{2,40}$/, { expected: "small letters, digits and dashes" })),
  /** As people read it. */
  words: Schema.NonEmptyString,
  ...Citation.fields
})
export type EnquiryOnList = typeof EnquiryOnList.Type

/** The rules by which one council follows children missing education: each beside its source. */
export const CmePolicy = Schema.Struct({
  id: Schema.NonEmptyString,
  title: Schema.NonEmptyString,
  sources: Schema.Array(PolicySource),
  /** The checklist of reasonable enquiries, in the order in which they are made. */
  enquiries: Schema.NonEmptyArray(EnquiryOnList),
  /** Whole days after which people are reminded. */
  reminders: Schema.Struct({
    /** Without an enquiry while nobody knows where the child is. */
    noEnquiryDays: sourced(PositiveInt),
    /** Without a start or a reason since the referral. */
    noStartOrReasonDays: sourced(PositiveInt),
    /** Traced to another authority, which has not acknowledged. */
    traceUnansweredDays: sourced(PositiveInt),
    /** A place offered and not answered. */
    offerUnansweredDays: sourced(PositiveInt),
    /** An answer that waits for a person to read it. */
    answerUnreadDays: sourced(PositiveInt),
    /** Before the case comes into DfE's next band of duration. */
    nextBandDaysBefore: sourced(PositiveInt),
    /** Before a census day, gaps are listed. */
    censusDaysBefore: sourced(PositiveInt),
    /** Since a school sent a return that opened no case; absent in a policy from before people looked at them. */
    returnUnseenDays: Schema.optionalKey(sourced(PositiveInt))
  }),
  /** Who is asked; absent in a policy from before people were asked. */
  asking: Schema.optionalKey(DutyAsking)
})
export type CmePolicy = typeof CmePolicy.Type
