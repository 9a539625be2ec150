/** One message to one place: claimed, looked for where it may be there already, posted, and marked as sent. */
import { Instant } from "@safe-return/domain/calendar"
import type { Deliveries, Delivery, DeliverySubject } from "@safe-return/journal"
import { Clock, type Context, Effect } from "effect"
import { perhapsRepeated } from "../messages/perhapsRepeated.ts"
import { measureFailed, measureSent } from "../telemetry/sendingMeasured.ts"
import type { Act, Carriers, NotCarried } from "./Carrier.ts"
import { makeDoubles } from "./doubles.ts"
import type { OwedMessage } from "./OwedMessage.ts"
import { fingerprintOf } from "./posting.ts"

type Sent = Delivery & { readonly _tag: "Sent" }

/** What came of it, where nothing failed. */
export type Sending =
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

const isStale = ({ keptCurrent, content }: OwedMessage, sent: Sent): boolean =>
  keptCurrent && fingerprintOf(content()) !== sent.fingerprint

const clock = Effect.map(Clock.currentTimeMillis, Instant)

export const makeSender = (services: {
  readonly deliveries: Context.Service.Shape<typeof Deliveries>
  readonly carriers: Context.Service.Shape<typeof Carriers>
  /** Which start of the bot claims: fresh each time, so that a claim of an earlier one is known as such. */
  readonly instance: string
}) => {
  const { deliveries, carriers, instance } = services
  const doubles = makeDoubles(deliveries)

  /** Claimed by us and refused in so many words: there is nothing to look for. A restart forgets this, and looks. */
  const refused = new Set<string>()
  const idOf = (about: DeliverySubject, key: string) => `${about} ${key}`

  const lookFrom = (about: DeliverySubject, key: string, before: Delivery | undefined): Instant | undefined =>
    refused.has(idOf(about, key)) ? undefined : mayBeThereFrom(before)

  /** What is to be done with a message; none when nothing is left to do. */
  const actOn = (
    about: DeliverySubject,
    owed: OwedMessage,
    delivered: ReadonlyMap<string, Delivery>
  ): Act | "supersede" | undefined => {
    const before = delivered.get(owed.key)
    if (before?._tag === "Superseded") return undefined
    if (before?._tag !== "Sent") return lookFrom(about, owed.key, before) === undefined ? "post" : "look and post"
    if (isStale(owed, before)) return "change"
    return owed.supersedes.every((key) => delivered.has(key)) ? undefined : "supersede"
  }

  const noteRefusal =
    (about: DeliverySubject, key: string) =>
    ({ fault }: NotCarried) =>
      Effect.sync(() => void (fault !== "unknown" && refused.add(idOf(about, key))))

  const post = Effect.fn("sending.post")(function* (about: DeliverySubject, owed: OwedMessage, inPlaceOf?: string) {
    const { key, place } = owed
    const content = owed.content()
    const name = { about, key }
    const carrier = carriers.of(place)
    const address = yield* carrier.addressOf(place, yield* deliveries.of(about))
    if (address === undefined) return "held back"
    const { channel } = address
    const gone = inPlaceOf === undefined ? {} : { inPlaceOf }
    const claim = yield* deliveries.claim(about, { key, channel, claimedAt: yield* clock, by: instance, ...gone })
    if (claim._tag === "Held") return claim.by._tag === "Claimed" ? "elsewhere" : "settled"
    const since = lookFrom(about, key, claim.before)
    const found = since === undefined ? undefined : yield* carrier.find(address, name, since)
    refused.delete(idOf(about, key))
    const posted = claim.isUnrecorded === true ? perhapsRepeated(content) : content
    const ts = found ?? (yield* Effect.tapError(carrier.post(address, name, posted), noteRefusal(about, key)))
    // Found again: what it says may be out of date, so it is compared as if nothing were known of it.
    const fingerprint = found === undefined ? fingerprintOf(content) : "unknown"
    yield* deliveries.keep(about, { _tag: "Sent", key, channel, ts, fingerprint, sentAt: yield* clock })
    if (found === undefined) yield* measureSent(owed)
    if (since !== undefined && found === undefined) yield* doubles.note({ carrier, address, name, since })
    return "settled"
  })

  const bringUpToDate = Effect.fn("sending.bringUpToDate")(function* (
    about: DeliverySubject,
    owed: OwedMessage,
    sent: Sent
  ) {
    const { key, place } = owed
    const content = owed.content()
    const carrier = carriers.of(place)
    // None while nothing may be said there: neither may a card be changed.
    if ((yield* carrier.addressOf(place, yield* deliveries.of(about))) === undefined) return "held back"
    const changed = carrier.change({ channel: sent.channel }, sent.ts, { about, key }, content).pipe(
      Effect.andThen(clock),
      Effect.flatMap((sentAt) => deliveries.keep(about, { ...sent, fingerprint: fingerprintOf(content), sentAt })),
      Effect.as("settled" as const)
    )
    // Somebody deleted the card: it is posted again, because a card that is gone tells nobody anything.
    return yield* Effect.catchIf(
      changed,
      (failed) => failed._tag === "NotCarried" && failed.fault === "gone",
      () => post(about, owed, sent.ts)
    )
  })

  const supersede = Effect.fn("sending.supersede")(function* (about: DeliverySubject, owed: OwedMessage) {
    const delivered = yield* deliveries.of(about)
    for (const key of owed.supersedes) {
      if (delivered.has(key)) continue
      yield* deliveries.keep(about, { _tag: "Superseded", key, by: owed.key, at: yield* clock })
    }
  })

  const send = Effect.fn("sending.send")(function* (about: DeliverySubject, owed: OwedMessage) {
    const { key, keptCurrent } = owed
    const before = (yield* deliveries.of(about)).get(key)
    if (before?._tag === "Superseded") return "settled"
    if (before?._tag !== "Sent") {
      const posted = yield* post(about, owed)
      // Held back, or its card is not there yet: what it makes pointless may still be all that can be said.
      if (posted !== "settled") return posted
    }
    const sent = (yield* deliveries.of(about)).get(key)
    if (sent?._tag !== "Sent") return "settled"
    yield* supersede(about, owed)
    // Also what was only just found again after a crash: it may have been posted before the latest news.
    return keptCurrent && isStale(owed, sent) ? yield* bringUpToDate(about, owed, sent) : "settled"
  })

  const forget = (about: DeliverySubject): void => {
    for (const id of refused) if (id.startsWith(idOf(about, ""))) refused.delete(id)
    doubles.forget(about)
  }

  const measured = (about: DeliverySubject, owed: OwedMessage) => Effect.tapError(send(about, owed), measureFailed)

  return { actOn, forget, send: measured, lookForDoubles: doubles.look }
}

export type Sender = ReturnType<typeof makeSender>
