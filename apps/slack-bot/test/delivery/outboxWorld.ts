/** An outbox with everything around it made up: what is kept, a carrier, and what goes wrong between them. */
import { Instant } from "@safe-return/domain/calendar"
import { ChildReference } from "@safe-return/domain/pathway"
import { Deliveries, type Delivery, type DeliveryKey, type DeliverySubject } from "@safe-return/journal"
import { type Pace, SendFailed, type Transport, Transports } from "@safe-return/outreach"
import {
  channel,
  KnownDeliveries,
  type Look,
  makeDispatcher,
  makeSender,
  type OwedMessage,
  once,
  type PendingMessage,
  type QueuedMessage,
  queuedMessage,
  Revisions,
  startBacklog,
  type Urgency
} from "@safe-return/outreach/testing"
import { Deferred, Duration, Effect } from "effect"
import { madeUpMessage, slackFingerprint } from "../messages/rendered.ts"

/** What becomes of one call to the carrier. */
export type Fate = "done" | "lost before" | "lost after" | "refused for now"

export interface Owed {
  readonly child: ChildReference
  readonly message: OwedMessage
}

export const owed = (child: number, key: string, urgency: Urgency): Owed => ({
  child: ChildReference.make(`LCS-${child}`),
  message: { ...once("alert:", channel, () => madeUpMessage(key), urgency), key }
})

const madeUpLook = {
  turn: 1,
  isWhole: true,
  now: Instant(0),
  forward: 0,
  nextLookAt: undefined,
  isCurrent: Effect.succeed(true)
}

/** In the queue, on a way of its own. */
export const queued = (
  about: ChildReference,
  key: DeliveryKey,
  urgency: Urgency,
  lanes: ReadonlyArray<string>
): QueuedMessage => {
  const { message } = owed(1, key, urgency)
  const known = new KnownDeliveries(about, new Map(), new Revisions())
  const look: Look = { ...madeUpLook, about, owed: [message], known }
  return queuedMessage({ owed: message, act: "post", look }, lanes)
}

export const nameOf = ({ child, message }: Owed): string => `${child} ${message.key}`

export interface Around {
  /** Waited for before and after every act; a test that never lets it go on has ended the process there. */
  readonly meanwhile: (act: string) => Promise<void>
  readonly fate: (act: string) => Fate
  readonly pace?: Pace
}

const nothing: Around = { meanwhile: () => Promise.resolve(), fate: () => "done" }

