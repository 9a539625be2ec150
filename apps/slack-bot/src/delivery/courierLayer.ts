import { randomUUID } from "node:crypto"
import { Instant } from "@safe-return/domain/calendar"
import { type ChildReference, fold } from "@safe-return/domain/pathway"
import { Deliveries, type Delivery, Journal, Profiles } from "@safe-return/journal"
import { Clock, Effect, Layer, Option } from "effect"
import { Casework } from "../casework/Casework.ts"
import { factsOf } from "../casework/childFacts.ts"
import { oneAtATime } from "../casework/OneAtATime.ts"
import { Carriers } from "./Carrier.ts"
import { Courier } from "./Courier.ts"
import type { OwedMessage } from "./OwedMessage.ts"
import { nextReminderAt, owedMessages } from "./owed.ts"
import { fingerprintOf } from "./posting.ts"

/** How many children are told of at once in a sweep: enough not to queue behind a slow answer of Slack's. */
const SWEEP_CONCURRENCY = 4

/** From when on a message may have been posted already; none when it surely was not, or is known to be gone. */
const sinceOf = (before: Delivery | undefined): Instant | undefined => {
  switch (before?._tag) {
    case "Claimed":
      return before.since ?? before.claimedAt
    case "Undelivered":
      return before.since
    default:
      return undefined
  }
}

const make = Effect.gen(function* () {
  const carriers = yield* Carriers
  const casework = yield* Casework
  const journal = yield* Journal
  const deliveries = yield* Deliveries
  const profiles = yield* Profiles
  /** Which start of the bot claims: fresh each time, so that a claim of an earlier one is known as such. */
  const instance = randomUUID()
  const forChild = yield* oneAtATime<ChildReference>()
  const clock = Effect.map(Clock.currentTimeMillis, Instant)
  const announceFrom = yield* Effect.flatMap(clock, deliveries.announceFrom)

  /** Claims, posts and marks as sent; what may have been posted before is looked for first. */
  const send = Effect.fn("Courier.send")(function* (child: ChildReference, owed: OwedMessage, inPlaceOf?: string) {
    const { key, content, place } = owed
    const name = { about: child, key }
    const carrier = carriers.of(place)
    const address = yield* carrier.addressOf(place, yield* deliveries.of(child))
    if (address === undefined) return
    const { channel } = address
    const claimedAt = yield* clock
    const gone = inPlaceOf === undefined ? {} : { inPlaceOf }
    const claim = yield* deliveries.claim(child, { key, channel, claimedAt, by: instance, ...gone })
    if (claim._tag === "Held") return
    const since = sinceOf(claim.before)
    const found = since === undefined ? undefined : yield* carrier.find(address, name, since)
    const ts = found ?? (yield* carrier.post(address, name, content))
    // Found again: what it says may be out of date, so it is compared as if nothing were known of it.
    const fingerprint = found === undefined ? fingerprintOf(content) : "unknown"
    yield* deliveries.keep(child, { _tag: "Sent", key, channel, ts, fingerprint, sentAt: yield* clock })
  })

  const bringUpToDate = Effect.fn("Courier.bringUpToDate")(function* (
    child: ChildReference,
    { key, content, place }: OwedMessage,
    sent: Delivery & { readonly _tag: "Sent" }
  ) {
    const fingerprint = fingerprintOf(content)
    if (fingerprint === sent.fingerprint) return
    const carrier = carriers.of(place)
    // None while nothing may be said there: neither may a card be changed.
    if ((yield* carrier.addressOf(place, yield* deliveries.of(child))) === undefined) return
    yield* carrier.change({ channel: sent.channel }, sent.ts, { about: child, key }, content)
    yield* deliveries.keep(child, { ...sent, fingerprint, sentAt: yield* clock })
  })

  const handle = Effect.fn("Courier.handle")(function* (child: ChildReference, owed: OwedMessage) {
    const before = (yield* deliveries.of(child)).get(owed.key)
    if (before?._tag !== "Sent" && before?._tag !== "Superseded") yield* send(child, owed)
    const delivered = yield* deliveries.of(child)
    const sent = delivered.get(owed.key)
    // Also what was only just found again after a crash: it may have been posted before the latest news.
    if (owed.keptCurrent && sent?._tag === "Sent") yield* bringUpToDate(child, owed, sent)
    // Held back, or its card is not there yet: what it makes pointless may still be all that can be said.
    if (sent?._tag !== "Sent") return
    for (const key of owed.supersedes) {
      if (delivered.has(key)) continue
      yield* deliveries.keep(child, { _tag: "Superseded", key, by: owed.key, at: yield* clock })
    }
  })

  const sendAnew = Effect.fn("Courier.sendAnew")(function* (child: ChildReference, owed: OwedMessage) {
    const gone = (yield* deliveries.of(child)).get(owed.key)
    yield* send(child, owed, gone?._tag === "Sent" ? gone.ts : undefined)
  })

  const tell = Effect.fn("Courier.tell")(function* (child: ChildReference) {
    // Folded from the very entries it is told from, so that the two cannot disagree.
    const { entries } = yield* journal.read(child)
    const state = fold(entries.map(({ recorded }) => recorded))
    const profile = Option.getOrUndefined(yield* profiles.find(child))
    const delivered = yield* deliveries.of(child)
    const worker = profile?.allocatedWorker
    const now = yield* clock
    const told = { child, state, entries, delivered, announceFrom, now, facts: factsOf(profile) }
    const owed = owedMessages(worker === undefined ? told : { ...told, allocatedWorker: worker })
    yield* Effect.forEach(
      owed,
      (message) =>
        handle(child, message).pipe(
          // Somebody deleted the card: it is posted again, because a card that is gone tells nobody anything.
          Effect.catchIf(
            (failed) => failed._tag === "NotCarried" && failed.fault === "gone",
            () => sendAnew(child, message)
          ),
          // One message that cannot be sent must not hold up the others.
          Effect.catch((failed) => Effect.logWarning(`Not sent yet: ${message.key}. ${failed.message}`))
        ),
      { discard: true }
    )
  })

  const deliver = (child: ChildReference) =>
    tell(child).pipe(
      Effect.catch((failed) => Effect.logError(`Could not look at ${child}. ${failed.message}`)),
      Effect.catchDefect((defect) => Effect.logError(`Could not tell of ${child}`, defect)),
      forChild(child)
    )

  return Courier.of({
    deliver,
    sweep: Effect.flatMap(casework.all, (states) =>
      Effect.forEach([...states.keys()], deliver, { concurrency: SWEEP_CONCURRENCY, discard: true })
    ),
    nextDue: Effect.gen(function* () {
      const now = yield* clock
      const states = yield* casework.all
      const times = [...states.values()].flatMap((state) => Option.toArray(nextReminderAt(state, now)))
      return times.length === 0 ? Option.none() : Option.some(Instant(Math.min(...times)))
    })
  })
})

export const courierLayer = Layer.effect(Courier, make)
