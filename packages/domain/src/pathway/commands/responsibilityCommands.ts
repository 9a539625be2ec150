/** Whose the case is, and what they considered. */
import * as Schema from "effect/Schema"
import { FindMePlan } from "../../findMePlan/findMePlan.ts"
import { OnRung } from "../../policy/ladder.ts"
import { CaseSystemReference, EpisodeId, PersonId } from "../../vocabulary/identifiers.ts"
import { Consideration } from "../considerations.ts"
import { Screening, WorkerKind } from "../pathwayWords.ts"
import { TriggerKey } from "../triggerDecision.ts"
import { AllocatedWorker, OtherContact } from "./commandParts.ts"

/** The MASH made the record of the episode on the child's file. */
export const RecordCaseReference = Schema.TaggedStruct("RecordCaseReference", {
  episodeId: EpisodeId,
  reference: CaseSystemReference
})
export type RecordCaseReference = typeof RecordCaseReference.Type

/** The worker allocated to the child; or that there is none, with or without a concern for the MASH to screen. */
export const RecordAllocation = Schema.TaggedStruct("RecordAllocation", {
  episodeId: EpisodeId,
  allocated: Schema.Union([
    Schema.Struct({
      to: WorkerKind,
      /** The one who answers for the case. */
      worker: PersonId,
      /** Further workers of the child, all of them: without it there are none. */
      alsoWorkers: Schema.optionalKey(Schema.Array(AllocatedWorker))
    }),
    Schema.Struct({ concern: Schema.Boolean })
  ])
})
export type RecordAllocation = typeof RecordAllocation.Type

/** Where MASH screening sent a child nobody is allocated to. */
export const RecordScreening = Schema.TaggedStruct("RecordScreening", {
  episodeId: EpisodeId,
  outcome: Screening
})
export type RecordScreening = typeof RecordScreening.Type

/** The episode is re-assigned to the Missing Co-ordinator, for the interview. */
export const HandOver = Schema.TaggedStruct("HandOver", {
  episodeId: EpisodeId,
  coordinator: PersonId
})
export type HandOver = typeof HandOver.Type

/** A person who was told has seen the alert. Each answers for themselves and for the roles they hold. */
export const AcknowledgeAlert = Schema.TaggedStruct("AcknowledgeAlert", {
  episodeId: EpisodeId,
  /** The alert that was seen, so that a newer one is not taken for seen with it; by default the newest. */
  alert: Schema.optionalKey(Schema.Int),
  /** The person who has seen it. */
  by: PersonId,
  /** The roles of the ladder they hold; that they are a worker or the co-ordinator of the episode is known by itself. */
  as: Schema.optionalKey(Schema.Array(OnRung)),
  /** How they were reached and by which person, where another records it for them. */
  reached: Schema.optionalKey(OtherContact)
})
export type AcknowledgeAlert = typeof AcknowledgeAlert.Type

/** Answers a question of the guidance, with a reason of 1 to 200 characters that names nobody. */
export const AnswerConsideration = Schema.TaggedStruct("AnswerConsideration", {
  episodeId: EpisodeId,
  consideration: Consideration,
  answer: Schema.Literals(["yes", "no"]),
  reason: Schema.String,
  /** `apart` where a person was left out of the interview and others answer apart from them; the worker's by default. */
  answeredBy: Schema.optionalKey(Schema.Literals(["worker", "apart"]))
})
export type AnswerConsideration = typeof AnswerConsideration.Type

/** Answers a risk trigger; the caller judges from the history whether it is met and must be done. */
export const DecideOnTrigger = Schema.TaggedStruct("DecideOnTrigger", {
  /** The latest episode of the evidence. */
  episodeId: EpisodeId,
  trigger: TriggerKey,
  level: Schema.Literals(["must", "consider"]),
  answer: Schema.Literals(["yes", "no"]),
  reason: Schema.String,
  /** Whether the person who decides is a team manager and not the child's allocated worker. */
  isManagerApart: Schema.Boolean
})
export type DecideOnTrigger = typeof DecideOnTrigger.Type

/** The child's, not an episode's: it can be recorded before anything happens. */
export const RecordFindMePlan = Schema.TaggedStruct("RecordFindMePlan", {
  plan: FindMePlan
})
export type RecordFindMePlan = typeof RecordFindMePlan.Type

/** What is asked for about whose the case is, and what they considered. */
export const responsibilityCommands = [
  RecordCaseReference,
  RecordAllocation,
  RecordScreening,
  HandOver,
  AcknowledgeAlert,
  AnswerConsideration,
  DecideOnTrigger,
  RecordFindMePlan
] as const
