/**
 * What has been sent to people, so that nothing is sent twice and nothing is forgotten.
 *
 * What must be sent is computed from events; this keeps only the proof. A delivery is claimed (durably) before it
 * is posted and marked sent (durably) afterwards. After a crash in between, the claim says: look whether it is
 * already there before posting again.
 */
import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Context, Duration, type Effect } from "effect"
import type { JournalUnavailable } from "./Journal.ts"
import type { ShadowPeriod } from "./Shadow.ts"

/** Names one thing to be sent for good, such as `card:<episode>` or `reminder:<episode>:breach:<due>`. */
export type DeliveryKey = string

/** How long another instance's claim stands: longer than any post, which gives up after ten seconds. */
export const claimLease = Duration.minutes(1)

export type Delivery =
  /** About to be posted, or posted without our knowing. */
  | {
      readonly _tag: "Claimed"
      readonly key: DeliveryKey
      readonly channel: string
      readonly claimedAt: Instant
      /** The running instance that claimed it; absent in what was kept before there could be several. */
      readonly by?: string
      /** When it was first claimed, if an earlier claim may have been posted: our message is no older. */
      readonly since?: Instant
      /** What stands there only a newer version can read: it may have been posted, and is looked for first. */
      readonly isOfNewer?: true
    }
  | {
      readonly _tag: "Sent"
      readonly key: DeliveryKey
      /** The conversation it is in. */
      readonly channel: string
      /** Who it went to; absent for Slack, whose ids end the key, and in what was kept before. */
      readonly recipient?: PersonId
      /** Slack's timestamp, which is also the message's id. */
      readonly ts: string
      /** Digest of what was last posted, so that a card is updated only when it changed. */
      readonly fingerprint: string
      readonly sentAt: Instant
      /** How long after it was owed it was first shadowed, in milliseconds; kept in shadow alone. */
      readonly lateBy?: number
      /** It was kept before the council went live, and sent to nobody. */
      readonly isShadowed?: true
    }
  /** Deliberately not sent: something more urgent had taken its place. */
  | {
      readonly _tag: "Superseded"
      readonly key: DeliveryKey
      readonly by: DeliveryKey
      readonly at: Instant
      readonly isShadowed?: true
    }
  /** Given up until its cause goes or someone asks for it again; a person is told of it. */
  | {
      readonly _tag: "Undelivered"
      readonly key: DeliveryKey
      /** Where it was to go, if that was known. */
      readonly channel?: string
      /** The fault as it was named, such as `channel_not_found`. */
      readonly reason: string
      /** When it was first tried: our message, should it be there after all, is no older. */
      readonly since: Instant
      readonly at: Instant
    }

export type SentDelivery = Delivery & { readonly _tag: "Sent" }

/** What to post now, and by which running instance. */
export interface ClaimRequest {
  readonly key: DeliveryKey
  readonly channel: string
  readonly claimedAt: Instant
  /** The id of this running instance, fresh at each start. */
  readonly by: string
  /** The timestamp of a sent message that is no longer there and must be posted again. */
  readonly inPlaceOf?: string
  /** It may have been posted from then on without a record. */
  readonly since?: Instant
}

export type Claim =
  /** Ours to post. One that was claimed or given up before may have been posted: it is looked for first. */
  | {
      readonly _tag: "Won"
      readonly before: Delivery | undefined
      /** True where the claim is kept in memory alone: it may be posted again after a crash, or by another instance. */
      readonly isUnrecorded?: boolean
    }
  /** Sent or superseded already, or claimed by another running instance less than {@link claimLease} ago. */
  | { readonly _tag: "Held"; readonly by: Delivery }

/** The child, or a subject such as a team's morning summary; only a child's reference holds a digit. */
export type DeliverySubject = ChildReference | "team"

export class Deliveries extends Context.Service<
  Deliveries,
  {
    /** What was sent about a child so far; about the team, in the last weeks. */
    readonly of: (subject: DeliverySubject) => Effect.Effect<ReadonlyMap<DeliveryKey, Delivery>, JournalUnavailable>
    /** Claims a delivery for this instance, durably; one of several wins, and an instance's own claim is won again. */
    readonly claim: (subject: DeliverySubject, asked: ClaimRequest) => Effect.Effect<Claim, JournalUnavailable>
    /** Keeps a delivery in place of an earlier one of its key, durably; nothing of a child erased meanwhile. */
    readonly keep: (subject: DeliverySubject, delivery: Delivery) => Effect.Effect<void, JournalUnavailable>
    /** Everything that was given up, of every child and of the team. */
    readonly undelivered: Effect.Effect<
      ReadonlyArray<{
        readonly subject: DeliverySubject
        readonly delivery: Delivery & { readonly _tag: "Undelivered" }
      }>,
      JournalUnavailable
    >
    /** When this workspace's messages begin, fixed by the first call: imported history brings no year of alerts. */
    readonly announceFrom: (now: Instant) => Effect.Effect<Instant, JournalUnavailable>
    /** The times of shadow, the oldest first. */
    readonly shadows: Effect.Effect<ReadonlyArray<ShadowPeriod>, JournalUnavailable>
    /** Changes them and returns them once durable; of two at once, the second sees the first. */
    readonly changeShadows: (
      to: (known: ReadonlyArray<ShadowPeriod>) => ReadonlyArray<ShadowPeriod>
    ) => Effect.Effect<ReadonlyArray<ShadowPeriod>, JournalUnavailable>
    /** What was kept in shadow since then instead of being sent, under the keys it would have been sent under. */
    readonly shadowedSince: (since: Instant) => Effect.Effect<ReadonlyArray<SentDelivery>, JournalUnavailable>
  }
>()("@safe-return/journal/Deliveries") {}

/** What claiming comes to when no other instance can hold the claim; `before` is what is kept of the key. */
export const claimOf = (before: Delivery | undefined, asked: ClaimRequest): Claim => {
  const isGone = before?._tag === "Sent" && before.ts === asked.inPlaceOf
  const isSettled = before?._tag === "Superseded" || (before?._tag === "Sent" && !isGone)
  return isSettled ? { _tag: "Held", by: before } : { _tag: "Won", before }
}

/** The claim as it is kept: with the time of the earliest claim that may have been posted. */
export const claimedOver = (
  before: Delivery | undefined,
  { key, channel, claimedAt, by, since }: ClaimRequest
): Delivery & { readonly _tag: "Claimed" } => {
  const claimed = { _tag: "Claimed", key, channel, claimedAt, by } as const
  switch (before?._tag) {
    case "Claimed":
      return { ...claimed, since: before.since ?? before.claimedAt }
    case "Undelivered":
      return { ...claimed, since: before.since }
    default:
      return since === undefined ? claimed : { ...claimed, since }
  }
}