export const makeWorld = (around: () => Around = () => nothing) => {
  const posted: Array<string> = []
  const kept = new Map<DeliverySubject, Map<DeliveryKey, Delivery>>()
  const underway = new Set<Promise<unknown>>()

  const keptOf = (subject: DeliverySubject) => {
    const known = kept.get(subject) ?? new Map<DeliveryKey, Delivery>()
    kept.set(subject, known)
    return known
  }

  /** An act that has begun ends, though nobody may wait for it any more. */
  const act = <A>(name: string, work: () => A) => {
    const { meanwhile } = around()
    const acting = (async () => {
      await meanwhile(`before ${name}`)
      const result = work()
      await meanwhile(`after ${name}`)
      return result
    })()
    const ended = acting.catch(() => {}).finally(() => underway.delete(ended))
    underway.add(ended)
    return acting
  }

  const durably = <A>(name: string, work: () => A) => Effect.promise(() => act(name, work))

  const deliveries = Deliveries.of({
    of: (subject) => Effect.sync(() => new Map(keptOf(subject))),
    claim: (subject, { key, channel, claimedAt, by }) =>
      durably("claim", () => {
        const before = keptOf(subject).get(key)
        if (before?._tag === "Sent" || before?._tag === "Superseded") return { _tag: "Held", by: before } as const
        const since = before?._tag === "Claimed" ? { since: before.since ?? before.claimedAt } : {}
        keptOf(subject).set(key, { _tag: "Claimed", key, channel, claimedAt, by, ...since })
        return { _tag: "Won", before } as const
      }),
    keep: (subject, delivery) => durably("keep", () => void keptOf(subject).set(delivery.key, delivery)),
    undelivered: Effect.succeed([]),
    announceFrom: () => Effect.succeed(Instant(0)),
    shadows: Effect.succeed([]),
    changeShadows: () => Effect.succeed([]),
    shadowedSince: () => Effect.succeed([])
  })

  const carried = <A>(name: string, work: () => A) =>
    Effect.tryPromise({
      try: () => {
        const fate = around().fate(name)
        return act(name, () => {
          if (fate === "refused for now") throw new SendFailed({ act: name, reason: "ratelimited", fault: "busy" })
          if (fate === "lost before") throw new SendFailed({ act: name, reason: "lost", fault: "unknown" })
          const result = work()
          if (fate === "lost after") throw new SendFailed({ act: name, reason: "lost", fault: "unknown" })
          return result
        })
      },
      catch: (cause) => cause as SendFailed
    })

  const carrierIn = ({ pace }: Around): Transport => ({
    name: "Made-up",
    ...(pace === undefined ? {} : { pace }),
    addressOf: () => Effect.succeed({ channel: "C1" }),
    find: (_, { about, key }) =>
      carried("find", () => {
        const found = posted.indexOf(`${about} ${key}`)
        return found === -1 ? undefined : String(found)
      }),
    post: (_, { about, key }) => carried("post", () => String(posted.push(`${about} ${key}`) - 1)),
    change: () => Effect.void,
    fingerprintOf: slackFingerprint
  })

  let lives = 0
  /** One life of the process: everything that is owed is offered; ends once all of it is known to be sent. */
  const live = Effect.fnUntraced(function* (all: ReadonlyArray<Owed>) {
    const carrier = carrierIn(around())
    const carriers = Transports.of({ of: () => carrier })
    lives += 1
    const sender = makeSender({ deliveries, carriers, instance: `life ${lives}`, atStart: yield* startBacklog([]) })
    const allSent = yield* Deferred.make<void>()
    const checkAllSent = Effect.suspend(() => {
      const isSent = all.every(({ child, message }) => keptOf(child).get(message.key)?._tag === "Sent")
      return isSent ? Effect.asVoid(Deferred.succeed(allSent, undefined)) : Effect.void
    })
    const revisions = new Revisions()
    const lookAt = (about: DeliverySubject): Look => ({
      ...madeUpLook,
      about,
      owed: all.flatMap(({ child, message }) => (child === about ? [message] : [])),
      known: new KnownDeliveries(about, new Map(keptOf(about)), revisions)
    })
    const pendingOf = (look: Look, key: DeliveryKey): PendingMessage | undefined => {
      const found = look.owed.find((one) => one.key === key)
      const act = found && sender.actOn(found, look.known)
      return found === undefined || act === undefined ? undefined : { owed: found, act, look }
    }
    const dispatcher = yield* makeDispatcher({
      carrierOf: () => carrier,
      recheck: ({ about, key, look }) => Effect.sync(() => pendingOf(look.known.isCurrent ? look : lookAt(about), key)),
      send: sender.send,
      onSent: () => checkAllSent,
      onHeldBack: () => Effect.void,
      onFailure: () => Effect.void,
      giveUp: (_, { key }) => Effect.die(`gave up ${key}`),
      onCarrierBack: Effect.void,
      giveUpAfter: Duration.infinity
    })
    for (const { child, message } of all) {
      const pending = pendingOf(lookAt(child), message.key)
      if (pending !== undefined) dispatcher.enqueue(pending, Instant(0))
    }
    yield* checkAllSent
    yield* dispatcher.pump
    yield* Deferred.await(allSent)
  }, Effect.scoped)

  return {
    deliveries,
    /** As if it had been sent before. */
    alreadySent: (child: ChildReference, { key, message, supersedes }: OwedMessage) => {
      const fingerprint = slackFingerprint(message())
      for (const pointless of supersedes)
        keptOf(child).set(pointless, { _tag: "Superseded", key: pointless, by: key, at: Instant(0) })
      keptOf(child).set(key, { _tag: "Sent", key, channel: "C1", ts: "0", fingerprint, sentAt: Instant(0) })
    },
    carrier: carrierIn(around()),
    /** In the order in which the carrier took them. */
    posted: posted as ReadonlyArray<string>,
    live,
    /** Whatever was under way when the process ended arrives, or does not, before the next begins. */
    quiet: async () => {
      while (underway.size > 0) await Promise.all(underway)
    }
  }
}
