/** Takes what waits, in its order and at its carriers' pace, and tries again what failed. */
import type { ChildReference } from "@safe-return/domain/pathway"
import { claimLease, type DeliveryKey, type DeliverySubject, type JournalUnavailable } from "@safe-return/journal"
import { Deferred, Duration, Effect, FiberHandle, Result } from "effect"
import { monotonicMillis } from "../slack/monotonic.ts"
import { backoff } from "./backoff.ts"
import type { CircuitBreaker } from "./CircuitBreaker.ts"
import { Lanes } from "./Lanes.ts"
import { Outbox } from "./Outbox.ts"
import type { OwedMessage, Place } from "./OwedMessage.ts"
import type { Sending } from "./sending.ts"
import type { Act, SendFailed, Transport } from "./Transport.ts"
import type { Waiting } from "./Waiting.ts"
import type { WaitingReason } from "./whyWaiting.ts"

/** What is owed under a key now, and what is to be done about it. */
export interface ToSend {
  readonly owed: OwedMessage
  readonly act: Act | "supersede"
}

/** A call of somebody else's, such as the morning summary's, may hold up the last that waits: nobody tells us of its end. */
const LOOK_AGAIN_MS = 250

interface Work {
  readonly carrierOf: (place: Place) => Transport
  /** None when it is owed no longer. */
  readonly lookUp: (about: DeliverySubject, key: DeliveryKey) => Effect.Effect<ToSend | undefined, JournalUnavailable>
  readonly send: (about: DeliverySubject, owed: OwedMessage) => Effect.Effect<Sending, SendFailed | JournalUnavailable>
  /** Sent: what hung on it may be sent now. */
  readonly settled: (about: DeliverySubject, owed: OwedMessage) => Effect.Effect<void>
  /** Nothing may be said there now; it is to be offered again. */
  readonly heldBack: (about: DeliverySubject, owed: OwedMessage) => Effect.Effect<void>
  /** It did not go, and is tried again by itself. */
  readonly failed: (about: DeliverySubject, key: DeliveryKey, reason: string) => Effect.Effect<void>
  readonly giveUp: (about: DeliverySubject, owed: OwedMessage, failed: SendFailed) => Effect.Effect<void>
  /** A carrier answers again that had not. */
  readonly carrierBack: Effect.Effect<void>
  /** How long a message may go on failing before it is given up. */
  readonly giveUpAfter: Duration.Duration
}

