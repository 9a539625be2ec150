/**
 * Why a command was not carried out: a value, not an exception. Each sentence tells the person what to do; `field`
 * names the part of the command to look at, so that a form can show the sentence beside it.
 */
import { Data } from "effect"

const about = <Tag extends string, const Field extends string | undefined>(tag: Tag, field: Field) => {
  abstract class Refused extends Data.TaggedError(tag) {
    readonly field: Field = field
  }
  return Refused
}

export class TimeInFuture extends Data.TaggedError("TimeInFuture")<{
  readonly field: "missingAt" | "reportedAt" | "foundAt" | "returnedAt" | "offeredAt" | "completedAt"
}> {
  override readonly message = "That time is in the future. Enter when it happened."
}

export class FoundBeforeMissing extends about("FoundBeforeMissing", "foundAt") {
  override readonly message =
    "The child cannot have been found before they were last seen. Check the time found against the time missing."
}

export class ReturnedBeforeMissing extends about("ReturnedBeforeMissing", "returnedAt") {
  override readonly message =
    "The child cannot have returned before they were last seen. Check the time of return against the time missing."
}

export class ReturnedBeforeFound extends about("ReturnedBeforeFound", "returnedAt") {
  override readonly message =
    "The child cannot have returned before they were found. Check the time of return against the time found."
}

export class MissingAfterFound extends about("MissingAfterFound", "missingAt") {
  override readonly message =
    "The child is recorded as found or returned before that time. If they are missing again, send a new notification with its own police reference."
}

/** The same police reference and kind came before with other content. */
export class NotificationConflicts extends about("NotificationConflicts", "policeReference") {
  override readonly message =
    "A notification of this kind with this police reference was recorded before with other content. Nothing was changed. Send an 'updated' notification for what has changed, or a new police reference for a new episode."
}

/** A second report of a disappearance that is recorded under another police reference: it would be counted twice. */
export class SameDisappearance extends about("SameDisappearance", "missingAt") {
  override readonly message =
    "This disappearance is already recorded, from the same time, under another police reference. Use that reference for what has happened since."
}

export class UnknownEpisode extends about("UnknownEpisode", "episodeId") {
  override readonly message = "That episode is not on this child's record. Open the newest card and try again."
}

export class NothingRecorded extends about("NothingRecorded", "childReference") {
  override readonly message = "Nothing is recorded for that reference. Check it against the case system."
}

export class AlreadyFound extends about("AlreadyFound", "foundAt") {
  override readonly message = "Somebody has already recorded that this child was found. Look at the card for the time."
}

export class AlreadyReturned extends about("AlreadyReturned", "returnedAt") {
  override readonly message = "Somebody has already recorded this child's return. Look at the card for the time."
}

export class EpisodeCancelledBefore extends about("EpisodeCancelledBefore", "episodeId") {
  override readonly message = "This episode was cancelled, so nothing more can be recorded on it."
}

export class StillMissing extends about("StillMissing", "episodeId") {
  override readonly message =
    "This child is still missing. An interview can be arranged once they are found: record that first."
}

export class ReturnNotRecorded extends about("ReturnNotRecorded", "completedAt") {
  override readonly message =
    "The child's return is not recorded, so the interview cannot be logged yet. Press Returned on the card and give the time first."
}

export class NoInterviewOwed extends about("NoInterviewOwed", "episodeId") {
  override readonly message =
    "No return home interview is waiting for this child: it is completed, declined or cancelled."
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
    "That person is the child's allocated worker. The interview is for somebody independent, unless the child asked for this person: then say so (known adult)."
}

export class AlreadyAssigned extends about("AlreadyAssigned", "interviewer") {
  override readonly message = "This interview is already assigned to that person."
}

export class NotAssigned extends about("NotAssigned", "episodeId") {
  override readonly message = "Nobody is assigned to this interview yet. A manager assigns it first: /rhi assign."
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

export class CompletedBeforeReturn extends about("CompletedBeforeReturn", "completedAt") {
  override readonly message =
    "The interview cannot have taken place before the child returned. Check the time of the interview against the return on the card."
}

export class CompletedBeforeOffer extends about("CompletedBeforeOffer", "completedAt") {
  override readonly message = "The interview cannot have taken place before it was offered. Check both times."
}

export class CompletedButNotAccepted extends about("CompletedButNotAccepted", "response") {
  override readonly message =
    "An interview that took place was accepted. Set the response to Accepted, or leave out the interview's time."
}

export type Refusal =
  | TimeInFuture
  | FoundBeforeMissing
  | ReturnedBeforeMissing
  | ReturnedBeforeFound
  | MissingAfterFound
  | NotificationConflicts
  | SameDisappearance
  | UnknownEpisode
  | NothingRecorded
  | AlreadyFound
  | AlreadyReturned
  | EpisodeCancelledBefore
  | StillMissing
  | ReturnNotRecorded
  | NoInterviewOwed
  | InterviewAlreadyCompleted
  | NotAnInterviewer
  | NotIndependent
  | AlreadyAssigned
  | NotAssigned
  | NothingToLog
  | OfferMissing
  | OfferAlreadyRecorded
  | OfferedBeforeFound
  | CompletedBeforeReturn
  | CompletedBeforeOffer
  | CompletedButNotAccepted
