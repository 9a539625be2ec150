/** Whose the case is, and what they considered. */
import type { FindMePlan } from "../../findMePlan/findMePlan.ts"
import type { OnRung } from "../../policy/ladder.ts"
import type { CaseSystemReference, EpisodeId, PersonId } from "../../vocabulary/identifiers.ts"
import type { OtherContact } from "../alert.ts"
import type { Consideration } from "../considerations.ts"
import type { Screening, WorkerKind } from "../pathwayWords.ts"
import type { AllocatedWorker } from "../state.ts"
import type { TriggerKey } from "../triggerDecision.ts"

/** The MASH made the record of the episode on the child's file. */
export interface RecordCaseReference {
  readonly _tag: "RecordCaseReference"
  readonly episodeId: EpisodeId
  readonly reference: CaseSystemReference
}

/** The worker allocated to the child; or that there is none, with or without a concern for the MASH to screen. */
export interface RecordAllocation {
  readonly _tag: "RecordAllocation"
  readonly episodeId: EpisodeId
  readonly allocated:
    | {
        readonly to: WorkerKind
        /** The one who answers for the case. */
        readonly worker: PersonId
        /** Further workers of the child, all of them: without it there are none. */
        readonly alsoWorkers?: ReadonlyArray<AllocatedWorker>
      }
    | { readonly concern: boolean }
}

/** Where MASH screening sent a child nobody is allocated to. */
export interface RecordScreening {
  readonly _tag: "RecordScreening"
  readonly episodeId: EpisodeId
  readonly outcome: Screening
}

/** The episode is re-assigned to the Missing Co-ordinator, for the interview. */
export interface HandOver {
  readonly _tag: "HandOver"
  readonly episodeId: EpisodeId
  readonly coordinator: PersonId
}

/** A person who was told has seen the alert. Each answers for themselves and for the roles they hold. */
export interface AcknowledgeAlert {
  readonly _tag: "AcknowledgeAlert"
  readonly episodeId: EpisodeId
  /** The alert that was seen, so that a newer one is not taken for seen with it; by default the newest. */
  readonly alert?: number
  /** The person who has seen it. */
  readonly by: PersonId
  /** The roles of the ladder they hold; that they are a worker or the co-ordinator of the episode is known by itself. */
  readonly as?: ReadonlyArray<OnRung>
  /** How they were reached and by which person, where another records it for them. */
  readonly reached?: OtherContact
}

/** Answers a question of the guidance, with a reason of 1 to 200 characters that names nobody. */
export interface AnswerConsideration {
  readonly _tag: "AnswerConsideration"
  readonly episodeId: EpisodeId
  readonly consideration: Consideration
  readonly answer: "yes" | "no"
  readonly reason: string
}

/** Answers a risk trigger; the caller judges from the history whether it is met and must be done. */
export interface DecideOnTrigger {
  readonly _tag: "DecideOnTrigger"
  /** The latest episode of the evidence. */
  readonly episodeId: EpisodeId
  readonly trigger: TriggerKey
  readonly level: "must" | "consider"
  readonly answer: "yes" | "no"
  readonly reason: string
  /** Whether the person who decides is a team manager and not the child's allocated worker. */
  readonly isManagerApart: boolean
}

/** The child's, not an episode's: it can be recorded before anything happens. */
export interface RecordFindMePlan {
  readonly _tag: "RecordFindMePlan"
  readonly plan: FindMePlan
}

/** What is asked for about whose the case is, and what they considered. */
export type ResponsibilityCommand =
  | RecordCaseReference
  | RecordAllocation
  | RecordScreening
  | HandOver
  | AcknowledgeAlert
  | AnswerConsideration
  | DecideOnTrigger
  | RecordFindMePlan
