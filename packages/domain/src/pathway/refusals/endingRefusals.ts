/** Why nothing was recorded of how an absence goes on and ends. */
import { about } from "./about.ts"

export class FoundNotRecorded extends about("FoundNotRecorded", "episodeId") {
  override readonly message = "Record when the child was found first, and then where they are."
}

export class NotBackYet extends about("NotBackYet", "episodeId") {
  override readonly message = "Record the child's return first, and then where they came back to."
}

export class WhereaboutsOutOfOrder extends about("WhereaboutsOutOfOrder", "since") {
  override readonly message =
    "The child was there after they were found and before they came back. Check the time against both."
}

/** Nobody looks for a child who is only said to be missing again. */
export class NotReportedAgain extends about("NotReportedAgain", "whereabouts") {
  override readonly message =
    "No later disappearance of this child is recorded. Report them missing first, so that people are alerted, and then say so here."
}

export class AbsenceChangeOutOfOrder extends about("AbsenceChangeOutOfOrder", "changedAt") {
  override readonly message =
    "That change must come after the child was last seen and after the change before it, and before the episode ended. Check the time."
}

/** Whereabouts that were known and are lost again are another disappearance. */
export class MissingOnceFound extends about("MissingOnceFound", "absence") {
  override readonly message =
    "The child was found by then. If nobody knows again where they are, report them missing as a new disappearance."
}

export class MoveOutOfOrder extends about("MoveOutOfOrder", "movedAt") {
  override readonly message =
    "The child was moved after they were last seen, after any earlier move and before they came back. Check the time."
}

export class ChildDiedBefore extends about("ChildDiedBefore", "episodeId") {
  override readonly message =
    "This child's death is recorded, so nothing more is recorded here. If that is wrong, a manager takes it back first."
}

export class DeathNotRecorded extends about("DeathNotRecorded", "childReference") {
  override readonly message = "No death is recorded for this child. Check the reference against the case system."
}
