/** Whose the case is, and what they considered: Rotherham operating guidance, sections 2, 4 and 5. */
import * as Schema from "effect/Schema"
import { InstantFromIso } from "../../calendar/instantFromIso.ts"
import { FindMePlan } from "../../findMePlan/findMePlan.ts"
import { OnRung } from "../../policy/ladder.ts"
import { CaseSystemReference, EpisodeId, PersonId } from "../../vocabulary/identifiers.ts"
import { Consideration, ShortReason } from "../considerations.ts"
import { ReachedBy, Screening, WorkerKind } from "../pathwayWords.ts"
import { TriggerKey } from "../triggerDecision.ts"

/** The MASH made the missing notification on the child's file. */
const CaseReferenceRecorded = Schema.TaggedStruct("CaseReferenceRecorded", {
  episodeId: EpisodeId,
  reference: CaseSystemReference
})

const WorkerAllocated = Schema.TaggedStruct("WorkerAllocated", {
  episodeId: EpisodeId,
  to: WorkerKind,
  worker: PersonId,
  /** Further workers of the child; absent where there are none. */
  alsoWorkers: Schema.optionalKey(Schema.NonEmptyArray(Schema.Struct({ to: WorkerKind, worker: PersonId })))
})

/** Nobody is allocated. With a concern, the MASH screens; without one the interview is owed all the same. */
const NobodyAllocated = Schema.TaggedStruct("NobodyAllocated", { episodeId: EpisodeId, concern: Schema.Boolean })

const EpisodeScreened = Schema.TaggedStruct("EpisodeScreened", { episodeId: EpisodeId, outcome: Screening })

/** The episode is with the Missing Co-ordinator, who sees that its interview is arranged. */
const HandedOver = Schema.TaggedStruct("HandedOver", { episodeId: EpisodeId, coordinator: PersonId })

/** A person has seen the alert that the child is missing and acts on it. */
const AlertAcknowledged = Schema.TaggedStruct("AlertAcknowledged", {
  episodeId: EpisodeId,
  /** The number of the alert, 1 for the first of the episode. */
  alert: Schema.Int,
  by: PersonId,
  acknowledgedAt: InstantFromIso,
  /** The roles in which they answered; absent in what was written before one answer alone ended the climb. */
  as: Schema.optionalKey(Schema.Array(OnRung)),
  /** Another person reached them and recorded it for them. */
  reached: Schema.optionalKey(Schema.Struct({ how: ReachedBy, recordedBy: PersonId }))
})

const ConsiderationAnswered = Schema.TaggedStruct("ConsiderationAnswered", {
  episodeId: EpisodeId,
  consideration: Consideration,
  answer: Schema.Literals(["yes", "no"]),
  reason: ShortReason,
  /** Said where a person was left out of the interview; what was written before without it was answered apart from them. */
  answeredBy: Schema.optionalKey(Schema.Literals(["worker", "apart"]))
})

/** A risk trigger was answered; `episodeId` is the latest episode of its evidence. */
const TriggerDecided = Schema.TaggedStruct("TriggerDecided", {
  episodeId: EpisodeId,
  trigger: TriggerKey,
  answer: Schema.Literals(["yes", "no"]),
  reason: ShortReason
})

const FindMePlanRecorded = Schema.TaggedStruct("FindMePlanRecorded", { plan: FindMePlan })

export const responsibilityEvents = [
  CaseReferenceRecorded,
  WorkerAllocated,
  NobodyAllocated,
  EpisodeScreened,
  HandedOver,
  AlertAcknowledged,
  ConsiderationAnswered,
  TriggerDecided,
  FindMePlanRecorded
] as const
