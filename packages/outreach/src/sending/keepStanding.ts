/** What is sent to a team is forgotten after some weeks; what still stands is kept as if it had been sent lately. */
import type { Instant } from "@safe-return/domain/calendar"
import { Deliveries, type DeliveryKey, type SentDelivery } from "@safe-return/journal"
import { Duration, Effect } from "effect"
import type { TeamFacts } from "../look/TeamSource.ts"

const KEPT_AGAIN_AFTER = Duration.toMillis(Duration.days(3))

export const keepStanding = Effect.fnUntraced(function* (
  keys: Iterable<DeliveryKey>,
  delivered: TeamFacts["delivered"],
  now: Instant
) {
  const deliveries = yield* Deliveries
  const old = [...keys].flatMap((key): ReadonlyArray<SentDelivery> => {
    const sent = delivered.get(key)
    return sent?._tag === "Sent" && now - sent.sentAt > KEPT_AGAIN_AFTER ? [sent] : []
  })
  yield* Effect.forEach(old, (sent) => deliveries.keep("team", { ...sent, sentAt: now }), { discard: true })
})
