/** How an absence goes on and ends: where a found child is, the stretches of an episode, a placement, a death. */
import * as Schema from "effect/Schema"
import { InstantFromIso } from "../../calendar/instantFromIso.ts"
import { Policy } from "../../policy/policy.ts"
import { Absence } from "../../vocabulary/caseWords.ts"
import { EpisodeId, PersonId } from "../../vocabulary/identifiers.ts"
import { Entry } from "../entry.ts"
import { Notification } from "../notification.ts"
import { CorrectionReason } from "../pathwayWords.ts"
import { Placement } from "../placement.ts"
import { ReturnedTo, Whereabouts } from "../whereabouts.ts"

/** The child is found and not back: where they are, and since when. */
const WhereaboutsRecorded = Schema.TaggedStruct("WhereaboutsRecorded", {
  episodeId: EpisodeId,
  whereabouts: Whereabouts,
  since: InstantFromIso
})

/** Where the child came back to. */
const ReturnedToRecorded = Schema.TaggedStruct("ReturnedToRecorded", { episodeId: EpisodeId, returnedTo: ReturnedTo })

/** From then on the child was away and not missing, or the other way round: the stretch before it is kept. */
const AbsenceChanged = Schema.TaggedStruct("AbsenceChanged", {
  episodeId: EpisodeId,
  absence: Absence,
  changedAt: InstantFromIso
})

/** Where the child is placed. With `movedAt` they were moved there then, while the episode goes on. */
const PlacementRecorded = Schema.TaggedStruct("PlacementRecorded", {
  episodeId: EpisodeId,
  placement: Placement,
  movedAt: Schema.optionalKey(InstantFromIso)
})

/** One of these was not so: what was before it goes on. */
const EntryWithdrawn = Schema.TaggedStruct("EntryWithdrawn", {
  episodeId: EpisodeId,
  entry: Entry,
  reason: CorrectionReason
})

/** The child died. Said again, it corrects from when that is known. */
const ChildDied = Schema.TaggedStruct("ChildDied", { knownFrom: InstantFromIso, by: PersonId })

/** Someone looked at what was told since, and the death stands. */
const DeathConfirmed = Schema.TaggedStruct("DeathConfirmed", { by: PersonId, confirmedAt: InstantFromIso })

/** The death was recorded wrongly: everything is as it was, and what was told since is acted on. */
const DeathTakenBack = Schema.TaggedStruct("DeathTakenBack", { reason: CorrectionReason })

/** What was told after a death was recorded: kept, and nothing comes of it. */
const NotificationAfterDeath = Schema.TaggedStruct("NotificationAfterDeath", {
  notification: Notification,
  receivedAt: InstantFromIso,
  /** The episode it opens, and under which rules, if the death is taken back. */
  newEpisodeId: EpisodeId,
  policy: Policy
})

export const endingEvents = [
  WhereaboutsRecorded,
  ReturnedToRecorded,
  AbsenceChanged,
  PlacementRecorded,
  EntryWithdrawn,
  ChildDied,
  DeathConfirmed,
  DeathTakenBack,
  NotificationAfterDeath
] as const
