/** Why nothing was recorded of an episode. */
import { about, type RefusalAbout } from "./about.ts"

/** The times that a command may give. */
type FutureField =
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

export type TimeInFuture = RefusalAbout<"TimeInFuture", FutureField>

export const TimeInFuture = ({ field }: Pick<TimeInFuture, "field">): TimeInFuture => ({
  _tag: "TimeInFuture",
  field,
  message:
    field === "sentAt"
      ? "That time is in the future: the sending system's clock is ahead. Put its clock right, and send it again."
      : "That time is in the future. Enter when it happened."
})

/** A year typed wrong, or a system's way of writing that it does not know the time. */
export type TimeImplausible = RefusalAbout<
  "TimeImplausible",
  "sentAt" | "missingAt" | "reportedAt" | "foundAt" | "returnedAt"
>

export const TimeImplausible = ({ field }: Pick<TimeImplausible, "field">): TimeImplausible => ({
  _tag: "TimeImplausible",
  field,
  message: "That time is too long ago to be right. Check the year, and send it again."
})

export const MissingAfterReported = about(
  "MissingAfterReported",
  "missingAt",
  "The child cannot have been last seen after they were reported missing. Check the time missing against the time reported."
)

export const FoundBeforeMissing = about(
  "FoundBeforeMissing",
  "foundAt",
  "The child cannot have been found before they were last seen. Check the time found against the time missing."
)

export const ReturnedBeforeMissing = about(
  "ReturnedBeforeMissing",
  "returnedAt",
  "The child cannot have returned before they were last seen. Check the time of return against the time missing."
)

export const ReturnedBeforeFound = about(
  "ReturnedBeforeFound",
  "returnedAt",
  "The child cannot have returned before they were found. Check the time of return against the time found."
)

export const MissingAfterFound = about(
  "MissingAfterFound",
  "missingAt",
  "The child is recorded as found or returned before that time. If they are missing again, send a new notification with its own police reference."
)

/** The same police reference and kind came before with other content. */
export const NotificationConflicts = about(
  "NotificationConflicts",
  "policeReference",
  "A notification of this kind with this police reference was recorded before with other content. Nothing was changed. Send an 'updated' notification for what has changed, or a new police reference for a new episode."
)

/** Ids are made once: used again, one would move or hide what it names already. */
export type IdUsedBefore = RefusalAbout<"IdUsedBefore", "newEpisodeId" | "newInterviewId">

export const IdUsedBefore = ({ field }: Pick<IdUsedBefore, "field">): IdUsedBefore => ({
  _tag: "IdUsedBefore",
  field,
  message: "That id names something else on this child's record. Nothing was recorded: send it again with a new id."
})

/** Two disappearances that did not overlap are two, however close they were. */
export const NotOverlapping = about(
  "NotOverlapping",
  "duplicateId",
  "One of these was over before the other began, so they are two disappearances and cannot be joined. If a time is wrong, correct it first."
)

/** Corrected to the time of another episode, it would be one disappearance counted twice. */
export const SameDisappearance = about(
  "SameDisappearance",
  "missingAt",
  "Another episode of this child is recorded from that very time. If both are the same disappearance, join them; otherwise check the time."
)

/** A child is away only from a placement; a child who is not at home is missing. */
export const AwayFromHome = about(
  "AwayFromHome",
  "absence",
  "Only a looked-after child can be away from a placement without authorisation. Record this child as missing, or correct what they are missing from to care."
)

export const AbsenceNotUsed = about(
  "AbsenceNotUsed",
  "absence",
  "The council's policy does not use that kind of absence. Record the child as missing, so that they are looked for."
)

export const UnknownEpisode = about(
  "UnknownEpisode",
  "episodeId",
  "That episode is not on this child's record. Choose one that is, and try again."
)

export const NothingRecorded = about(
  "NothingRecorded",
  "childReference",
  "Nothing is recorded for that reference. Check it against the case system."
)

export const AlreadyFound = about(
  "AlreadyFound",
  "foundAt",
  "Someone has already recorded that this child was found. Look at the time on record."
)

export const AlreadyReturned = about(
  "AlreadyReturned",
  "returnedAt",
  "Someone has already recorded this child's return. Look at the time on record."
)

/** An alert that nobody has seen must not be taken for seen with the one before it. */
export const AlertedAgainSince = about(
  "AlertedAgainSince",
  "episodeId",
  "There has been another alert since the one you saw. Look at that alert, and acknowledge it."
)

export const EpisodeCancelledBefore = about(
  "EpisodeCancelledBefore",
  "episodeId",
  "This episode was cancelled, so nothing more can be recorded on it."
)
