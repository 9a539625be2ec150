/** One message to one place: claimed, looked for where it may be there already, posted, and marked as sent. */
import { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { usualMessageTimes } from "@safe-return/domain/policy"
import { claimedOver, type Deliveries, type Delivery, type DeliverySubject } from "@safe-return/journal"
import { Clock, type Context, Duration, Effect } from "effect"
import type { KnownDeliveries } from "../look/KnownDeliveries.ts"
import { measureFailed, measureSent } from "../measurements/sendingMeasured.ts"
import type { WithheldAlert } from "../message/alertMessages.ts"
import type { Message } from "../message/Message.ts"
import { isAlert, type OwedMessage } from "../owed/OwedMessage.ts"
import { recipientToKeep } from "../owed/recipientOf.ts"
import { makeDuplicatePosts } from "./duplicatePosts.ts"
import { fingerprintOf, isOver, isWithheld } from "./fingerprints.ts"
import type { StartBacklog } from "./StartBacklog.ts"
import { type Act, type Address, SendFailed, type Transport, type Transports } from "./Transport.ts"
import type { WaitingReason } from "./WaitingReason.ts"

type Sent = Delivery & { readonly _tag: "Sent" }

/** What came of it, where nothing failed. */
export type SendOutcome =
  | "settled"
  /** Nothing may be said there for now, or what it hangs on is not there. */
  | "held back"
  /** Another running instance is at it. */
  | "elsewhere"

/** From when on a message may have been posted already; none when it surely was not, or is known to be gone. */
const mayBeThereFrom = (before: Delivery | undefined): Instant | undefined => {
  switch (before?._tag) {
    case "Claimed":
      return before.since ?? before.claimedAt
    case "Undelivered":
      // Without a channel it was never claimed, so nothing of it can be there.
      return before.channel === undefined ? undefined : before.since
    default:
      return undefined
  }
}

interface SearchResult {
  /** What names the message that is there. */
  readonly found: string | undefined
  /** It could not be looked for. */
  readonly isUnsure: boolean
}

const NOT_THERE: SearchResult = { found: undefined, isUnsure: false }

const withheldAlert: WithheldAlert = { _tag: "WithheldAlert" }

/** As it was kept before what is withheld was told apart. */
const isWithheldBefore = ({ fingerprint }: Sent, carrier: Transport): boolean =>
  fingerprint === carrier.fingerprintOf(withheldAlert)

/** What was withheld is shown once it may be, and what was over once it is owed again, kept current or not. */
const isStale = ({ keptCurrent, message }: OwedMessage, sent: Sent, carrier: Transport): boolean =>
  (keptCurrent || isOver(sent.fingerprint) || isWithheld(sent) || isWithheldBefore(sent, carrier)) &&
  fingerprintOf(carrier, message()) !== sent.fingerprint

/** How soon Slack is asked again whose account it is. */
const ASK_AGAIN_SECONDS = 20

const unchecked = new SendFailed({
  act: "users.info",
  reason: "account-unchecked" satisfies WaitingReason,
  fault: "busy",
  retryAfterSeconds: ASK_AGAIN_SECONDS
})

/** To an account that Slack has not said anything of nothing of a case may be said. */
const maySay = (owed: OwedMessage, { isUnchecked }: Address): boolean =>
  isUnchecked !== true || owed.holdsNoCase === true

/** What may be said there now; an alert does not wait for Slack's word, and says nothing of the case. */
const sayable = (owed: OwedMessage, address: Address): Effect.Effect<Message, SendFailed> => {
  if (maySay(owed, address)) return Effect.sync(owed.message)
  return isAlert(owed.urgency) ? Effect.succeed(withheldAlert) : Effect.fail(unchecked)
}

const clock = Effect.map(Clock.currentTimeMillis, Instant)

export const makeSender = (services: {
  readonly deliveries: Context.Service.Shape<typeof Deliveries>
  readonly carriers: Context.Service.Shape<typeof Transports>
  /** Which start of the bot claims: fresh each time, so that a claim of an earlier one is known as such. */
  readonly instance: string
  readonly atStart: StartBacklog
  /** Nothing is sent, and how late each message would have been is kept. */
  readonly isShadow?: boolean
}) => {
  const { deliveries, carriers, instance, atStart, isShadow = false } = services
  const duplicates = makeDuplicatePosts(deliveries)

  /** Claimed by us and refused in so many words: there is nothing to look for. A restart forgets this, and looks. */
  const refused = new Set<string>()
  const idOf = (about: DeliverySubject, key: string) => `${about} ${key}`

  const lookFrom = (about: DeliverySubject, key: string, before: Delivery | undefined): Instant | undefined =>
    refused.has(idOf(about, key)) ? undefined : (mayBeThereFrom(before) ?? atStart.sinceOf(about, key))

  /** What to do with a message; none when nothing is left to do. */
  const actOn = (owed: OwedMessage, { about, delivered }: KnownDeliveries): Act | "supersede" | undefined => {
    const before = delivered.get(owed.key)
    if (before?._tag === "Superseded") return undefined
    if (before?._tag !== "Sent") return lookFrom(about, owed.key, before) === undefined ? "post" : "look and post"
    if (isStale(owed, before, carriers.of(owed.place))) return "change"
    return owed.supersedes.every((key) => delivered.has(key)) ? undefined : "supersede"
  }

  const keep = (known: KnownDeliveries, delivery: Delivery) =>
    Effect.andThen(
      deliveries.keep(known.about, delivery),
      Effect.sync(() => known.note(delivery))
    )

  const noteRefusal =
    (about: DeliverySubject, key: string) =>
    ({ fault }: SendFailed) =>
      Effect.sync(() => void (fault !== "unknown" && refused.add(idOf(about, key))))

  /** An alert does not wait for a look at what an earlier process may have sent: it is marked. */
  const lookFor = (
    find: Effect.Effect<string | undefined, SendFailed>,
    { place, urgency }: OwedMessage,
    fromStart: Instant | undefined
  ): Effect.Effect<SearchResult, SendFailed> => {
    const looked = Effect.map(find, (found): SearchResult => ({ found, isUnsure: false }))
    if (fromStart === undefined || !isAlert(urgency)) return looked
    return Effect.catchIf(
      looked,
      // Out of Slack it has been found, and that its address did not take it.
      ({ fault }) => fault !== "permanent" || place._tag !== "Outside",
      () => Effect.succeed<SearchResult>({ found: undefined, isUnsure: true })
    )
  }

  const post = Effect.fn("sending.post")(function* (owed: OwedMessage, known: KnownDeliveries, inPlaceOf?: string) {
    const { about } = known
    const { key, place } = owed
    const name = { about, key }
    const carrier = carriers.of(place)
    const address = yield* carrier.addressOf(place, known.delivered)
    if (address === undefined) return "held back"
    const message = yield* sayable(owed, address)
    const { channel } = address
    const gone = inPlaceOf === undefined ? {} : { inPlaceOf }
    const fromStart = atStart.sinceOf(about, key)
    const owedFrom = fromStart === undefined ? {} : { since: fromStart }
    const asked = { key, channel, claimedAt: yield* clock, by: instance, ...gone, ...owedFrom }
    const claim = yield* deliveries.claim(about, asked)
    known.note(claim._tag === "Held" ? claim.by : claimedOver(claim.before, asked))
    if (claim._tag === "Held") return claim.by._tag === "Claimed" ? "elsewhere" : "settled"
    const since = lookFrom(about, key, claim.before)
    // While nothing can be recorded, another instance may have sent it without a word.
    const before = claim.isUnrecorded === true ? undefined : atStart.sentBefore(claim.before)
    const find = (from: Instant) => carrier.find(address, name, from, definedFields({ before }))
    const looked = since === undefined ? NOT_THERE : yield* lookFor(find(since), owed, fromStart)
    const { found } = looked
    refused.delete(idOf(about, key))
    const marks = { mayBeRepeated: claim.isUnrecorded === true || looked.isUnsure }
    const ts =
      found ??
      (yield* Effect.tapError(carrier.post(address, name, message, marks), (failed) =>
        // Unless it could be looked for, it is marked the next time too.
        looked.isUnsure ? Effect.void : noteRefusal(about, key)(failed)
      ))
    // Found again: what it says may be out of date, so it is compared as if nothing were known of it.
    const fingerprint = found === undefined ? fingerprintOf(carrier, message) : "unknown"
    const recipient = place._tag === "Person" ? recipientToKeep(place.person) : undefined
    const sentAt = yield* clock
    const lateBy = isShadow && owed.owedSince !== undefined ? Math.max(0, sentAt - owed.owedSince) : undefined
    yield* keep(known, {
      _tag: "Sent",
      key,
      channel,
      ts,
      fingerprint,
      sentAt,
      ...definedFields({ recipient, lateBy })
    })
    atStart.remove(about, key)
    if (found === undefined) {
      atStart.removeThread(about, key)
      yield* measureSent(owed)
    }
    // What an earlier process sent is there by now, or nowhere.
    const mayComeLate = since !== undefined && found === undefined && claim.before !== undefined
    if (mayComeLate) yield* duplicates.note({ carrier, address, name, since })
    return "settled"
  })

  /** What can be changed no longer and asks for nothing any more: only where people may still act on it, a new one says so. */
  const endUnchanged = Effect.fn("sending.endUnchanged")(function* (
    owed: OwedMessage,
    known: KnownDeliveries,
    sent: Sent
  ) {
    const now = yield* clock
    const { actedOnDays = usualMessageTimes.actedOnDays.value } = owed
    if (sent.sentAt > Instant(now - Duration.toMillis(Duration.days(actedOnDays))))
      return yield* post(owed, known, sent.ts)
    yield* keep(known, { ...sent, fingerprint: fingerprintOf(carriers.of(owed.place), owed.message()), sentAt: now })
    return "settled" as const
  })

  const update = Effect.fn("sending.update")(function* (owed: OwedMessage, known: KnownDeliveries, sent: Sent) {
    const { about } = known
    const { key, place } = owed
    const carrier = carriers.of(place)
    const address = yield* carrier.addressOf(place, known.delivered)
    // None while nothing may be said there: neither may a card be changed.
    if (address === undefined) return "held back"
    if (!maySay(owed, address)) return yield* unchecked
    const message = owed.message()
    const changed = carrier.change({ channel: sent.channel }, sent.ts, { about, key }, message).pipe(
      Effect.andThen(clock),
      Effect.flatMap((sentAt) => keep(known, { ...sent, fingerprint: fingerprintOf(carrier, message), sentAt })),
      Effect.as("settled" as const)
    )
    // A card that was deleted, or may not be changed any more, is posted again: what stands there tells nothing true.
    return yield* Effect.catchIf(
      changed,
      (failed) => failed._tag === "NotCarried" && failed.fault === "gone",
      () => (message._tag === "RequestOver" ? endUnchanged(owed, known, sent) : post(owed, known, sent.ts))
    )
  })

  const supersede = Effect.fn("sending.supersede")(function* (owed: OwedMessage, known: KnownDeliveries) {
    if (owed.supersedes.every((key) => known.delivered.has(key))) return
    // What another instance has sent meanwhile is not crossed off.
    const delivered = yield* deliveries.of(known.about)
    for (const key of owed.supersedes) {
      if (delivered.has(key)) continue
      yield* keep(known, { _tag: "Superseded", key, by: owed.key, at: yield* clock })
    }
  })

  const send = Effect.fn("sending.send")(function* (owed: OwedMessage, known: KnownDeliveries) {
    const { key } = owed
    const before = known.delivered.get(key)
    if (before?._tag === "Superseded") return "settled"
    if (before?._tag !== "Sent") {
      const posted = yield* post(owed, known)
      // Held back, or its card is not there yet: what it makes pointless may still be all that can be said.
      if (posted !== "settled") return posted
    }
    const sent = known.delivered.get(key)
    if (sent?._tag !== "Sent") return "settled"
    yield* supersede(owed, known)
    // Also what was only just found again after a crash: it may have been posted before the latest news.
    return isStale(owed, sent, carriers.of(owed.place)) ? yield* update(owed, known, sent) : "settled"
  })

  const forget = (about: DeliverySubject): void => {
    for (const id of refused) if (id.startsWith(idOf(about, ""))) refused.delete(id)
    duplicates.forget(about)
    atStart.forget(about)
  }

  const measured = (owed: OwedMessage, known: KnownDeliveries) => Effect.tapError(send(owed, known), measureFailed)

  return { actOn, forget, send: measured, lookForDuplicates: duplicates.look }
}

export type Sender = ReturnType<typeof makeSender>
