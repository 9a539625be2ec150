/** Why a command about a case was not carried out: a sentence that says what to do, and the part of the command to look at. */
import { about, type RefusalAbout } from "../../pathway/refusals/about.ts"

export const NothingRecorded = about(
  "NothingRecorded",
  "caseId",
  "No case of this child is on record. Check the reference, or record the referral first."
)

export const UnknownCase = about("UnknownCase", "caseId", "This child has no such case. Choose one of theirs.")

export const CaseIdTaken = about(
  "CaseIdTaken",
  "caseId",
  "This case is on record with other facts. Correct it, or give the new case an id of its own."
)

export const CaseOpenAlready = about(
  "CaseOpenAlready",
  "caseId",
  "This child has an open case. Go on with it: a child has one open case at a time."
)

export const CaseClosedBefore = about(
  "CaseClosedBefore",
  "caseId",
  "This case is closed. If it ended otherwise, reopen it first; if the child is missing education again, record a new referral."
)

export const CaseMergedBefore = about(
  "CaseMergedBefore",
  "caseId",
  "This case was joined to another as a duplicate. Go on with that one, or separate them first."
)

export const CaseNotClosed = about("CaseNotClosed", "caseId", "This case is open, so there is nothing to reopen.")

export const CaseNotMerged = about(
  "CaseNotMerged",
  "caseId",
  "This case is not joined to another, so there is nothing to separate."
)

export const MergedIntoItself = about("MergedIntoItself", "into", "A case is no duplicate of itself. Choose the other.")

export const UnknownOtherCase = about(
  "UnknownOtherCase",
  "into",
  "This child has no such case to go on with. Choose one that is not a duplicate itself."
)

export const OthersJoinedToIt = about(
  "OthersJoinedToIt",
  "caseId",
  "Another case was joined to this one. Separate them first, or join this way round."
)

export const UnderSchoolAge = about(
  "UnderSchoolAge",
  "bornOn",
  "The child is not of compulsory school age yet, so they cannot be missing education. Check the date of birth."
)

export const OverSchoolAge = about(
  "OverSchoolAge",
  "bornOn",
  "The child is over compulsory school age, so they cannot be missing education. Check the date of birth."
)

export const UnknownEnquiryKind = about(
  "UnknownEnquiryKind",
  "kind",
  "The council's checklist has no such enquiry. Choose one from the list."
)

export const EnquiryIdTaken = about(
  "EnquiryIdTaken",
  "enquiryId",
  "This enquiry is on record with other facts. Give the new one an id of its own."
)

export const UnknownEnquiry = about(
  "UnknownEnquiry",
  "enquiryId",
  "This case has no such enquiry. Choose one of its own."
)

export const NothingToRead = about(
  "NothingToRead",
  "enquiryId",
  "No answer of this enquiry waits to be read. Record the answer itself."
)

export const NotTraced = about(
  "NotTraced",
  "caseId",
  "The child has not been traced to another authority. Record to which one first."
)

export const TraceAcknowledgedBefore = about(
  "TraceAcknowledgedBefore",
  "caseId",
  "The other authority has acknowledged the child already."
)

export const NoOffer = about("NoOffer", "caseId", "No offer waits for an answer. Record the offer of a place first.")

export const AdmittedBefore = about(
  "AdmittedBefore",
  "caseId",
  "The child has been admitted to a school. Close the case, or record the right admission."
)

export const OrderStepOutOfTurn = about(
  "OrderStepOutOfTurn",
  "step",
  "This step does not come after the last one. An attendance order begins with a notice, and is served before it is changed."
)

export const NotAdmitted = about(
  "NotAdmitted",
  "outcome",
  "Record the admission to a school first: an offer or an application does not end a case."
)

export const NotJudgedSuitable = about(
  "NotJudgedSuitable",
  "outcome",
  "Record first that the home education was judged suitable."
)

export const NotAcknowledged = about(
  "NotAcknowledged",
  "outcome",
  "The other authority has not acknowledged the child. Until it does, the case stays here."
)

export const AnswerStillUnread = about(
  "AnswerStillUnread",
  "caseId",
  "What came of an enquiry waits for a person to read it. Read it before the case is closed."
)

export const NothingToCorrect = about(
  "NothingToCorrect",
  "facts",
  "Say what is right, or what is not recorded any more."
)

export const EndingRestsOnIt = about(
  "EndingRestsOnIt",
  "cleared",
  "The case ended on this. Reopen the case first, because what ended it did not come about."
)

export const LaterStepsFirst = about(
  "LaterStepsFirst",
  "withdrawn",
  "A later step of the attendance order rests on this one. Take back the last step first."
)

type DayField =
  | "referredOn"
  | "since"
  | "asOf"
  | "madeOn"
  | "answeredOn"
  | "tracedOn"
  | "acknowledgedOn"
  | "rejectedOn"
  | "returnedOn"
  | "appliedOn"
  | "offeredOn"
  | "admittedOn"
  | "judgedOn"
  | "on"
  | "closedOn"

export type DayInFuture = RefusalAbout<"DayInFuture", DayField>

export const DayInFuture = (field: DayField): DayInFuture =>
  about("DayInFuture", field, "This day has not come yet. Record it once it has, or check the date.")

export type DaysOutOfOrder = RefusalAbout<"DaysOutOfOrder", DayField>

/** @param after what it has to come after, as people say it */
export const DaysOutOfOrder = (field: DayField, after: string): DaysOutOfOrder =>
  about("DaysOutOfOrder", field, `This day is before ${after}. Check both days.`)
