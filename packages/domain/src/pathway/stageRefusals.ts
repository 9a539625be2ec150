import { Result } from "effect"
import { type Check, pass } from "./check.ts"
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

/** Refuses what a cell of the table refuses; passes where the facts decide. */
export const checkStage = (verdict: "allowed" | "by-its-facts" | StageRefusal): Check =>
  verdict === "allowed" || verdict === "by-its-facts" ? pass : Result.fail(new stageRefusals[verdict]())
