/** What people and the police were told is recorded: the promise a crash is held against. */
import type { PathwayEvent } from "@safe-return/domain/pathway"

/** The deeds of one synthetic child, in this order; each is done again until it is acknowledged. */
export const stages = ["missing", "found", "returned", "assigned"] as const
export type Stage = (typeof stages)[number]

export interface AcknowledgedStep {
  readonly child: string
  readonly stage: Stage
}

/** The event that an acknowledged deed must have left in the journal. */
export const eventOfStage: Readonly<Record<Stage, PathwayEvent["_tag"]>> = {
  missing: "EpisodeOpened",
  found: "ChildFound",
  returned: "ChildReturned",
  assigned: "InterviewAssigned"
}
