import { randomUUID } from "node:crypto"
import { Instant } from "@safe-return/domain/calendar"
import {
  type ChildReference,
  type ChildState,
  type Episode,
  fold,
  interviewStanding,
  isInterviewOwed
} from "@safe-return/domain/pathway"
import { nextToTell } from "@safe-return/domain/telling"
import { Availabilities, Deliveries, type DeliveryKey, Journal, Profiles } from "@safe-return/journal"
import { Clock, Duration, Effect, Layer, Option } from "effect"
import { Casework } from "../casework/Casework.ts"
import { factsOf } from "../casework/childFacts.ts"
import { OutsideSlack } from "../notify/OutsideSlack.ts"
import { People } from "../people/People.ts"
import { Tellable } from "../people/Tellable.ts"
import { whoLooksAfter } from "../people/whoLooksAfter.ts"
import { monotonicMillis } from "../slack/monotonic.ts"
import { Attention } from "./Attention.ts"
import { announcedFrom } from "./announcedFrom.ts"
import { Carriers, type NotCarried } from "./Carrier.ts"
import { Courier, type CourierHealth } from "./Courier.ts"
import { nextToTellOf } from "./climbing.ts"
import { type Dispatcher, makeDispatcher, type ToSend } from "./dispatching.ts"
import type { CaseToTell, OwedMessage } from "./OwedMessage.ts"
import { owedMessages } from "./owed.ts"
import { makeSender } from "./sending.ts"
import { SLACK } from "./slackCarrier.ts"
import { isUndeliveredNews, undeliveredNews } from "./undeliveredNews.ts"
import type { WhoIsThere } from "./WhoIsThere.ts"
import { whoIsThereNow } from "./whoIsThereNow.ts"

/** How often what became due by itself is looked for: bounds how late a reminder can be. */
const LOOK_EVERY = Duration.seconds(20)

/** How long a message may fail, unless the configuration says otherwise. Working choices, not confirmed by any council. */
export const usualPatience: Patience = { giveUpAfter: Duration.minutes(15), restsFor: Duration.hours(1) }

export interface Patience {
  /** How long a message may go on failing before somebody is told. */
  readonly giveUpAfter: Duration.Duration
  /** How long what was given up rests before it is tried again by itself. */
  readonly restsFor: Duration.Duration
}

/** How many children are looked at before others have a turn. */
const AT_A_TIME = 20

/** Missing still, or with an interview to come: time alone may bring something. */
const isLiving = (state: ChildState, episode: Episode): boolean => {
  const standing = interviewStanding(state, episode)
  return standing._tag === "NotYetDue" || isInterviewOwed(standing)
}

