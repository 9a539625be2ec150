/** Why nothing was recorded of whose the case is, of its closing, or of putting something right. */
import { Data } from "effect"
import { type Consideration, considerationWords } from "../considerations.ts"
import { type RemainingTask, remainingTaskWords } from "../remainingTaskWords.ts"
import { about } from "./about.ts"

export class EpisodeMergedBefore extends about("EpisodeMergedBefore", "episodeId") {
  override readonly message =
    "This episode is a duplicate of another, which is kept. Record what happened on the one that is kept."
}

export class EpisodeClosedBefore extends about("EpisodeClosedBefore", "episodeId") {
  override readonly message = "This episode is closed. Reopen it with a reason, and then record what happened."
}

export class EpisodeTransferredBefore extends about("EpisodeTransferredBefore", "episodeId") {
  override readonly message =
    "This episode was transferred to another authority. If they handed it back, reopen it with that reason."
}

export class ClosedAtEighteenBefore extends about("ClosedAtEighteenBefore", "episodeId") {
  override readonly message =
    "This episode was closed on the child's 18th birthday. If the birthday was wrong, reopen it with that reason."
}

export class NotClosed extends about("NotClosed", "episodeId") {
  override readonly message = "This episode is open, so there is nothing to reopen."
}

/** Everything that is left, so that nobody has to try again for the next item. */
export class StillOwed extends Data.TaggedError("StillOwed")<{ readonly left: ReadonlyArray<RemainingTask> }> {
  readonly field = "episodeId"
  override get message(): string {
    return `This episode cannot be closed yet. Still to do: ${this.left.map((owed) => remainingTaskWords[owed]).join("; ")}.`
  }
}

export class PartTwoNotNow extends about("PartTwoNotNow", "episodeId") {
  override readonly message =
    "Part two of the plan is for while the child is missing. This child is found: leave it as it was."
}

export class PreventionInterviewBeforeFound extends about("PreventionInterviewBeforeFound", "heldAt") {
  override readonly message =
    "The police's prevention interview cannot have been before the child was found. Check the time."
}

export class NotForScreening extends about("NotForScreening", "episodeId") {
  override readonly message =
    "MASH screening is for a child nobody is allocated to, when there is a concern. Record that first."
}

export class ReasonNeeded extends about("ReasonNeeded", "reason") {
  override readonly message =
    "Give the reason in a few words, up to 200 characters, with no name and no account of what happened."
}

/** Nobody signs off alone on leaving undone what they were to do. */
export class ManagerDecides extends about("ManagerDecides", "answer") {
  override readonly message =
    "This must be done. Only a team manager who is not the child's allocated worker can decide against it: ask one, or answer yes once it is done or arranged."
}

export class AnswerFirst extends Data.TaggedError("AnswerFirst")<{ readonly question: Consideration }> {
  readonly field = "consideration"
  override get message(): string {
    return `This question follows from another: "${considerationWords.words[this.question]}" Answer that one first.`
  }
}

/** A section 47 investigation follows from a strategy meeting. */
export class StrategyMeetingFirst extends about("StrategyMeetingFirst", "answer") {
  override readonly message =
    "A section 47 investigation follows a strategy meeting. Answer yes to the strategy meeting first, or no to section 47 with the reason."
}

export class NothingToCorrect extends about("NothingToCorrect", "episodeId") {
  override readonly message =
    "That was never recorded, so there is nothing to correct. Record it in the ordinary way instead."
}

export class InterviewInTheWay extends about("InterviewInTheWay", "withdrawn") {
  override readonly message =
    "The return home interview was offered, answered or held on the strength of it. Withdraw from the interview what was logged, with a reason, and then take this back; or correct the time instead."
}

export class SameEpisode extends about("SameEpisode", "duplicateId") {
  override readonly message = "Those are one and the same episode. Choose the other one as the duplicate."
}

export class BothInterviewed extends about("BothInterviewed", "duplicateId") {
  override readonly message =
    "Both episodes have an interview, so they cannot be made one. Record the one that is not needed as not done, covered by another interview."
}

export class NotMerged extends about("NotMerged", "episodeId") {
  override readonly message = "This episode was not merged as a duplicate, so there is nothing to separate."
}

export class MergedSince extends about("MergedSince", "episodeId") {
  override readonly message =
    "The episode that was kept was itself merged with another since then. Separate those two first, and then these."
}

export class TransferredBeforeMissing extends about("TransferredBeforeMissing", "transferredAt") {
  override readonly message = "The episode cannot have been transferred before the child was last seen. Check the time."
}
