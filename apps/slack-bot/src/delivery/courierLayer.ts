import { Instant } from "@safe-return/domain/calendar"
import { type ChildReference, fold } from "@safe-return/domain/pathway"
import { Deliveries, type Delivery, Journal, Profiles } from "@safe-return/journal"
import { Clock, Effect, Layer, Option } from "effect"
import { Casework } from "../casework/Casework.ts"
import { factsOf } from "../casework/childFacts.ts"
import { oneAtATime } from "../casework/OneAtATime.ts"
import { MissingChannel } from "../slack/MissingChannel.ts"
import { SlackApi } from "../slack/SlackApi.ts"
import { Courier } from "./Courier.ts"
import type { OwedMessage } from "./OwedMessage.ts"
import { nextReminderAt, owedMessages } from "./owed.ts"
import { type Conversation, change, directConversation, findPosted, fingerprintOf, post } from "./posting.ts"

/** How many children are told of at once in a sweep: enough not to queue behind a slow answer of Slack's. */
const SWEEP_CONCURRENCY = 4

const make = Effect.gen(function* () {
  const missingChannel = yield* MissingChannel
  const casework = yield* Casework
  const journal = yield* Journal
  const deliveries = yield* Deliveries
  const profiles = yield* Profiles
  const slack = yield* SlackApi
  const forChild = yield* oneAtATime<ChildReference>()
  const clock = Effect.map(Clock.currentTimeMillis, Instant)
  const announceFrom = yield* Effect.flatMap(clock, deliveries.announceFrom)

  /** A message in the missing channel waits while others could read it there. */
  const isHeldBack = (channel: string) =>
    channel === missingChannel.id ? Effect.map(missingChannel.mayPost, (may) => !may) : Effect.succeed(false)

  const conversationOf = (
    place: OwedMessage["place"],
    delivered: ReadonlyMap<string, Delivery>
  ): Effect.Effect<Conversation | undefined, Effect.Error<ReturnType<typeof directConversation>>, SlackApi> => {
    switch (place._tag) {
      case "MissingChannel":
        return Effect.succeed({ channel: missingChannel.id })
      case "Person":
        return Effect.map(directConversation(place.person), (channel) => ({ channel }))
      case "ThreadOf": {
        const card = delivered.get(place.key)
        return Effect.succeed(card?._tag === "Sent" ? { channel: card.channel, threadTs: card.ts } : undefined)
      }
    }
  }

  /** Claims, posts and marks as sent; after a crash in between, looks before posting again. */
  const send = Effect.fn("Courier.send")(function* (child: ChildReference, owed: OwedMessage) {
    const delivered = yield* deliveries.of(child)
    const { key, content } = owed
    const conversation = yield* conversationOf(owed.place, delivered)
    if (conversation === undefined) return
    const { channel } = conversation
    if (yield* isHeldBack(channel)) return
    const wasClaimed = delivered.get(key)?._tag === "Claimed"
    if (!wasClaimed) yield* deliveries.keep(child, { _tag: "Claimed", key, channel, claimedAt: yield* clock })
    const found = wasClaimed ? yield* findPosted(conversation, key) : undefined
    const ts = found ?? (yield* post(conversation, key, content))
    // Found again: what it says may be out of date, so it is compared as if nothing were known of it.
    const fingerprint = found === undefined ? fingerprintOf(content) : "unknown"
    yield* deliveries.keep(child, { _tag: "Sent", key, channel, ts, fingerprint, sentAt: yield* clock })
  })

  const bringUpToDate = Effect.fn("Courier.bringUpToDate")(function* (
    child: ChildReference,
    { key, content }: OwedMessage,
    sent: Delivery & { readonly _tag: "Sent" }
  ) {
    const fingerprint = fingerprintOf(content)
    if (fingerprint === sent.fingerprint || (yield* isHeldBack(sent.channel))) return
    yield* change(sent.channel, sent.ts, key, content)
    yield* deliveries.keep(child, { ...sent, fingerprint, sentAt: yield* clock })
  })

  const handle = Effect.fn("Courier.handle")(function* (child: ChildReference, owed: OwedMessage) {
    const before = (yield* deliveries.of(child)).get(owed.key)
    if (before === undefined || before._tag === "Claimed") yield* send(child, owed)
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
            (failed) => failed._tag === "SlackFailed" && failed.reason === "message_not_found",
            () => send(child, message)
          ),
          // One message that cannot be sent must not hold up the others.
          Effect.catch((failed) => Effect.logWarning(`Not sent yet: ${message.key}. ${failed.message}`))
        ),
      { discard: true }
    )
  })

  const deliver = (child: ChildReference) =>
    tell(child).pipe(
      Effect.provideService(SlackApi, slack),
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
