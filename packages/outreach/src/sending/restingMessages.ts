/** What failed for too long, or for good: it is kept as undelivered, and rests before it is tried again. */
import { Instant } from "@safe-return/domain/calendar"
import {
  claimLease,
  type Deliveries,
  type Delivery,
  type DeliveryKey,
  type DeliverySubject
} from "@safe-return/journal"
import { Clock, type Context, Duration, Effect } from "effect"
import { monotonicMillis } from "../clocks/monotonic.ts"

const idOf = (about: DeliverySubject, key: DeliveryKey): string => `${about} ${key}`

/** Longer than sending takes, in milliseconds; an instance that holds a claim for longer is stuck. */
const SENDING_TAKES = Duration.toMillis(claimLease) / 2

/** Another running instance may be sending it now. */
const isClaimedElsewhere = (before: Delivery | undefined, instance: string, now: Instant): boolean =>
  before?._tag === "Claimed" &&
  before.by !== undefined &&
  before.by !== instance &&
  Math.abs(now - before.claimedAt) < SENDING_TAKES

export const makeRestingMessages = (
  deliveries: Context.Service.Shape<typeof Deliveries>,
  { restsFor, instance }: { readonly restsFor: Duration.Duration; readonly instance: string }
) => {
  /** Until when each rests, by the clock that only goes forward. A restart forgets this, and tries again. */
  const resting = new Map<string, number>()

  return {
    /** Lets it rest from now on, and says until when. */
    rest: Effect.fn("restingMessages.rest")(function* (about: DeliverySubject, key: DeliveryKey, seconds?: number) {
      const rests = seconds === undefined ? restsFor : Duration.seconds(seconds)
      const until = (yield* monotonicMillis) + Duration.toMillis(rests)
      resting.set(idOf(about, key), until)
      return until
    }),
    /** Keeps it as undelivered since it was first to be sent; `there` when an earlier text has reached people. */
    markUndelivered: Effect.fn("restingMessages.markUndelivered")(function* (
      about: DeliverySubject,
      key: DeliveryKey,
      { reason, waitedFor = 0 }: { readonly reason: string; readonly waitedFor?: number }
    ) {
      const before = (yield* deliveries.of(about)).get(key)
      // A card that is there, and could not be changed.
      if (before?._tag === "Sent" || before?._tag === "Superseded") return "there"
      const at = Instant(yield* Clock.currentTimeMillis)
      if (isClaimedElsewhere(before, instance, at)) return "claimed"
      const since = before?._tag === "Claimed" ? (before.since ?? before.claimedAt) : Instant(at - waitedFor)
      const channel = before?._tag === "Claimed" ? { channel: before.channel } : {}
      const first = before?._tag === "Undelivered" ? before : { since, ...channel }
      yield* deliveries.keep(about, { ...first, _tag: "Undelivered", key, reason, at })
      return "kept"
    }),
    /** Undefined when it does not rest, or no longer. */
    restsUntil: (about: DeliverySubject, key: DeliveryKey, forward: number): number | undefined => {
      const until = resting.get(idOf(about, key)) ?? 0
      return until > forward ? until : undefined
    },
    /** It has arrived after all. */
    wake: (about: DeliverySubject, key: DeliveryKey): void => void resting.delete(idOf(about, key)),
    /** Nothing rests any longer. */
    wakeAll: (): void => resting.clear(),
    forget: (about: DeliverySubject): void => {
      for (const id of resting.keys()) if (id.startsWith(idOf(about, ""))) resting.delete(id)
    }
  }
}
