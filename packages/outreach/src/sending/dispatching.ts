/** Takes what is queued, in its order and at its carriers' pace, and tries again what failed. */
import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference } from "@safe-return/domain/pathway"
import { claimLease, type DeliveryKey, type DeliverySubject, type JournalUnavailable } from "@safe-return/journal"
import { Deferred, Duration, Effect, FiberHandle, Result } from "effect"
import { monotonicMillis } from "../clocks/monotonic.ts"
import type { KnownDeliveries } from "../look/KnownDeliveries.ts"
import type { OwedMessage, Place } from "../owed/OwedMessage.ts"
import { backoff } from "./backoff.ts"
import type { CircuitBreaker } from "./CircuitBreaker.ts"
import { Lanes } from "./Lanes.ts"
import { Outbox } from "./Outbox.ts"
import { type PendingMessage, type QueuedMessage, queuedMessage } from "./QueuedMessage.ts"
import type { SendOutcome } from "./sending.ts"
import type { SendFailed, Transport } from "./Transport.ts"
import type { WaitingReason } from "./WaitingReason.ts"

interface Work {
  readonly carrierOf: (place: Place) => Transport
  /** The message to send now; none when it is owed no longer. */
  readonly recheck: (queued: QueuedMessage) => Effect.Effect<PendingMessage | undefined, JournalUnavailable>
  readonly send: (
    owed: OwedMessage,
    known: KnownDeliveries
  ) => Effect.Effect<SendOutcome, SendFailed | JournalUnavailable>
  /** Sent: what hung on it may be sent now. */
  readonly onSent: (sent: PendingMessage) => Effect.Effect<void>
  /** Nothing may be said there now; it is queued again. */
  readonly onHeldBack: (about: DeliverySubject, owed: OwedMessage) => Effect.Effect<void>
  /** It did not go, and is tried again by itself. */
  readonly onFailure: (about: DeliverySubject, key: DeliveryKey, reason: string) => Effect.Effect<void>
  readonly giveUp: (about: DeliverySubject, owed: OwedMessage, failed: SendFailed) => Effect.Effect<void>
  /** A carrier answers again that had not. */
  readonly onCarrierBack: Effect.Effect<void>
  /** How long a message may go on failing before it is given up. */
  readonly giveUpAfter: Duration.Duration
}

export interface Dispatcher {
  /** Queues a message to be sent, owed since now unless it says otherwise; false when there is no room. */
  readonly enqueue: (pending: PendingMessage, now: Instant) => boolean
  /** Takes what is about the child out of the queue. */
  readonly forget: (child: ChildReference) => void
  /** Sends what may go now, and goes on until nothing is queued. */
  readonly pump: Effect.Effect<void>
  /** What failed is tried at once. */
  readonly retryNow: Effect.Effect<void>
  /** When the carrier of that name was found to be away, by the clock that only goes forward; undefined while it answers. */
  readonly awaySince: (carrier: string) => number | undefined
  /** Why a queued message may not go now. */
  readonly waitingReason: (about: DeliverySubject, key: DeliveryKey) => Effect.Effect<WaitingReason>
  /** Does something about a message while it is not being sent; false when it just is. */
  readonly holding: <E>(
    about: DeliverySubject,
    key: DeliveryKey,
    work: Effect.Effect<void, E>
  ) => Effect.Effect<boolean, E>
  /** Since when the message that has been under way longest is, by the same clock. */
  readonly underwaySince: () => number | undefined
  /** Returns once nothing more can go for the moment. */
  readonly idle: Effect.Effect<void>
}

