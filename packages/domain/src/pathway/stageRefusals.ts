import {
  AlreadyFound,
  AlreadyReturned,
  ChildDiedBefore,
  ClosedAtEighteenBefore,
  CoveredByAnother,
  DeathNotRecorded,
  EpisodeCancelledBefore,
  EpisodeClosedBefore,
  EpisodeMergedBefore,
  EpisodeTransferredBefore,
  FoundNotRecorded,
  InterviewAlreadyCompleted,
  MergedSince,
  NoFirstSession,
  NoInterviewOwed,
  NotAssigned,
  NotBackYet,
  NotClosed,
  NothingRecorded,
  NotMerged,
  PartTwoNotNow,
  type Refusal,
  StillMissing,
  UnknownEpisode
} from "./refusals.ts"

/** The refusals that follow from the stage alone. */
const stageRefusals = {
  AlreadyFound,
  AlreadyReturned,
  ChildDiedBefore,
  ClosedAtEighteenBefore,
  CoveredByAnother,
  DeathNotRecorded,
  EpisodeCancelledBefore,
  EpisodeClosedBefore,
  EpisodeMergedBefore,
  EpisodeTransferredBefore,
  FoundNotRecorded,
  InterviewAlreadyCompleted,
  MergedSince,
  NoInterviewOwed,
  NoFirstSession,
  NotBackYet,
  NotAssigned,
  NotClosed,
  NothingRecorded,
  NotMerged,
  PartTwoNotNow,
  StillMissing,
  UnknownEpisode
} as const

export type StageRefusal = keyof typeof stageRefusals

/** The refusal a cell of the table stands for; none where the facts decide. */
export const refusalAt = (verdict: "allowed" | "by-its-facts" | StageRefusal): Refusal | undefined =>
  verdict === "allowed" || verdict === "by-its-facts" ? undefined : new stageRefusals[verdict]()
