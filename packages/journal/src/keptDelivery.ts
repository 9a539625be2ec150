/** How a delivery is kept, whatever it is kept in. */
import { type Instant, InstantFromIso } from "@safe-return/domain/calendar"
import { Duration, Schema } from "effect"
import type { Delivery } from "./Deliveries.ts"

export const KeptDelivery = Schema.Union([
  Schema.TaggedStruct("Claimed", {
    key: Schema.String,
    channel: Schema.String,
    claimedAt: InstantFromIso,
    by: Schema.optionalKey(Schema.String),
    since: Schema.optionalKey(InstantFromIso)
  }),
  Schema.TaggedStruct("Sent", {
    key: Schema.String,
    channel: Schema.String,
    ts: Schema.String,
    fingerprint: Schema.String,
    sentAt: InstantFromIso
  }),
  Schema.TaggedStruct("Superseded", { key: Schema.String, by: Schema.String, at: InstantFromIso }),
  Schema.TaggedStruct("Undelivered", {
    key: Schema.String,
    channel: Schema.optionalKey(Schema.String),
    reason: Schema.String,
    since: InstantFromIso,
    at: InstantFromIso
  })
])

/** Nothing is owed to a team for longer than a day, and what is kept of it must not grow with the years. */
export const teamKept = Duration.days(35)

export const timeOf = (delivery: Delivery): Instant => {
  switch (delivery._tag) {
    case "Claimed":
      return delivery.claimedAt
    case "Sent":
      return delivery.sentAt
    default:
      return delivery.at
  }
}
