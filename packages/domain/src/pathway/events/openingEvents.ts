/** From the notification to the return: what the police and the MASH tell us, and what the episode comes to. */
import * as Schema from "effect/Schema"
import { InstantFromIso } from "../../calendar/instantFromIso.ts"
import { PartTwo } from "../../findMePlan/findMePlan.ts"
import { Policy } from "../../policy/policy.ts"
import { Absence, LastSeen, MissingFrom, PoliceAnswer, Risk } from "../../vocabulary/caseWords.ts"
import { EpisodeId, PersonId, PoliceReference } from "../../vocabulary/identifiers.ts"
import { Notification } from "../notification.ts"
import { SetAsideKind, SetAsideReason } from "../setAside.ts"

/** A notification as it came in: the proof of what we were told, and how its repeat is recognised. */
const NotificationReceived = Schema.TaggedStruct("NotificationReceived", {
  notification: Notification,
  /** The episode it belongs to; absent while it waits for its `missing` notification. */
  episodeId: Schema.optionalKey(EpisodeId),
  /** Who acknowledged the alert of this report while it stood on another child's record: they are told where it is now. */
  actedBefore: Schema.optionalKey(Schema.NonEmptyArray(PersonId))
})

/** A notification about another child under a police reference that stands for this one. It changes nothing. */
const NotificationTurnedAway = Schema.TaggedStruct("NotificationTurnedAway", { notification: Notification })

/** A person rang the police about what was turned away under this reference. */
const MisdirectedNewsAnswered = Schema.TaggedStruct("MisdirectedNewsAnswered", {
  policeReference: PoliceReference,
  answer: PoliceAnswer
})

/** A notification sent once more, at another time and with the same content: not news, but said again then. */
const NotificationRepeated = Schema.TaggedStruct("NotificationRepeated", {
  policeReference: PoliceReference,
  kind: Schema.Literals(["missing", "found", "returned", "cancelled"]),
  sentAt: InstantFromIso
})

/** A notification that was kept but changed nothing, because something else was recorded before it. */
const NotificationSetAside = Schema.TaggedStruct("NotificationSetAside", {
  episodeId: EpisodeId,
  kind: SetAsideKind,
  reason: SetAsideReason,
  /** The time it reported, so that a person can judge which is right. */
  reportedTime: Schema.optionalKey(InstantFromIso),
  /** A person is asked which is right; absent where a rule says it, and of what was written before. */
  toDecide: Schema.optionalKey(Schema.Literal(true))
})

const EpisodeOpened = Schema.TaggedStruct("EpisodeOpened", {
  episodeId: EpisodeId,
  absence: Absence,
  missingFrom: MissingFrom,
  risk: Risk,
  missingAt: InstantFromIso,
  reportedAt: InstantFromIso,
  /** Absent where it was not said. */
  lastSeen: Schema.optionalKey(LastSeen),
  /** When the council was told, by our own clock. */
  notifiedAt: InstantFromIso,
  /** The rules in force when the episode opened, whole: they govern it for good. */
  policy: Policy
})

const EpisodeUpdated = Schema.TaggedStruct("EpisodeUpdated", {
  episodeId: EpisodeId,
  absence: Schema.optionalKey(Absence),
  missingFrom: Schema.optionalKey(MissingFrom),
  risk: Schema.optionalKey(Risk),
  missingAt: Schema.optionalKey(InstantFromIso),
  reportedAt: Schema.optionalKey(InstantFromIso),
  lastSeen: Schema.optionalKey(LastSeen)
})

/** When it was sent, of what a notification told; absent of what a person recorded, and of what was written before. */
const sentAt = Schema.optionalKey(InstantFromIso)

const ChildFound = Schema.TaggedStruct("ChildFound", { episodeId: EpisodeId, foundAt: InstantFromIso, sentAt })

const ChildReturned = Schema.TaggedStruct("ChildReturned", { episodeId: EpisodeId, returnedAt: InstantFromIso, sentAt })

/** What notifications tell of the child's coming back is other than it was: the whole of it, as it is now. */
const EndRevised = Schema.TaggedStruct("EndRevised", {
  episodeId: EpisodeId,
  foundAt: Schema.optionalKey(InstantFromIso),
  returnedAt: Schema.optionalKey(InstantFromIso),
  sentAt: InstantFromIso
})

/** A report sent after the episode had ended says that the child is missing: what ended it no longer stands. */
const MissingAfterAll = Schema.TaggedStruct("MissingAfterAll", { episodeId: EpisodeId, sentAt: InstantFromIso })

const EpisodeCancelled = Schema.TaggedStruct("EpisodeCancelled", {
  episodeId: EpisodeId,
  reason: Schema.NonEmptyString,
  sentAt,
  /** When a person cancelled it. */
  cancelledAt: Schema.optionalKey(InstantFromIso)
})

/** A cancellation was sent of a child who is back or has an interview on record: a person decides. */
const CancellationQuestioned = Schema.TaggedStruct("CancellationQuestioned", {
  episodeId: EpisodeId,
  reason: Schema.NonEmptyString,
  sentAt: InstantFromIso
})

/** The episode stands, whatever the cancellation said: by a person's decision, or because of what was sent since. */
const CancellationDeclined = Schema.TaggedStruct("CancellationDeclined", { episodeId: EpisodeId, sentAt })

/** A person says that what was recorded stands, whatever the reports that were set aside say. */
const ReportDeclined = Schema.TaggedStruct("ReportDeclined", { episodeId: EpisodeId })

/** The police's own talk with the child once found. It is not the return home interview and stands in for none. */
const PreventionInterviewRecorded = Schema.TaggedStruct("PreventionInterviewRecorded", {
  episodeId: EpisodeId,
  heldAt: InstantFromIso
})

/** Part two of the Find Me Plan, which there is only while the child is missing. */
const PartTwoRecorded = Schema.TaggedStruct("PartTwoRecorded", { episodeId: EpisodeId, partTwo: PartTwo })

export const openingEvents = [
  NotificationReceived,
  NotificationTurnedAway,
  MisdirectedNewsAnswered,
  NotificationRepeated,
  NotificationSetAside,
  EpisodeOpened,
  EpisodeUpdated,
  ChildFound,
  ChildReturned,
  EndRevised,
  MissingAfterAll,
  EpisodeCancelled,
  CancellationQuestioned,
  CancellationDeclined,
  ReportDeclined,
  PreventionInterviewRecorded,
  PartTwoRecorded
] as const
