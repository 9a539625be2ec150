/** Why nothing was recorded of how an absence goes on and ends. */
import { about } from "./about.ts"

export const FoundNotRecorded = about(
  "FoundNotRecorded",
  "episodeId",
  "Record when the child was found first, and then where they are."
)

export const NotBackYet = about(
  "NotBackYet",
  "episodeId",
  "Record the child's return first, and then where they came back to."
)

export const WhereaboutsOutOfOrder = about(
  "WhereaboutsOutOfOrder",
  "since",
  "The child was there after they were found and before they came back. Check the time against both."
)

/** Nobody looks for a child who is only said to be missing again. */
export const NotReportedAgain = about(
  "NotReportedAgain",
  "whereabouts",
  "No later disappearance of this child is recorded. Report them missing first, so that people are alerted, and then say so here."
)

export const AbsenceChangeOutOfOrder = about(
  "AbsenceChangeOutOfOrder",
  "changedAt",
  "That change must come after the child was last seen and after the change before it, and before the episode ended. Check the time."
)

/** Whereabouts that were known and are lost again are another disappearance. */
export const MissingOnceFound = about(
  "MissingOnceFound",
  "absence",
  "The child was found by then. If nobody knows again where they are, report them missing as a new disappearance."
)

export const MoveOutOfOrder = about(
  "MoveOutOfOrder",
  "movedAt",
  "The child was moved after they were last seen, after any earlier move and before they came back. Check the time."
)

export const ChildDiedBefore = about(
  "ChildDiedBefore",
  "episodeId",
  "This child's death is recorded, so nothing more is recorded here. If that is wrong, a manager takes it back first."
)

export const DeathNotRecorded = about(
  "DeathNotRecorded",
  "childReference",
  "No death is recorded for this child. Check the reference against the case system."
)