export interface Dispatcher {
  /** Puts a message to be sent; false when there is no room. */
  readonly offer: (about: DeliverySubject, toSend: ToSend) => boolean
  /** Nothing about the child waits any longer. */
  readonly forget: (child: ChildReference) => void
  /** Sends what may go now, and goes on until nothing waits. */
  readonly pump: Effect.Effect<void>
  /** What failed is tried at once. */
  readonly hurry: Effect.Effect<void>
  /** When the carrier of that name was found to be away, by the clock that only goes forward; undefined while it answers. */
  readonly awaySince: (carrier: string) => number | undefined
  /** Why a message that waits may not go now. */
  readonly whyWaiting: (about: DeliverySubject, key: DeliveryKey) => Effect.Effect<WaitingReason>
  /** Does something about a message while it is not being sent; false when it just is. */
  readonly whileWaiting: <E>(
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

  /** Messages of which something is being kept, so that they are not sent meanwhile. */
  const reserved = new Set<string>()
  const idOf = (about: DeliverySubject, key: DeliveryKey) => `${about} ${key}`

  const later = Effect.fnUntraced(function* (waiting: Waiting, retryAfterSeconds?: number) {
    const now = yield* monotonicMillis
    if (retryAfterSeconds !== undefined) {
      // Where the way itself is closed it says when it opens: an alert must not wait longer than what was never tried.
      const isClosed = !lanes.areFree(waiting.lanes, now)
      return outbox.again(waiting, { notBefore: isClosed ? 0 : now + retryAfterSeconds * 1_000 })
    }
    const failures = waiting.failures + 1
    const wait = yield* backoff(failures)
    outbox.again(waiting, { failures, failedFrom: waiting.failedFrom ?? now, notBefore: now + wait })
  })

  /** Out of Slack too much at once is given up for now, so that another way and the next rung are tried at once. */
  const isLimitedOutside = ({ place }: OwedMessage, { fault }: SendFailed): boolean =>
    fault === "busy" && place._tag === "Outside"

  const isHopeless = (waiting: Waiting, owed: OwedMessage, failed: SendFailed, now: number): boolean =>
    failed.fault === "permanent" ||
    isLimitedOutside(owed, failed) ||
    (failed.fault !== "busy" && now - (waiting.failedFrom ?? now) >= Duration.toMillis(work.giveUpAfter))

  const failedWith = Effect.fnUntraced(function* (waiting: Waiting, owed: OwedMessage, failed: SendFailed) {
    const now = yield* monotonicMillis
    const standing = lanes.standingOf(work.carrierOf(owed.place))
    const isTheirs = failed.fault === "passing" || failed.fault === "unknown"
    yield* isTheirs ? standing.failed(now) : answered(standing)
    if (!isHopeless(waiting, owed, failed, now)) {
      yield* Effect.logWarning(`Not sent yet: ${waiting.key}. ${failed.message}`)
      yield* work.failed(waiting.about, waiting.key, failed.reason)
      return yield* later(waiting, failed.retryAfterSeconds)
    }
    yield* work.giveUp(waiting.about, owed, failed)
    outbox.done(waiting)
  })

  const answered = (standing: CircuitBreaker) =>
    Effect.suspend(() => {
      if (!standing.answered()) return Effect.void
      outbox.hurry()
      return work.carrierBack
    })

  const attempt = Effect.fnUntraced(function* (waiting: Waiting) {
    const { about, key } = waiting
    if (reserved.has(idOf(about, key)))
      return outbox.again(waiting, { notBefore: (yield* monotonicMillis) + LOOK_AGAIN_MS })
    const found = yield* work.lookUp(about, key)
    if (found === undefined) return outbox.done(waiting)
    const { owed, act } = found
    const carrier = work.carrierOf(owed.place)
    const standing = lanes.standingOf(carrier)
    const needed = lanes.neededFor(carrier, owed.place, act)
    // What is to be done has changed since it was offered: it waits for what that needs.
    if (!lanes.areFree(needed, yield* monotonicMillis)) return outbox.again(waiting, { lanes: needed })
    standing.begin()
    const sent = yield* Effect.ensuring(
      Effect.result(work.send(about, owed)),
      Effect.sync(() => standing.end())
    )
    if (Result.isFailure(sent)) {
      return yield* sent.failure._tag === "NotCarried"
        ? failedWith(waiting, owed, sent.failure)
        : notKept(waiting, sent.failure)
    }
    if (sent.success === "elsewhere") {
      yield* work.failed(about, key, "claimed-elsewhere" satisfies WaitingReason)
      return outbox.again(waiting, { notBefore: (yield* monotonicMillis) + Duration.toMillis(claimLease) })
    }
    outbox.done(waiting)
    if (sent.success === "held back") return yield* work.heldBack(about, owed)
    if (act !== "supersede") yield* answered(standing)
    yield* work.settled(about, owed)
  })

  /** The message stays where it waits: the record could not be read or written, or the fault is ours. */
  const notKept = (waiting: Waiting, cause: unknown) =>
    Effect.andThen(Effect.logError(`Not sent yet: ${waiting.key}`, cause), later(waiting))

  const tryOne = (waiting: Waiting): Effect.Effect<void> =>
    attempt(waiting).pipe(
      Effect.catch((failed) => notKept(waiting, failed)),
      Effect.catchDefect((defect) => notKept(waiting, defect)),
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
    const change = outbox.nextChange(now, limits)
    const isHeldByOthers = change === Number.POSITIVE_INFINITY && attempts === 0 && outbox.size > 0
    const until = isHeldByOthers ? now + LOOK_AGAIN_MS : change
    if (until <= now || until === Number.POSITIVE_INFINITY) return yield* FiberHandle.clear(wake)
    // The pump itself runs apart from the alarm: it sets the alarm anew, and would end itself with the old one.
    const ring = Effect.asVoid(
      Effect.forkIn(
        Effect.suspend(() => pump),
        scope
      )
    )
    yield* FiberHandle.run(wake, Effect.andThen(Effect.sleep(Math.max(1, until - now)), ring))
  })

  const dispatcher: Dispatcher = {
    offer: (about, { owed, act }) =>
      outbox.offer({
        about,
        key: owed.key,
        ...(owed.owedSince === undefined ? {} : { owedSince: owed.owedSince }),
        urgency: act === "post" || act === "look and post" ? owed.urgency : "record",
        lanes: lanes.neededFor(work.carrierOf(owed.place), owed.place, act)
      }),
    forget: (child) => outbox.forget(child),
    pump,
    hurry: Effect.sync(() => {
      outbox.hurry()
      lanes.hurry()
    }),
    awaySince: (carrier) => lanes.awaySince(carrier),
    whyWaiting: (about, key) =>
      Effect.map(
        monotonicMillis,
        (now) => lanes.whyNotFree(outbox.lanesOf(about, key) ?? [], now) ?? "waiting-its-turn"
      ),
    whileWaiting: (about, key, doing) =>
      Effect.suspend(() => {
        if (outbox.isUnderway(about, key)) return Effect.succeed(false)
        reserved.add(idOf(about, key))
        return Effect.ensuring(
          Effect.as(doing, true),
          Effect.sync(() => reserved.delete(idOf(about, key)))
        )
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
