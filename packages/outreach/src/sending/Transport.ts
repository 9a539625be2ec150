/** A way of telling people: it knows how a message gets there, whether it already has, and what a fault means. */
import type { Instant } from "@safe-return/domain/calendar"
import type { Delivery, DeliveryKey, DeliverySubject } from "@safe-return/journal"
import { Context, type Effect, Schema } from "effect"
import type { Message } from "../message/Message.ts"
import type { Place } from "../owed/OwedMessage.ts"
import type { Marks } from "./Renderer.ts"

/** What a fault means for the message, whichever transport it came from. */
export const SendFault = Schema.Literals([
  /** Too much at once, or not open to us for the moment: nothing was sent, and it may go later. */
  "busy",
  /** Nothing was sent; the same again may well go. */
  "passing",
  /** It may have been sent: it is looked for before it is sent again. */
  "unknown",
  /** Nothing was sent, and the same again will fail until a person changes something. */
  "permanent",
  /** What should change is no longer there, or may not be changed any more. */
  "gone"
])
export type SendFault = typeof SendFault.Type

/** A transport did not do what it was asked, or nobody can tell whether it did. */
export class SendFailed extends Schema.TaggedError<SendFailed>()("NotCarried", {
  /** The call, such as `chat.postMessage`. */
  act: Schema.String,
  /** The fault as the transport names it, such as `channel_not_found`. */
  reason: Schema.String,
  fault: SendFault,
  /** When the transport says it may be asked again. */
  retryAfterSeconds: Schema.optionalKey(Schema.Number)
}) {
  override get message() {
    return `${this.act} did not succeed: ${this.reason}.`
  }
}

/** Where a message goes: a conversation or a thread in it, or what else names the way. */
export interface Address {
  readonly channel: string
  readonly threadTs?: string
  /** Slack has not said lately whose account it is: nothing of a case may be said there. */
  readonly isUnchecked?: true
}

/** What to do with a message, which may count against several of a transport's limits. */
export type Act =
  | "post"
  /** Posted, if it turns out not to have been. */
  | "look and post"
  | "change"

/** How often a transport may be asked, in milliseconds of a clock that only goes forward. */
export interface Pace {
  readonly lanesOf: (place: Place, act: Act) => ReadonlyArray<string>
  /** From when on the lane may be used; infinite while that depends on what is under way. */
  readonly freeFrom: (lane: string, now: number) => number
  /** How many messages may use one lane at once. */
  readonly atOnce: number
  /** Resolves when the next call has ended, also one that is none of the outbox's. */
  readonly nextEnd?: () => Promise<void>
}

/** Names one message among all that are ever sent: a key alone names one of its child only. */
export interface MessageName {
  readonly about: DeliverySubject
  readonly key: DeliveryKey
}

interface SearchLimits {
  /** Another message than this is looked for. */
  readonly besides?: string
  /** It was sent before then or never: whatever was read of the place since then may answer. */
  readonly before?: Instant
}

export interface Transport {
  /** What it is called in the log, such as Slack. */
  readonly name: string
  /** Without one, it may be asked at any time. */
  readonly pace?: Pace
  /** Where messages to this place go; none while nothing may be sent there, or while what it hangs on is not there. */
  readonly addressOf: (
    place: Place,
    delivered: ReadonlyMap<DeliveryKey, Delivery>
  ) => Effect.Effect<Address | undefined, SendFailed>
  /** What names our message there, if it was sent at `since` or later. */
  readonly find: (
    address: Address,
    name: MessageName,
    since: Instant,
    limits?: SearchLimits
  ) => Effect.Effect<string | undefined, SendFailed>
  /** Sends, and returns what names the message from then on (Slack: its timestamp). */
  readonly post: (
    address: Address,
    name: MessageName,
    message: Message,
    marks?: Marks
  ) => Effect.Effect<string, SendFailed>
  /** Puts another message in place of a sent one that is kept current. */
  readonly change: (
    address: Address,
    sent: string,
    name: MessageName,
    message: Message
  ) => Effect.Effect<void, SendFailed>
  /** Two messages of the same fingerprint read the same there. */
  readonly fingerprintOf: (message: Message) => string
  /** Our own latest messages at an address, with the keys they go by, where the channel can say. */
  readonly posted?: (
    address: Address,
    since: Instant
  ) => Effect.Effect<ReadonlyArray<{ readonly sent: string; readonly key: string }>, SendFailed>
  /** Takes away what was sent, where that can be done at all. */
  readonly takeAway?: (address: Address, sent: string) => Effect.Effect<void, SendFailed>
}

/** The transport of each place. */
export class Transports extends Context.Service<
  Transports,
  {
    readonly of: (place: Place) => Transport
  }
>()("@safe-return/slack-bot/Transports") {}
