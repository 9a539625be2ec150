/** How a delivery is kept, whatever it is kept in. */
import { Instant, InstantFromIso, parseInstant } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { Duration, Option, Schema } from "effect"
import type { Delivery, SentDelivery } from "./Deliveries.ts"
import { keyOfShadowed } from "./Shadow.ts"

export const StoredDelivery = Schema.Union([
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
    recipient: Schema.optionalKey(PersonId),
    ts: Schema.String,
    fingerprint: Schema.String,
    sentAt: InstantFromIso,
    lateBy: Schema.optionalKey(Schema.Finite)
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
export const teamRetention = Duration.days(35)

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

/** Of these deliveries what was kept in shadow since then, under the keys it would have been sent under. */
export const shadowedAmong = (deliveries: Iterable<Delivery>, since: Instant): ReadonlyArray<SentDelivery> =>
  [...deliveries].flatMap((delivery) => {
    const key = delivery._tag === "Sent" && delivery.sentAt >= since ? keyOfShadowed(delivery.key) : undefined
    return key === undefined || delivery._tag !== "Sent" ? [] : [{ ...delivery, key }]
  })

/** What every version's deliveries have had in common, besides a time. */
const decodeAny = Schema.decodeUnknownOption(
  Schema.Struct({ _tag: Schema.NonEmptyString, key: Schema.NonEmptyString, channel: Schema.optionalKey(Schema.String) })
)

const timesIn = (json: unknown): ReadonlyArray<Instant> =>
  Object.values(json ?? {}).flatMap((value) => (typeof value === "string" ? Option.toArray(parseInstant(value)) : []))

/** One that only a newer version can read, as a claim that may have been posted; none where it is no delivery at all. */
export const newerDelivery = (json: unknown): Option.Option<Delivery> => {
  const times = timesIn(json)
  if (times.length === 0) return Option.none()
  const claimedAt = Instant(Math.min(...times))
  return Option.map(decodeAny(json), ({ key, channel = "" }) => ({
    _tag: "Claimed",
    key,
    channel,
    claimedAt,
    isOfNewer: true
  }))
}
