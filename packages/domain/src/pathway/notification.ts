/**
 * What the police, the MASH or a case system send in: one message about one missing report.
 *
 * The shape is the published contract of `POST /intake/notifications`.
 */
import * as Schema from "effect/Schema"
import { InstantFromIso } from "../calendar/instantFromIso.ts"
import { Absence, LastSeen, MissingFrom, Risk } from "../vocabulary/caseWords.ts"
import { ChildReference, PoliceReference } from "../vocabulary/identifiers.ts"

const envelope = {
  policeReference: PoliceReference,
  sentAt: InstantFromIso,
  child: Schema.Struct({ reference: ChildReference })
}

export const MissingNotification = Schema.Struct({
  kind: Schema.Literal("missing"),
  ...envelope,
  absence: Absence,
  missingFrom: MissingFrom,
  risk: Risk,
  missingAt: InstantFromIso,
  reportedAt: InstantFromIso,
  /** The kind of place the child was last seen at; absent where it was not said. */
  lastSeen: Schema.optionalKey(LastSeen)
})
export type MissingNotification = typeof MissingNotification.Type

/** News while the child is missing: only what changed is sent. */
export const UpdatedNotification = Schema.Struct({
  kind: Schema.Literal("updated"),
  ...envelope,
  absence: Schema.optionalKey(Absence),
  missingFrom: Schema.optionalKey(MissingFrom),
  risk: Schema.optionalKey(Risk),
  missingAt: Schema.optionalKey(InstantFromIso),
  reportedAt: Schema.optionalKey(InstantFromIso),
  lastSeen: Schema.optionalKey(LastSeen)
})
export type UpdatedNotification = typeof UpdatedNotification.Type

export const FoundNotification = Schema.Struct({
  kind: Schema.Literal("found"),
  ...envelope,
  foundAt: InstantFromIso
})
export type FoundNotification = typeof FoundNotification.Type

export const ReturnedNotification = Schema.Struct({
  kind: Schema.Literal("returned"),
  ...envelope,
  returnedAt: InstantFromIso
})
export type ReturnedNotification = typeof ReturnedNotification.Type

export const CancelledNotification = Schema.Struct({
  kind: Schema.Literal("cancelled"),
  ...envelope,
  /** A code or short phrase; it is kept, and sent on to nobody. */
  reason: Schema.NonEmptyString.check(Schema.isMaxLength(500))
})
export type CancelledNotification = typeof CancelledNotification.Type

/** Each kind with its own shape, so that what is wrong with a message can be named field by field. */
export const notificationKinds = {
  missing: MissingNotification,
  updated: UpdatedNotification,
  found: FoundNotification,
  returned: ReturnedNotification,
  cancelled: CancelledNotification
} as const

export const Notification = Schema.Union(Object.values(notificationKinds))
export type Notification = typeof Notification.Type

/** A notification that can arrive before the one that opens its episode. */
export type EarlyNotification = Exclude<Notification, MissingNotification>
