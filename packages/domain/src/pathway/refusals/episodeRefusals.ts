/** Why nothing was recorded of an episode. */
import { Data } from "effect"
import { about } from "./about.ts"

export class TimeInFuture extends Data.TaggedError("TimeInFuture")<{
  readonly field:
    | "sentAt"
    | "missingAt"
    | "reportedAt"
    | "foundAt"
    | "returnedAt"
    | "offeredAt"
    | "completedAt"
    | "attemptedAt"
    | "heldAt"
    | "transferredAt"
    | "birthday"
    | "since"
    | "changedAt"
    | "movedAt"
    | "knownFrom"
    | "writtenAt"
}> {
  override get message(): string {
    return this.field === "sentAt"
      ? "That time is in the future: the sending system's clock is ahead. Put its clock right, and send it again."
      : "That time is in the future. Enter when it happened."
  }
}

/** A year typed wrong, or a system's way of writing that it does not know the time. */
export class TimeImplausible extends Data.TaggedError("TimeImplausible")<{
  readonly field: "sentAt" | "missingAt" | "reportedAt" | "foundAt" | "returnedAt"
}> {
  override readonly message = "That time is too long ago to be right. Check the year, and send it again."
}

export class MissingAfterReported extends about("MissingAfterReported", "missingAt") {
  override readonly message =
    "The child cannot have been last seen after they were reported missing. Check the time missing against the time reported."
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

/** Ids are made once: used again, one would move or hide what it names already. */
export class IdUsedBefore extends Data.TaggedError("IdUsedBefore")<{
  readonly field: "newEpisodeId" | "newInterviewId"
}> {
  override readonly message =
    "That id names something else on this child's record. Nothing was recorded: send it again with a new id."
}

/** Two disappearances that did not overlap are two, however close they were. */
export class NotOverlapping extends about("NotOverlapping", "duplicateId") {
  override readonly message =
    "One of these was over before the other began, so they are two disappearances and cannot be joined. If a time is wrong, correct it first."
}

/** Corrected to the time of another episode, it would be one disappearance counted twice. */
export class SameDisappearance extends about("SameDisappearance", "missingAt") {
  override readonly message =
    "Another episode of this child is recorded from that very time. If both are the same disappearance, join them; otherwise check the time."
}

/** A child is away only from a placement; a child who is not at home is missing. */
export class AwayFromHome extends about("AwayFromHome", "absence") {
  override readonly message =
    "Only a looked-after child can be away from a placement without authorisation. Record this child as missing, or correct what they are missing from to care."
}

export class AbsenceNotUsed extends about("AbsenceNotUsed", "absence") {
  override readonly message =
    "The council's policy does not use that kind of absence. Record the child as missing, so that they are looked for."
}

export class UnknownEpisode extends about("UnknownEpisode", "episodeId") {
  override readonly message = "That episode is not on this child's record. Choose one that is, and try again."
}

export class NothingRecorded extends about("NothingRecorded", "childReference") {
  override readonly message = "Nothing is recorded for that reference. Check it against the case system."
}

export class AlreadyFound extends about("AlreadyFound", "foundAt") {
  override readonly message = "Someone has already recorded that this child was found. Look at the time on record."
}

export class AlreadyReturned extends about("AlreadyReturned", "returnedAt") {
  override readonly message = "Someone has already recorded this child's return. Look at the time on record."
}

/** An alert that nobody has seen must not be taken for seen with the one before it. */
export class AlertedAgainSince extends about("AlertedAgainSince", "episodeId") {
  override readonly message =
    "There has been another alert since the one you saw. Look at that alert, and acknowledge it."
}

export class EpisodeCancelledBefore extends about("EpisodeCancelledBefore", "episodeId") {
  override readonly message = "This episode was cancelled, so nothing more can be recorded on it."
}
