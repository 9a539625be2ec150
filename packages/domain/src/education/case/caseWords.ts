/** The words of a case as closed lists: codes are kept, and people read the words beside them. */
import { closedList } from "../../vocabulary/closedList.ts"

/** What came of an enquiry. An unreadable one is a letter unanswered, a door not opened: a person has to judge it. */
export const enquiryAnswerWords = closedList({
  found: "They know where the child is",
  "nothing-known": "They know nothing",
  unreadable: "It waits for a person to read it"
})
export const EnquiryAnswer = enquiryAnswerWords.schema
export type EnquiryAnswer = typeof EnquiryAnswer.Type

/** What a person made of an answer that nobody could read before. */
export const EnquiryReading = closedList({
  found: "They know where the child is",
  "nothing-known": "They know nothing"
}).schema
export type EnquiryReading = typeof EnquiryReading.Type

export const offerAnswerWords = closedList({ accepted: "Accepted", declined: "Declined" })
export const OfferAnswer = offerAnswerWords.schema
export type OfferAnswer = typeof OfferAnswer.Type

export const homeEducationWords = closedList({ suitable: "Suitable", unsuitable: "Not suitable" })
export const HomeEducationJudgement = homeEducationWords.schema
export type HomeEducationJudgement = typeof HomeEducationJudgement.Type

/** Why a closed case is opened again. */
export const reopenReasonWords = closedList({
  "closed-by-mistake": "It was closed by mistake: everything is as it was",
  "did-not-come-about": "What ended it did not come about, or did not last"
})
export const CmeReopenReason = reopenReasonWords.schema
export type CmeReopenReason = typeof CmeReopenReason.Type

/** Why something recorded was wrong. */
export const cmeCorrectionWords = closedList({
  typing: "Typing mistake",
  "wrong-child": "It was about another child",
  "new-information": "More is known now"
})
export const CmeCorrectionReason = cmeCorrectionWords.schema
export type CmeCorrectionReason = typeof CmeCorrectionReason.Type
