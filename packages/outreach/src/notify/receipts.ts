/** Whether what was handed to GOV.UK Notify has arrived: what has not is told to people, like any other message. */

import { Casework } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { type ChildState, isOpen } from "@safe-return/domain/pathway"
import { Deliveries, type Delivery } from "@safe-return/journal"
import { Clock, Effect } from "effect"
import { Outreach } from "../sending/Outreach.ts"
import { isOutside, OutsideSlack } from "./OutsideSlack.ts"

/** Notify tries for this long at most, so that a status does not change after it. */
const TRIES_FOR = 72 * 60 * 60_000

type Sent = Delivery & { readonly _tag: "Sent" }

const isMissing = ({ episodes }: ChildState): boolean =>
  episodes.some((episode) => episode.progress._tag === "Missing" && isOpen(episode))

/** Asks after every message out of Slack about a child who is still missing, until it is known what became of it. */
export const receiptCheck = Effect.gen(function* () {
  const casework = yield* Casework
  const outreach = yield* Outreach
  const deliveries = yield* Deliveries
  const outside = yield* OutsideSlack
  const settled = new Set<string>()

  const ask = Effect.fn("receipts.ask")(function* (child: Parameters<typeof deliveries.keep>[0], sent: Sent) {
    const receipt = yield* outside.receiptOf(sent.ts)
    if (receipt === "on-its-way") return
    settled.add(sent.ts)
    if (receipt === "delivered") return
    const { key, channel, sentAt: since } = sent
    const at = Instant(yield* Clock.currentTimeMillis)
    yield* Effect.logError(`Not delivered by GOV.UK Notify: ${key}.`)
    yield* deliveries.keep(child, { _tag: "Undelivered", key, channel, reason: "not-delivered", since, at })
    if (child !== "team") yield* outreach.deliver(child)
  })

  return Effect.gen(function* () {
    const from = (yield* Clock.currentTimeMillis) - TRIES_FOR
    for (const [child, state] of yield* casework.active) {
      if (!isMissing(state)) continue
      for (const delivery of (yield* deliveries.of(child)).values()) {
        if (delivery._tag !== "Sent" || !isOutside(delivery.channel)) continue
        if (delivery.sentAt < from || settled.has(delivery.ts)) continue
        yield* ask(child, delivery)
      }
    }
  }).pipe(Effect.catch((failed) => Effect.logWarning(`Could not ask after messages out of Slack. ${failed.message}`)))
})