const make = Effect.fnUntraced(function* ({ giveUpAfter, restsFor }: Patience) {
  const carriers = yield* Carriers
  const casework = yield* Casework
  const journal = yield* Journal
  const deliveries = yield* Deliveries
  const people = yield* People
  const profiles = yield* Profiles
  const outside = yield* OutsideSlack
  const availabilities = yield* Availabilities
  const tellable = yield* Tellable
  const whoIsThere = whoIsThereNow.pipe(
    Effect.provideService(Availabilities, availabilities),
    Effect.provideService(People, people),
    Effect.provideService(OutsideSlack, outside),
    Effect.provideService(Tellable, tellable)
  )
  const clock = Effect.map(Clock.currentTimeMillis, Instant)
  const announceFrom = yield* announcedFrom
  const sender = makeSender({ deliveries, carriers, instance: randomUUID() })
  const attention = new Attention()
  /** Until when what was given up rests; a restart tries it again. */
  const resting = new Map<string, number>()
  const idOf = (child: ChildReference, key: DeliveryKey) => `${child} ${key}`

  const caseToTell = Effect.fn("Courier.caseToTell")(function* (child: ChildReference, there: WhoIsThere) {
    // Folded from the very entries it is told from, so that the two cannot disagree.
    const { entries } = yield* journal.read(child)
    const state = fold(entries.map(({ recorded }) => recorded))
    const profile = Option.getOrUndefined(yield* profiles.find(child))
    const delivered = yield* deliveries.of(child)
    const worker = profile?.allocatedWorker
    const now = yield* clock
    const history = { state, entries, delivered, announceFrom: announceFrom(now) }
    const told = { ...history, child, there, now, facts: factsOf(profile) }
    return worker === undefined ? told : { ...told, allocatedWorker: worker }
  })

  const everythingOwed = Effect.fnUntraced(function* (told: CaseToTell) {
    const owed = owedMessages(told)
    const isTrouble = owed.some(({ key }) => told.delivered.get(key)?._tag === "Undelivered")
    return isTrouble ? [...owed, ...undeliveredNews(told, owed, yield* whoLooksAfter(people))] : owed
  })

  const lookUp = Effect.fn("Courier.lookUp")(function* (child: ChildReference, key: DeliveryKey) {
    const told = yield* caseToTell(child, yield* whoIsThere)
    const owed = (yield* everythingOwed(told)).find((message) => message.key === key)
    const act = owed && sender.actOn(child, owed, told.delivered)
    return owed === undefined || act === undefined ? undefined : ({ owed, act } satisfies ToSend)
  })

  /** Puts what is owed about a child to be sent. */
  const look = Effect.fn("Courier.look")(function* (child: ChildReference, there: WhoIsThere) {
    const told = yield* caseToTell(child, there)
    const forward = yield* monotonicMillis
    let isUnsettled = false
    for (const owed of yield* everythingOwed(told)) {
      const { key, place } = owed
      const act = sender.actOn(child, owed, told.delivered)
      // A thread waits for its head, and is looked at again when that is sent.
      const hangs = place._tag === "ThreadOf" && told.delivered.get(place.key)?._tag !== "Sent"
      if (act === undefined || hangs) continue
      const rests = (resting.get(idOf(child, key)) ?? 0) > forward
      if (rests || !dispatcher.offer(child, { owed: { owedSince: told.now, ...owed }, act })) isUnsettled = true
    }
    const nextDue = Option.getOrUndefined(nextToTellOf(told))
    attention.looked(child, {
      nextDue,
      isLiving: told.state.episodes.some((episode) => isLiving(told.state, episode)),
      isUnsettled
    })
  })

  const lookSafely = (child: ChildReference, there: WhoIsThere) => {
    const failed = (cause: unknown) =>
      Effect.andThen(
        Effect.logError(`Could not look at ${child}`, cause),
        Effect.sync(() => attention.unsettle(child))
      )
    return look(child, there).pipe(Effect.catch(failed), Effect.catchDefect(failed))
  }

  const lookAtAll = Effect.fnUntraced(function* (children: Iterable<ChildReference>): Effect.fn.Return<void> {
    // Asked once for all of them: while Slack is away, asking for each would take longer than the look.
    const there = yield* whoIsThere
    let looked = 0
    for (const child of children) {
      yield* lookSafely(child, there)
      looked += 1
      if (looked % AT_A_TIME === 0) yield* Effect.yieldNow
    }
    yield* dispatcher.pump
  })

  let everybodyLookedAt: Instant | undefined
  const lookAtEverybody = Effect.gen(function* () {
    yield* lookAtAll([...(yield* casework.all).keys()])
    everybodyLookedAt = yield* clock
  })

  const giveUp = Effect.fn("Courier.giveUp")(function* (child: ChildReference, owed: OwedMessage, failed: NotCarried) {
    const { key } = owed
    const before = (yield* deliveries.of(child)).get(key)
    const at = yield* clock
    resting.set(idOf(child, key), (yield* monotonicMillis) + Duration.toMillis(restsFor))
    yield* Effect.logError(`Given up for now: ${key} (${failed.reason}). ${failed.message}`)
    // A card that is there but could not be changed has reached people, if not with the latest.
    if (before?._tag === "Sent") return
    const since = before?._tag === "Claimed" ? (before.since ?? before.claimedAt) : at
    const channel = before?._tag === "Claimed" ? { channel: before.channel } : {}
    const first = before?._tag === "Undelivered" ? before : { since, ...channel }
    yield* deliveries.keep(child, { ...first, _tag: "Undelivered", key, reason: failed.reason, at })
    if (!isUndeliveredNews(key)) yield* lookAtAll([child])
  })

  const tryAgain = Effect.gen(function* () {
    resting.clear()
    const children = (yield* deliveries.undelivered).flatMap(({ subject }) => (subject === "team" ? [] : [subject]))
    yield* lookAtAll(new Set(children))
  })

  const logged = (what: string) => (failed: { readonly message: string }) =>
    Effect.logError(`${what}. ${failed.message}`)

  const dispatcher: Dispatcher = yield* makeDispatcher({
    carrierOf: carriers.of,
    lookUp,
    send: sender.send,
    settled: (child, owed) =>
      Effect.suspend(() => {
        resting.delete(idOf(child, owed.key))
        // What hangs on a card may go now.
        return owed.keptCurrent ? lookAtAll([child]) : Effect.void
      }),
    heldBack: (child) => Effect.sync(() => attention.unsettle(child)),
    giveUp: (child, owed, failed) => Effect.catch(giveUp(child, owed, failed), logged(`Could not give up ${owed.key}`)),
    carrierBack: Effect.catch(tryAgain, logged("What was given up could not be looked at")),
    giveUpAfter
  })

  const watchOnce = Effect.gen(function* () {
    const needed = attention.needed(yield* clock, yield* monotonicMillis)
    yield* needed === "everybody" ? lookAtEverybody : lookAtAll(needed)
  })

  const health = Effect.gen(function* () {
    const since = dispatcher.awaySince(SLACK)
    const slackAwaySince =
      since === undefined ? undefined : Instant((yield* clock) - ((yield* monotonicMillis) - since))
    return {
      slackAwaySince,
      everybodyLookedAt,
      notTold: [...(yield* tellable.notTold).values()]
    } satisfies CourierHealth
  })

  return Courier.of({
    deliver: (child) => lookAtAll([child]),
    forget: (child) =>
      Effect.suspend(() => {
        dispatcher.forget(child)
        sender.forget(child)
        for (const id of resting.keys()) if (id.startsWith(idOf(child, ""))) resting.delete(id)
        // Finds nothing of the child, or what was recorded of it anew.
        return lookAtAll([child])
      }),
    sweep: Effect.andThen(dispatcher.hurry, Effect.andThen(lookAtEverybody, dispatcher.idle)),
    watch: Effect.forever(Effect.andThen(watchOnce, Effect.sleep(LOOK_EVERY))),
    nextDue: Effect.gen(function* () {
      const now = yield* clock
      const states = yield* casework.all
      const times = [...states.values()].flatMap((state) => Option.toArray(nextToTell(state, now)))
      return times.length === 0 ? Option.none() : Option.some(Instant(Math.min(...times)))
    }),
    undelivered: deliveries.undelivered,
    health,
    tryAgain
  })
})

export const courierLayer = (patience: Patience = usualPatience) => Layer.effect(Courier, make(patience))
