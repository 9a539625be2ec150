/** What kind of thing happened in an education case, in the words a person outside the council can read. */
import type { CmeEvent } from "@safe-return/domain/education"

export const caseEventTitles: Readonly<Record<CmeEvent["_tag"], string>> = {
  CaseReferred: "The child was referred as missing education",
  StartRecorded: "The day from which the child is missing education was recorded",
  ReasonRecorded: "The reason was recorded",
  PupilWhereaboutsRecorded: "Whether it is known where the child is was recorded",
  EnquiryMade: "An enquiry was made",
  AnswerRecorded: "The answer to an enquiry was recorded",
  AnswerRead: "A person read an answer",
  TracedToAuthority: "The child was traced to another council",
  TraceAcknowledged: "The other council acknowledged the child",
  TraceRejected: "The other council did not acknowledge the child",
  ReturnedFromAbroad: "The child's return from abroad was recorded",
  ApplicationRecorded: "An application to a school was recorded",
  OfferRecorded: "A place at a school was offered",
  OfferAnswered: "The answer to the offer was recorded",
  PupilAdmitted: "The child was admitted to a school",
  HomeEducationJudged: "Home education was judged",
  OrderStepRecorded: "A step towards a school attendance order was recorded",
  CaseClosed: "The case was closed",
  CaseReopened: "The case was opened again",
  CaseCorrected: "What was recorded was put right",
  CaseMerged: "The case was joined to another, as the same one",
  CaseSeparated: "The case was separated from another",
  SchoolReturnKept: "A school's return about the child was received",
  SchoolReturnSeen: "A person looked at a school's return that opened no case"
}
