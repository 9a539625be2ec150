/** The record of what was sent, with what was shadowed beside it: neither ever takes the other's place. */
import { Instant } from "@safe-return/domain/calendar"
import {
  type Claim,
  Deliveries,
  type Delivery,
  type DeliveryKey,
  keyOfShadowed,
  openShadow,
  type ShadowPeriod,
  shadowedKey,
  timeOf,
  withoutOpenShadow,
  withShadowBegun,
  withShadowEnded
} from "@safe-return/journal"
import { Clock, Context, Duration, Effect, Layer } from "effect"
import { Incidents } from "../incidents/Incidents.ts"
import { type MessageKind, messageKindOf } from "../message/messageKinds.ts"
import { asWholeAs } from "../sending/DeliveryRecord.ts"
import { isOfBotItself, isToOnePerson } from "./forAdministrators.ts"
import { SHADOW_CHANNEL, Shadow } from "./Shadow.ts"

type Kept = ReadonlyMap<DeliveryKey, Delivery>

/** How often it is looked whether another instance has the other setting. */
const LOOK_EVERY = Duration.seconds(20)

/** The ladder of an alert begins when the council goes live: nobody was asked before. */
const beginsWhenLive: ReadonlySet<MessageKind> = new Set(["ladder", "acknowledged"] as const)

const isSentKey = (key: DeliveryKey): boolean => isOfBotItself(key) && isToOnePerson(key)

/** In shadow, as if all of it had been sent: what follows from it is then what a live bot would send. */
const shown = (kept: Kept): Kept => {
  const shadowed = [...kept.values()].flatMap((delivery) => {
    const key = keyOfShadowed(delivery.key)
    return key === undefined ? [] : [[key, { ...delivery, key }] as const]
  })
  return asWholeAs(kept, new Map([...kept, ...shadowed]))
}

const isWithin = (periods: ReadonlyArray<ShadowPeriod>, at: Instant): boolean =>
  periods.some(({ from, until }) => from <= at && until !== undefined && at <= until)

/** Once live: what was shadowed before, marked as sent to nobody, where nothing was sent in its place. */
const shownLive = (kept: Kept, periods: ReadonlyArray<ShadowPeriod>): Kept => {
  if (periods.length === 0) return kept
  const shadowed = [...kept.values()].flatMap((delivery): ReadonlyArray<readonly [DeliveryKey, Delivery]> => {
    const key = keyOfShadowed(delivery.key)
    if (key === undefined || kept.has(key) || !isWithin(periods, timeOf(delivery))) return []
    const kind = messageKindOf(key)
    if (kind !== undefined && beginsWhenLive.has(kind)) return []
    if (delivery._tag === "Superseded") return [[key, { ...delivery, key, isShadowed: true }]]
    return delivery._tag === "Sent" ? [[key, { ...delivery, key, channel: SHADOW_CHANNEL, isShadowed: true }]] : []
  })
  return shadowed.length === 0 ? kept : asWholeAs(kept, new Map([...kept, ...shadowed]))
}

const underOwnKey = (claim: Claim, key: DeliveryKey): Claim => {
  if (claim._tag === "Held") return { ...claim, by: { ...claim.by, key } }
  return claim.before === undefined ? claim : { ...claim, before: { ...claim.before, key } }
}

const make = Effect.fnUntraced(function* (isOn: boolean) {
  const record = yield* Deliveries
  const incidents = yield* Incidents
  const clock = Effect.map(Clock.currentTimeMillis, Instant)
  // Without them nobody can tell what was shadowed: nothing may be sent before they are read.
  let periods = yield* record.shadows

  const now = yield* clock
  const begunOrEnded = (known: ReadonlyArray<ShadowPeriod>) => (isOn ? withShadowBegun : withShadowEnded)(known, now)
  periods = begunOrEnded(periods)
  let isRecorded = false

  /** Until it is on record, what another instance has set is not looked at: it would be taken for this one's. */
  const recordIt = Effect.map(record.changeShadows(begunOrEnded), (kept) => {
    periods = kept
    isRecorded = true
  })

  const raise = incidents.raise({
    kind: "shadow-setting",
    what: isOn
      ? "This copy of Safe Return is in shadow and sends nothing, while another copy of it is live."
      : "Another copy of Safe Return is in shadow. It sends nothing; this one is live and sends everything.",
    remedy: "Give every copy the same SAFE_RETURN_SHADOW and restart the one that has the old setting.",
    lasts: Duration.minutes(2)
  })

  /** Live beside it, this instance sends all of it: a shadow of another one is none. */
  const lookForShadow = Effect.gen(function* () {
    if (openShadow(yield* record.shadows) === undefined) return
    periods = yield* record.changeShadows(withoutOpenShadow)
    yield* raise
  })

  /** Taken back by a live instance, it begins again, so that it stands once that one has ended. */
  const lookForLive = Effect.gen(function* () {
    const isTakenBack = openShadow(yield* record.shadows) === undefined
    const again = yield* clock
    periods = yield* record.changeShadows((known) => withShadowBegun(known, again))
    if (isTakenBack) yield* raise
  })

  const look = Effect.suspend(() => {
    if (!isRecorded) return recordIt
    return isOn ? lookForLive : lookForShadow
  }).pipe(
    Effect.catch(({ message }) => Effect.logWarning(`When the shadow began or ended could not be recorded. ${message}`))
  )
  yield* look
  yield* Effect.forkScoped(Effect.forever(Effect.andThen(Effect.sleep(LOOK_EVERY), look)))

  const deliveries = isOn
    ? Deliveries.of({
        ...record,
        of: (subject) => Effect.map(record.of(subject), shown),
        claim: (subject, asked) =>
          isSentKey(asked.key)
            ? record.claim(subject, asked)
            : Effect.map(record.claim(subject, { ...asked, key: shadowedKey(asked.key) }), (claim) =>
                underOwnKey(claim, asked.key)
              ),
        keep: (subject, delivery) =>
          record.keep(subject, isSentKey(delivery.key) ? delivery : { ...delivery, key: shadowedKey(delivery.key) }),
        undelivered: Effect.map(record.undelivered, (all) =>
          all.filter(({ delivery }) => keyOfShadowed(delivery.key) === undefined)
        )
      })
    : Deliveries.of({
        ...record,
        of: (subject) => Effect.map(record.of(subject), (kept) => shownLive(kept, periods)),
        undelivered: Effect.map(record.undelivered, (all) =>
          all.filter(({ delivery }) => keyOfShadowed(delivery.key) === undefined)
        )
      })

  const wentLiveAt = (): Instant | undefined => (isOn ? undefined : withoutOpenShadow(periods).at(-1)?.until)

  return Context.make(Deliveries, deliveries).pipe(
    Context.add(Shadow, {
      isOn,
      since: () => (isOn ? openShadow(periods)?.from : undefined),
      wentLiveAt
    })
  )
})

/** Deliveries as the bot uses them: in shadow what is kept as sent is kept apart, and live it stays unsaid. */
export const shadowRecordLayer = (isOn: boolean) => Layer.effectContext(make(isOn))