export const makeDispatcher = Effect.fnUntraced(function* (work: Work) {
  const outbox = new Outbox()
  const scope = yield* Effect.scope
  const lanes = new Lanes()
  const idle: Array<Deferred.Deferred<void>> = []
  /** Messages being sent, and what their sending lets go being looked for. */
  let attempts = 0
  const wake = yield* FiberHandle.make()

  const retryLater = Effect.fnUntraced(function* (queued: QueuedMessage, retryAfterSeconds?: number) {
    const now = yield* monotonicMillis
    if (retryAfterSeconds !== undefined) {
      // Where the way itself is closed it says when it opens: an alert must not wait longer than what was never tried.
      const isClosed = !lanes.areFree(queued.lanes, now)
      return outbox.retry(queued, { notBefore: isClosed ? 0 : now + retryAfterSeconds * 1_000 })
    }
    const failures = queued.failures + 1
    const wait = yield* backoff(failures)
    outbox.retry(queued, { failures, failedFrom: queued.failedFrom ?? now, notBefore: now + wait })
  })

  /** Out of Slack too much at once is given up for now, so that another way and the next rung are tried at once. */
  const isLimitedOutside = ({ place }: OwedMessage, { fault }: SendFailed): boolean =>
    fault === "busy" && place._tag === "Outside"

  const isHopeless = (queued: QueuedMessage, owed: OwedMessage, failed: SendFailed, now: number): boolean =>
    failed.fault === "permanent" ||
    isLimitedOutside(owed, failed) ||
    (failed.fault !== "busy" && now - (queued.failedFrom ?? now) >= Duration.toMillis(work.giveUpAfter))

  const handleFailure = Effect.fnUntraced(function* (queued: QueuedMessage, owed: OwedMessage, failed: SendFailed) {
    const now = yield* monotonicMillis
    const breaker = lanes.breakerOf(work.carrierOf(owed.place))
    const isCarriers = failed.fault === "passing" || failed.fault === "unknown"
    yield* isCarriers ? breaker.failed(now) : noteAnswer(breaker)
    if (!isHopeless(queued, owed, failed, now)) {
      yield* Effect.logWarning(`Not sent yet: ${queued.key}. ${failed.message}`)
      yield* work.onFailure(queued.about, queued.key, failed.reason)
      return yield* retryLater(queued, failed.retryAfterSeconds)
    }
    yield* work.giveUp(queued.about, owed, failed)
    outbox.done(queued)
  })

  const noteAnswer = (breaker: CircuitBreaker) =>
    Effect.suspend(() => {
      if (!breaker.answered()) return Effect.void
      outbox.retryNow()
      return work.onCarrierBack
    })

  const attempt = Effect.fnUntraced(function* (taken: QueuedMessage) {
    const { about, key } = taken
    const pending = yield* work.recheck(taken)
    if (pending === undefined) return outbox.done(taken)
    const queued: QueuedMessage = { ...taken, ...pending }
    const { owed, act, look } = pending
    const carrier = work.carrierOf(owed.place)
    const breaker = lanes.breakerOf(carrier)
    const needed = lanes.neededFor(carrier, owed.place, act)
    // What to do changed since it was queued: it waits for what that needs.
    if (!lanes.areFree(needed, yield* monotonicMillis)) return outbox.retry(queued, { lanes: needed })
    breaker.begin()
    const sent = yield* Effect.ensuring(
      Effect.result(work.send(owed, look.known)),
      Effect.sync(() => breaker.end())
    )
    if (Result.isFailure(sent)) {
      return yield* sent.failure._tag === "NotCarried"
        ? handleFailure(queued, owed, sent.failure)
        : retryAfterFault(queued, sent.failure)
    }
    if (sent.success === "elsewhere") {
      yield* work.onFailure(about, key, "claimed-elsewhere" satisfies WaitingReason)
      return outbox.retry(queued, { notBefore: (yield* monotonicMillis) + Duration.toMillis(claimLease) })
    }
    outbox.done(queued)
    if (sent.success === "held back") return yield* work.onHeldBack(about, owed)
    if (act !== "supersede") yield* noteAnswer(breaker)
    yield* work.onSent(pending)
  })

  /** The message stays in the queue: the record could not be read or written, or the fault is ours. */
  const retryAfterFault = (queued: QueuedMessage, cause: unknown) =>
    Effect.andThen(Effect.logError(`Not sent yet: ${queued.key}`, cause), retryLater(queued))

  const tryOne = (queued: QueuedMessage): Effect.Effect<void> =>
    attempt(queued).pipe(
      Effect.catch((failed) => retryAfterFault(queued, failed)),
      Effect.catchDefect((defect) => retryAfterFault(queued, defect)),
      Effect.andThen(
        Effect.suspend(() => {
          attempts -= 1
          return pump
        })
      )
    )

  const pump: Effect.Effect<void> = Effect.gen(function* () {
    const now = yield* monotonicMillis
    const limits = lanes.limitsAt(now)
    for (let next = outbox.next(now, limits); next !== undefined; next = outbox.next(now, limits)) {
      attempts += 1
      yield* Effect.forkIn(tryOne(next), scope)
    }
    if (attempts === 0) for (const waiting of idle.splice(0)) yield* Deferred.succeed(waiting, undefined)
    const until = outbox.nextChange(now, limits)
    // The end of an attempt pumps by itself; that of another's call, such as a form's, has to be waited for.
    const isHeldByOthers = until === Number.POSITIVE_INFINITY && attempts === 0 && outbox.size > 0
    const nextEnd = isHeldByOthers ? lanes.nextEnd() : undefined
    if (nextEnd === undefined && (until <= now || until === Number.POSITIVE_INFINITY)) {
      return yield* FiberHandle.clear(wake)
    }
    // The pump itself runs apart from the alarm: it sets the alarm again, and would end itself with the old one.
    const ring = Effect.asVoid(
      Effect.forkIn(
        Effect.suspend(() => pump),
        scope
      )
    )
    const alarm = nextEnd === undefined ? Effect.sleep(Math.max(1, until - now)) : Effect.promise(() => nextEnd)
    yield* FiberHandle.run(wake, Effect.andThen(alarm, ring))
  })

  const dispatcher: Dispatcher = {
    enqueue: (pending, now) => {
      const { owed, act } = pending
      const needed = lanes.neededFor(work.carrierOf(owed.place), owed.place, act)
      return outbox.add({ ...queuedMessage(pending, needed), owedSince: owed.owedSince ?? now })
    },
    forget: (child) => outbox.forget(child),
    pump,
    retryNow: Effect.sync(() => {
      outbox.retryNow()
      lanes.retryNow()
    }),
    awaySince: (carrier) => lanes.awaySince(carrier),
    waitingReason: (about, key) =>
      Effect.map(
        monotonicMillis,
        (now) => lanes.waitingReason(outbox.lanesOf(about, key) ?? [], now) ?? "waiting-its-turn"
      ),
    holding: (about, key, doing) =>
      Effect.suspend(() => {
        if (!outbox.hold(about, key)) return Effect.succeed(false)
        const release = Effect.andThen(
          Effect.sync(() => outbox.release(about, key)),
          pump
        )
        return Effect.ensuring(Effect.as(doing, true), release)
      }),
    underwaySince: () => outbox.underwaySince,
    idle: Effect.gen(function* () {
      const waiting = yield* Deferred.make<void>()
      idle.push(waiting)
      yield* pump
      yield* Deferred.await(waiting)
    })
  }
  return dispatcher
})
