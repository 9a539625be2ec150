/** Sends what is about no child, outside the outbox: what has not gone within its patience is told of and listed all the same. */
import type { Deliveries, DeliveryKey } from "@safe-return/journal"
import { type Context, Duration, Effect } from "effect"
import type { Incidents } from "../incidents/Incidents.ts"
import { monotonicMillis } from "../slack/monotonic.ts"
import { Backlog, type Backlogged } from "./Backlog.ts"
import { messagesWaiting } from "./messagesWaiting.ts"
import type { OwedMessage } from "./OwedMessage.ts"
import { makeRestingMessages } from "./restingMessages.ts"
import type { Sender, Sending } from "./sending.ts"
import type { WaitingReason } from "./whyWaiting.ts"

export const makeTeamSending = (services: {
  readonly deliveries: Context.Service.Shape<typeof Deliveries>
  readonly incidents: Context.Service.Shape<typeof Incidents>
  readonly sender: Sender
  /** The sender's own, see there. */
  readonly instance: string
  /** What is sent, such as `morning summary`. */
  readonly place: string
  readonly patience: Duration.Duration
}) => {
  const { deliveries, incidents, sender, place } = services
  const patience = Duration.toMillis(services.patience)
  const backlog = new Backlog()
  const givenUp = makeRestingMessages(deliveries, { restsFor: services.patience, instance: services.instance })

  const failed = (key: DeliveryKey, reason: string) => Effect.sync(() => backlog.failed("team", key, reason))

  const sent = (key: DeliveryKey, sending: Sending) => {
    if (sending === "settled") return Effect.sync(() => backlog.sent("team", key))
    const reason: WaitingReason = sending === "elsewhere" ? "claimed-elsewhere" : "channel-not-private"
    return failed(key, reason)
  }

  /** One person who cannot be reached must not hold up the others. */
  const sendOne = (owed: OwedMessage) =>
    Effect.matchEffect(sender.send("team", owed), {
      onSuccess: (sending) => sent(owed.key, sending),
      onFailure: (refused) =>
        Effect.andThen(
          Effect.logWarning(`Not told yet: ${owed.key}. ${refused.message}`),
          failed(owed.key, refused._tag === "NotCarried" ? refused.reason : "waiting-its-turn")
        )
    })

  const list = Effect.fnUntraced(function* ({ key, since, reason = "waiting-its-turn" }: Backlogged, now: number) {
    const kept = yield* givenUp.keep("team", key, { reason, waitedFor: now - since })
    if (kept !== "claimed") backlog.listed("team", key)
  })

  const tellOfBacklog = Effect.gen(function* () {
    const now = yield* monotonicMillis
    const overdue = backlog.overdue(now, patience)
    if (overdue.length === 0) {
      return yield* incidents.end("messages-waiting", "Everything that waited has gone, or is owed no more.", place)
    }
    yield* incidents.raise({ ...messagesWaiting(overdue, now, patience), place })
    yield* Effect.forEach(
      overdue.filter(({ isListed }) => !isListed),
      (waiting) => list(waiting, now),
      { discard: true }
    )
  })

  /** @param owed all that is owed now: what is not among it has gone, or need not go any more */
  return Effect.fn("teamSending")(function* (owed: ReadonlyArray<OwedMessage>) {
    const delivered = yield* deliveries.of("team")
    const left = owed.flatMap((one) => {
      const act = sender.actOn("team", one, delivered)
      return act === undefined ? [] : [{ one, act }]
    })
    backlog.replace(
      "team",
      left.map(({ one, act }) => ({ key: one.key, urgency: one.urgency, isUpdate: act === "change" })),
      yield* monotonicMillis
    )
    yield* Effect.forEach(left, ({ one }) => sendOne(one), { discard: true })
    yield* tellOfBacklog
  })
}
