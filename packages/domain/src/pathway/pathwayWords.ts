/**
 * The closed lists of the steps around the interview: allocation, screening, arrangement, attempts, closing.
 *
 * Sources: Rotherham operating guidance, sections 2 to 4; the consolidated interview record (Knowsley, Croydon,
 * Derbyshire and the freedom of information set). Codes that are our own addition say so.
 */
import { closedList } from "../vocabulary/closedList.ts"

/** Rotherham operating guidance, section 2: a social worker or an Early Help worker. */
export const workerKindWords = closedList({
  "social-worker": "Social worker",
  "early-help-worker": "Early Help worker"
})
export const WorkerKind = workerKindWords.schema
export type WorkerKind = typeof WorkerKind.Type

/** Where MASH screening sends a child who is not allocated: Rotherham operating guidance, section 2. */
export const screeningWords = closedList({
  "social-care": "Social Care",
  "early-help": "Early Help",
  universal: "Universal services"
})
export const Screening = screeningWords.schema
export type Screening = typeof Screening.Type

/** Who carries the interview out: Rotherham operating guidance, section 3. */
export const arrangementWords = closedList({
  "missing-team": "Missing Team (Evolve)",
  "host-authority": "Host local authority",
  "independent-provider": "Independent provider"
})
export const Arrangement = arrangementWords.schema
export type Arrangement = typeof Arrangement.Type

/** How an offer or an attempt was made. Our own addition: no form seen lists the ways. */
export const contactMethodWords = closedList({
  "in-person": "In person",
  phone: "By phone",
  message: "By text or message",
  letter: "By letter",
  "through-carer": "Through the parent or carer",
  "through-worker": "Through a worker the child knows"
})
export const ContactMethod = contactMethodWords.schema
export type ContactMethod = typeof ContactMethod.Type

/** What came of an attempt. Knowsley's form asks for attempts in detail; the list is our own addition. */
export const attemptResultWords = closedList({
  "no-reply": "No reply",
  "not-there": "The child was not there",
  "not-now": "The child asked for another time",
  "carer-refused": "The parent or carer refused access",
  spoken: "Spoke to the child"
})
export const AttemptResult = attemptResultWords.schema
export type AttemptResult = typeof AttemptResult.Type

/** The reasons someone can give why an interview was not done. A death is recorded as one, and then stops everything. */
export const notDoneGivenWords = closedList({
  "declined-by-child": "Declined by the child",
  "parent-refused-access": "The parent or carer refused access",
  "missing-again": "The child went missing again before it could happen",
  "unable-to-contact": "Unable to contact or find the child",
  "aged-18": "The child turned 18",
  "custody-or-hospital": "The child is in custody or hospital",
  "other-authority": "The child moved, or another authority is to do it",
  "assessed-not-required": "Assessed as not required",
  "covered-by-another": "Covered by another interview"
})
export const NotDoneGiven = notDoneGivenWords.schema
export type NotDoneGiven = typeof NotDoneGiven.Type

/** Why an interview was not done; the episode table of the published contracts carries these codes. */
export const notDoneWords = closedList({ ...notDoneGivenWords.words, died: "The child died" })
export const NotDoneReason = notDoneWords.schema
export type NotDoneReason = typeof NotDoneReason.Type

/** How a person was reached, where another records that they have seen an alert. Our own addition. */
export const reachedByWords = closedList({
  phone: "by phone",
  text: "by text message",
  "in-person": "in person",
  radio: "by radio or through the police"
})
export const ReachedBy = reachedByWords.schema
export type ReachedBy = typeof ReachedBy.Type

export const correctionReasonWords = closedList({
  mistyped: "Entered wrongly",
  "told-wrongly": "We were told wrongly",
  "later-information": "Better information came later",
  "wrong-record": "Recorded on the wrong child or episode"
})
export const CorrectionReason = correctionReasonWords.schema
export type CorrectionReason = typeof CorrectionReason.Type

/** Why an interview is nobody's any more. Our own addition: no form seen lists the reasons. */
export const unassignReasonWords = closedList({
  "interviewer-unavailable": "The interviewer cannot carry it out",
  "child-asked-for-another": "The child asked for another person",
  "not-independent": "The interviewer is not independent",
  "assigned-by-mistake": "Assigned by mistake",
  "return-withdrawn": "The finding or return it rests on was taken back"
})
export const UnassignReason = unassignReasonWords.schema
export type UnassignReason = typeof UnassignReason.Type

/** What was recorded of an interview and can be withdrawn again. */
export const withdrawableFactWords = closedList({
  offer: "The offer to the child",
  answer: "The child's answer",
  attempt: "An attempt to reach the child",
  "carer-offer": "The offer to the parent or carer",
  "not-done": "The reason why there was no interview",
  completed: "The completed interview",
  "further-session": "A further session"
})
export const WithdrawableFact = withdrawableFactWords.schema
export type WithdrawableFact = typeof WithdrawableFact.Type

/** Why a person cancels an episode. What a notification gives as its reason is its sender's own text. */
export const cancellationReasonWords = closedList({
  "wrong-child": "Recorded on the wrong child",
  "recorded-in-error": "Recorded in error: the child was not missing"
})
export const CancellationReason = cancellationReasonWords.schema
export type CancellationReason = typeof CancellationReason.Type

export const reopeningReasonWords = closedList({
  "closed-in-error": "Closed in error",
  "new-information": "Something new came to light",
  "handed-back": "The other authority handed it back",
  "not-yet-18": "The child is not 18 yet"
})
export const ReopeningReason = reopeningReasonWords.schema
export type ReopeningReason = typeof ReopeningReason.Type

/** "Turned 18" is the only ending that does not wait for what is owed. */
export const closingReasonWords = closedList({ "nothing-left": "Nothing left to do", "turned-18": "Turned 18" })
export const ClosingReason = closingReasonWords.schema
export type ClosingReason = typeof ClosingReason.Type
