/**
 * What has been sent to people, so that nothing is sent twice and nothing is forgotten.
 *
 * What must be sent is computed from events; this keeps only the proof. A delivery is claimed (durably) before it
 * is posted and marked sent (durably) afterwards. After a crash in between, the claim says: look whether it is
 * already there before posting again.
 */
import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference } from "@safe-return/domain/pathway"
import { Context, type Effect } from "effect"
import type { JournalUnavailable } from "./Journal.ts"

/** Names one thing to be sent for good, such as `card:<episode>` or `reminder:<episode>:breach:<due>`. */
export type DeliveryKey = string

export type Delivery =
  | { readonly _tag: "Claimed"; readonly key: DeliveryKey; readonly channel: string; readonly claimedAt: Instant }
  | {
      readonly _tag: "Sent"
      readonly key: DeliveryKey
      /** The conversation it is in. */
      readonly channel: string
      /** Slack's timestamp, which is also the message's id. */
      readonly ts: string
      /** Digest of what was last posted, so that a card is updated only when it changed. */
      readonly fingerprint: string
      readonly sentAt: Instant
    }
  /** Deliberately not sent: something more urgent had taken its place. */
  | { readonly _tag: "Superseded"; readonly key: DeliveryKey; readonly by: DeliveryKey; readonly at: Instant }

/** Whom it is about: a child, or no child in particular, as the summary a team gets every morning. A child's reference holds a digit. */
export type DeliverySubject = ChildReference | "team"

export class Deliveries extends Context.Service<
  Deliveries,
  {
    /** What was sent about a child so far; about the team, in the last weeks. */
    readonly of: (subject: DeliverySubject) => Effect.Effect<ReadonlyMap<DeliveryKey, Delivery>, JournalUnavailable>
    /** Keeps a delivery, in place of an earlier one of the same key, and returns once it is durable. */
    readonly keep: (subject: DeliverySubject, delivery: Delivery) => Effect.Effect<void, JournalUnavailable>
    /**
     * The moment from which this workspace is told of things, fixed durably by the first call. History that was
     * brought in from before it does not become a year of alerts.
     */
    readonly announceFrom: (now: Instant) => Effect.Effect<Instant, JournalUnavailable>
  }
>()("@safe-return/journal/Deliveries") {}
