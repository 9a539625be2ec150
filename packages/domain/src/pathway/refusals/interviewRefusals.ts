/** Why nothing was recorded of a return home interview. */
import { about } from "./about.ts"

export class StillMissing extends about("StillMissing", "episodeId") {
  override readonly message =
    "This child is still missing. An interview can be arranged once they are found: record that first."
}

export class ReturnNotRecorded extends about("ReturnNotRecorded", "completedAt") {
  override readonly message =
    "The child's return is not recorded, so the interview cannot be logged yet. Record when they came back first."
}

export class NoInterviewOwed extends about("NoInterviewOwed", "episodeId") {
  override readonly message =
    "No return home interview is waiting for this child: it is completed, declined or cancelled."
}

/** Source: Liquidlogic's guide to its missing process has a record of its own for an unborn child. */
export class ChildUnborn extends about("ChildUnborn", "episodeId") {
  override readonly message =
    "This record is of an unborn child, so no return home interview is owed. If that is wrong, record that first."
}

export class InterviewAlreadyCompleted extends about("InterviewAlreadyCompleted", "episodeId") {
  override readonly message = "This return home interview is already logged as completed."
}

export class NotAnInterviewer extends about("NotAnInterviewer", "interviewer") {
  override readonly message =
    "That person is not set up as a return home interviewer. Choose an interviewer, or say that the child asked for this person as a known adult."
}

/** Source: Rotherham operating guidance, section 3: staff independent of the case, unless the child wishes otherwise. */
export class NotIndependent extends about("NotIndependent", "interviewer") {
  override readonly message =
    "That person is the child's allocated worker. The interview is for someone independent, unless the child asked for this person: then say so (known adult)."
}

export class PlannedInPast extends about("PlannedInPast", "plannedFor") {
  override readonly message =
    "That time is over. Give when the interview is planned for, or log it if it has taken place."
}

export class NotAssigned extends about("NotAssigned", "episodeId") {
  override readonly message = "Nobody is assigned to this interview yet. A manager assigns it first."
}

export class NothingToLog extends about("NothingToLog", "offeredAt") {
  override readonly message = "There is nothing to log yet. Give at least when the interview was offered."
}

export class OfferMissing extends about("OfferMissing", "offeredAt") {
  override readonly message = "Give when the interview was offered: the offer is owed to every child and is counted."
}

export class OfferAlreadyRecorded extends about("OfferAlreadyRecorded", "offeredAt") {
  override readonly message = "An offer is already recorded at another time. Leave that time as it is."
}

export class OfferedBeforeFound extends about("OfferedBeforeFound", "offeredAt") {
  override readonly message = "The interview cannot have been offered before the child was found. Check the time."
}

/** One child, several episodes: a guess could put it on the wrong one. */
export class ChooseEpisode extends about("ChooseEpisode", "episodeId") {
  override readonly message = "This child has more than one episode that this could be about. Choose which one."
}

export class NoFirstSession extends about("NoFirstSession", "episodeId") {
  override readonly message =
    "This interview is not logged as completed yet. Log it first; a further session comes after."
}

export class SessionBeforeFirst extends about("SessionBeforeFirst", "completedAt") {
  override readonly message =
    "A further session comes after the interview that is logged. Check the time, or correct that of the interview."
}

/** One is told from another by its time. */
export class SessionRecordedBefore extends about("SessionRecordedBefore", "completedAt") {
  override readonly message =
    "A further session is recorded at that very time, with something different. If that was logged wrongly, withdraw it first."
}

export class RestsOnIt extends about("RestsOnIt", "withdrawn") {
  override readonly message =
    "This interview is logged as completed, which rests on it. Withdraw the completed interview first."
}

export class FurtherSessionsFirst extends about("FurtherSessionsFirst", "withdrawn") {
  override readonly message = "Further sessions are recorded after this interview. Withdraw those first."
}

export class ClosedOnInterview extends about("ClosedOnInterview", "withdrawn") {
  override readonly message =
    "Another episode that this interview covers was closed on it. Reopen that first, or withdraw the interview from this episode alone."
}

export class CompletedBeforeReturn extends about("CompletedBeforeReturn", "completedAt") {
  override readonly message =
    "The interview cannot have taken place before the child returned. Check the time of the interview against the return."
}

export class CompletedBeforeOffer extends about("CompletedBeforeOffer", "completedAt") {
  override readonly message = "The interview cannot have taken place before it was offered. Check both times."
}

export class WrittenBeforeHeld extends about("WrittenBeforeHeld", "writtenAt") {
  override readonly message =
    "An interview is written up once it has taken place. Log when it took place first, and check both times."
}

export class SignedOffBeforeHeld extends about("SignedOffBeforeHeld", "signedOffBy") {
  override readonly message = "An interview is signed off once it has taken place. Log when it took place first."
}

export class CompletedButNotAccepted extends about("CompletedButNotAccepted", "response") {
  override readonly message =
    "An interview that took place was accepted. Set the response to Accepted, or leave out the interview's time."
}

export class CoveredByAnother extends about("CoveredByAnother", "alsoCovers") {
  override readonly message =
    "One of those episodes has an interview of its own, or a reason why there is none. An episode has one interview: leave it out."
}

export class ChildHasNotDeclined extends about("ChildHasNotDeclined", "offeredAt") {
  override readonly message =
    "The interview is the child's first. The offer to a parent or carer is recorded when the child has declined, when the parent or carer refused access, or when there is no interview for another reason."
}

export class CarerOfferBeforeChild extends about("CarerOfferBeforeChild", "offeredAt") {
  override readonly message =
    "The offer to the parent or carer cannot come before the offer to the child. Check the time."
}

export class AttemptBeforeFound extends about("AttemptBeforeFound", "attemptedAt") {
  override readonly message = "The attempt cannot have been made before the child was found. Check the time."
}

export class DeclineNotRecorded extends about("DeclineNotRecorded", "reason") {
  override readonly message =
    "The child's answer is not recorded as Declined. Log the answer first, or give another reason."
}

/** The types know of no such field; a caller without types might. */
export class NarrativeInRecord extends about("NarrativeInRecord", "record") {
  override readonly message =
    "Only the coded fields of the interview are kept here. Write what the child said in the case system and give its reference."
}
