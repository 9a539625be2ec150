/** Why nothing was recorded of whose the case is, of its closing, or of putting something right. */
import { type Consideration, considerationWords } from "../considerations.ts"
import { type RemainingTask, remainingTaskWords } from "../remainingTaskWords.ts"
import { about, type RefusalAbout } from "./about.ts"

export const EpisodeMergedBefore = about(
  "EpisodeMergedBefore",
  "episodeId",
  "This episode is a duplicate of another, which is kept. Record what happened on the one that is kept."
)

export const EpisodeClosedBefore = about(
  "EpisodeClosedBefore",
  "episodeId",
  "This episode is closed. If the child is missing again, report that. To record more of this one, ask a Missing Co-ordinator or team manager to reopen it."
)

export const EpisodeTransferredBefore = about(
  "EpisodeTransferredBefore",
  "episodeId",
  "This episode was transferred to another authority. If they handed it back, ask a Missing Co-ordinator or team manager to reopen it with that reason."
)

export const ClosedAtEighteenBefore = about(
  "ClosedAtEighteenBefore",
  "episodeId",
  "This episode was closed on the child's 18th birthday. If the birthday was wrong, ask a Missing Co-ordinator or team manager to reopen it with that reason."
)

export const NotClosed = about("NotClosed", "episodeId", "This episode is open, so there is nothing to reopen.")

/** Everything that is left, so that nobody has to try again for the next item. */
export interface StillOwed extends RefusalAbout<"StillOwed", "episodeId"> {
  readonly left: ReadonlyArray<RemainingTask>
}

export const StillOwed = ({ left }: Pick<StillOwed, "left">): StillOwed => ({
  _tag: "StillOwed",
  field: "episodeId",
  message: `This episode cannot be closed yet. Still to do: ${left.map((owed) => remainingTaskWords[owed]).join("; ")}.`,
  left
})

export const PartTwoNotNow = about(
  "PartTwoNotNow",
  "episodeId",
  "Part two of the plan is for while the child is missing. This child is found: leave it as it was."
)

export const PreventionInterviewBeforeFound = about(
  "PreventionInterviewBeforeFound",
  "heldAt",
  "The police's prevention interview cannot have been before the child was found. Check the time."
)

export const NotForScreening = about(
  "NotForScreening",
  "episodeId",
  "MASH screening is for a child nobody is allocated to, when there is a concern. Record that first."
)

export const ReasonNeeded = about(
  "ReasonNeeded",
  "reason",
  "Give the reason in a few words, up to 200 characters, with no name and no account of what happened."
)

/** Nobody signs off alone on leaving undone what they were to do. */
export const ManagerDecides = about(
  "ManagerDecides",
  "answer",
  "This must be done. Only a team manager who is not the child's allocated worker can decide against it: ask one, or answer yes once it is done or arranged."
)

export interface AnswerFirst extends RefusalAbout<"AnswerFirst", "consideration"> {
  readonly question: Consideration
}

export const AnswerFirst = ({ question }: Pick<AnswerFirst, "question">): AnswerFirst => ({
  _tag: "AnswerFirst",
  field: "consideration",
  message: `This question follows from another: "${considerationWords.words[question]}" Answer that one first.`,
  question
})

/** A section 47 investigation follows from a strategy meeting. */
export const StrategyMeetingFirst = about(
  "StrategyMeetingFirst",
  "answer",
  "A section 47 investigation follows a strategy meeting. Answer yes to the strategy meeting first, or no to section 47 with the reason."
)

export const NothingToCorrect = about(
  "NothingToCorrect",
  "episodeId",
  "That was never recorded, so there is nothing to correct. Record it in the ordinary way instead."
)

export const InterviewInTheWay = about(
  "InterviewInTheWay",
  "withdrawn",
  "The return home interview was offered, answered or held on the strength of it. Withdraw from the interview what was logged, with a reason, and then take this back; or correct the time instead."
)

export const SameEpisode = about(
  "SameEpisode",
  "duplicateId",
  "Those are one and the same episode. Choose the other one as the duplicate."
)

export const BothInterviewed = about(
  "BothInterviewed",
  "duplicateId",
  "Both episodes have an interview, so they cannot be made one. Record the one that is not needed as not done, covered by another interview."
)

export const NotMerged = about(
  "NotMerged",
  "episodeId",
  "This episode was not merged as a duplicate, so there is nothing to separate."
)

export const MergedSince = about(
  "MergedSince",
  "episodeId",
  "The episode that was kept was itself merged with another since then. Separate those two first, and then these."
)

export const HistoryInFuture = about(
  "HistoryInFuture",
  "rows",
  "An episode from before has a time that lies in the future. Check its times in the case system."
)

export const TransferredBeforeMissing = about(
  "TransferredBeforeMissing",
  "transferredAt",
  "The episode cannot have been transferred before the child was last seen. Check the time."
)
