/** What failed for too long, or for good: it is kept as undelivered, and rests before it is tried again. */
import { Instant } from "@safe-return/domain/calendar"
import type { Deliveries, DeliveryKey, DeliverySubject } from "@safe-return/journal"
import { Clock, type Context, Duration, Effect } from "effect"
import { monotonicMillis } from "../slack/monotonic.ts"
import type { NotCarried } from "./Carrier.ts"

const idOf = (about: DeliverySubject, key: DeliveryKey): string => `${about} ${key}`

export const makeGivenUp = (deliveries: Context.Service.Shape<typeof Deliveries>, restsFor: Duration.Duration) => {
  /** Until when each rests, by the clock that only goes forward. A restart forgets this, and tries again. */
  const resting = new Map<string, number>()

  return {
    /** Lets it rest from now on, and says until when. */
    rest: Effect.fn("givenUp.rest")(function* (about: DeliverySubject, key: DeliveryKey) {
      const until = (yield* monotonicMillis) + Duration.toMillis(restsFor)
      resting.set(idOf(about, key), until)
      return until
    }),
    /**
     * Keeps it as undelivered, with when it was first to be sent: it is looked for from then on before it is posted after
     * all. False when it has reached people, if not with the latest.
     */
    keep: Effect.fn("givenUp.keep")(function* (about: DeliverySubject, key: DeliveryKey, reason: NotCarried["reason"]) {
      const before = (yield* deliveries.of(about)).get(key)
      // A card that is there, and could not be changed.
      if (before?._tag === "Sent") return false
      const at = Instant(yield* Clock.currentTimeMillis)
      const since = before?._tag === "Claimed" ? (before.since ?? before.claimedAt) : at
      const channel = before?._tag === "Claimed" ? { channel: before.channel } : {}
      const first = before?._tag === "Undelivered" ? before : { since, ...channel }
      yield* deliveries.keep(about, { ...first, _tag: "Undelivered", key, reason, at })
      return true
    }),
    /** Undefined when it does not rest, or no longer. */
    restsUntil: (about: DeliverySubject, key: DeliveryKey, forward: number): number | undefined => {
      const until = resting.get(idOf(about, key)) ?? 0
      return until > forward ? until : undefined
    },
    /** It has arrived after all. */
    arrived: (about: DeliverySubject, key: DeliveryKey): void => void resting.delete(idOf(about, key)),
    /** Nothing rests any longer. */
    wake: (): void => resting.clear(),
    forget: (about: DeliverySubject): void => {
      for (const id of resting.keys()) if (id.startsWith(idOf(about, ""))) resting.delete(id)
    }
  }
}
