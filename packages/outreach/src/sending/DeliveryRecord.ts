/** The record of what was sent: while it cannot be written it is kept in memory, and written in order later. */
import type { Instant } from "@safe-return/domain/calendar"
import {
  type Claim,
  type ClaimRequest,
  claimedOver,
  claimOf,
  Deliveries,
  type Delivery,
  type DeliveryKey,
  type DeliverySubject,
  Erasures,
  type JournalUnavailable,
  timeOf
} from "@safe-return/journal"
import { Context, Effect, Layer, Semaphore, Stream } from "effect"
import type { RecordTried } from "../incidents/damagedRecords.ts"
import { RecordStanding } from "../incidents/RecordStanding.ts"

/** Of how many children what was read last is kept in mind, for while it cannot be read. */
const MOST_REMEMBERED = 2_000

type Kept = ReadonlyMap<DeliveryKey, Delivery>

/** What was sent before it could not be read any more is missing in these. */
const inPart = new WeakSet<Kept>()

/** Whether it is all that was sent; otherwise it is no more than what this process sent since it cannot be read. */
export const isWhole = (delivered: Kept): boolean => !inPart.has(delivered)

/** As whole as what it was made from. */
export const asWholeAs = (known: Kept, made: Kept): Kept => {
  if (inPart.has(known)) inPart.add(made)
  return made
}

export class DeliveryRecord extends Context.Service<
  DeliveryRecord,
  {
    /** Writes what is in memory alone, in order; fails where it still cannot be written. */
    readonly writeDown: Effect.Effect<void, JournalUnavailable>
  }
>()("@safe-return/slack-bot/DeliveryRecord") {}

const settledAt = (delivery: Delivery | undefined): Instant | undefined =>
  delivery?._tag === "Sent" || delivery?._tag === "Superseded" ? timeOf(delivery) : undefined

/** What another instance has recorded as done since counts; otherwise what we did. */
const newerOf = (own: Delivery, recorded: Delivery | undefined): Delivery => {
  const at = settledAt(recorded)
  return recorded !== undefined && at !== undefined && at > timeOf(own) ? recorded : own
}

const make = Effect.gen(function* () {
  const record = yield* Deliveries
  const standing = yield* RecordStanding
  const turn = yield* Semaphore.make(1)
  const unwritten = new Map<DeliverySubject, Map<DeliveryKey, Delivery>>()
  const remembered = new Map<DeliverySubject, Kept>()

  const forget = (subject: DeliverySubject): void => {
    unwritten.delete(subject)
    remembered.delete(subject)
  }
  const erased = yield* (yield* Erasures).subscribe
  const forgetErased = (child: DeliverySubject) =>
    Effect.andThen(
      Effect.sync(() => forget(child)),
      Effect.forEach(["read", "write"] as const, (act) => standing.done({ of: "deliveries", about: child, act }))
    )
  yield* Effect.forkScoped(Stream.runForEach(erased, ({ child }) => forgetErased(child)))

  const remember = (subject: DeliverySubject, kept: Kept): void => {
    remembered.delete(subject)
    remembered.set(subject, kept)
    const [oldest] = remembered.keys()
    if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest)
  }

  const withOwn = (subject: DeliverySubject, kept: Kept): Kept => {
    const own = unwritten.get(subject)
    if (own === undefined) return kept
    return new Map<DeliveryKey, Delivery>([
      ...kept,
      ...[...own].map(([key, one]) => [key, newerOf(one, kept.get(key))] as const)
    ])
  }

  const ask = <A>(
    asked: Effect.Effect<A, JournalUnavailable>,
    tried?: RecordTried
  ): Effect.Effect<A, JournalUnavailable> =>
    Effect.gen(function* () {
      const away = yield* standing.away
      if (away !== undefined) return yield* away
      const answer = yield* Effect.tapError(asked, (failed) => standing.refused(failed, tried))
      if (tried !== undefined) yield* standing.done(tried)
      return answer
    })

  const tried = (about: DeliverySubject, act: RecordTried["act"]): RecordTried => ({ of: "deliveries", about, act })

  const keepInMemory = (subject: DeliverySubject, delivery: Delivery): void => {
    const own = unwritten.get(subject) ?? new Map<DeliveryKey, Delivery>()
    unwritten.set(subject, own)
    own.delete(delivery.key)
    own.set(delivery.key, delivery)
  }

  const writeSubject = Effect.fnUntraced(function* (subject: DeliverySubject) {
    const own = unwritten.get(subject)
    if (own === undefined) return
    const recorded = yield* ask(record.of(subject), tried(subject, "read"))
    for (const [key, delivery] of [...own]) {
      if (newerOf(delivery, recorded.get(key)) === delivery)
        yield* ask(record.keep(subject, delivery), tried(subject, "write"))
      // Changed meanwhile: the newest is written in its turn.
      if (own.get(key) === delivery) own.delete(key)
    }
    if (own.size === 0) unwritten.delete(subject)
  })

  /** One damaged record keeps none of the others from being written. */
  const writeWhereWhole = (subject: DeliverySubject) =>
    Effect.catchIf(
      writeSubject(subject),
      ({ fault }) => fault === undefined,
      () => Effect.void
    )

  /** Before anything new of it is recorded, so that the order stays; where that fails, the new waits in memory too. */
  const writeFirst = (subject: DeliverySubject) =>
    unwritten.has(subject) ? turn.withPermit(writeSubject(subject)) : Effect.void

  const of = (subject: DeliverySubject): Effect.Effect<Kept> =>
    Effect.matchEffect(ask(record.of(subject), tried(subject, "read")), {
      onSuccess: (kept) =>
        Effect.sync(() => {
          remember(subject, kept)
          return withOwn(subject, kept)
        }),
      onFailure: () =>
        Effect.sync(() => {
          const kept = remembered.get(subject)
          const known = withOwn(subject, kept ?? new Map())
          if (kept === undefined) inPart.add(known)
          return known
        })
    })

  const claimInMemory = (subject: DeliverySubject, asked: ClaimRequest): Claim => {
    const before = withOwn(subject, remembered.get(subject) ?? new Map()).get(asked.key)
    const claim = claimOf(before, asked)
    if (claim._tag === "Held") return claim
    keepInMemory(subject, claimedOver(before, asked))
    return { ...claim, isUnrecorded: true }
  }

  return Context.make(
    Deliveries,
    Deliveries.of({
      ...record,
      of,
      claim: (subject, asked) =>
        Effect.catch(
          Effect.andThen(writeFirst(subject), ask(record.claim(subject, asked), tried(subject, "write"))),
          () => Effect.sync(() => claimInMemory(subject, asked))
        ),
      keep: (subject, delivery) =>
        Effect.catch(
          Effect.andThen(writeFirst(subject), ask(record.keep(subject, delivery), tried(subject, "write"))),
          () => Effect.sync(() => keepInMemory(subject, delivery))
        ),
      undelivered: Effect.map(record.undelivered, (recorded) => [
        ...recorded.filter(({ subject, delivery }) => unwritten.get(subject)?.has(delivery.key) !== true),
        ...[...unwritten].flatMap(([subject, own]) =>
          [...own.values()].flatMap((delivery) => (delivery._tag === "Undelivered" ? [{ subject, delivery }] : []))
        )
      ]),
      // Not fixed for good, where it cannot be written: the next start fixes it.
      announceFrom: (now) => Effect.orElseSucceed(ask(record.announceFrom(now)), () => now)
    })
  ).pipe(
    Context.add(
      DeliveryRecord,
      DeliveryRecord.of({
        writeDown: turn.withPermit(
          Effect.suspend(() => Effect.forEach([...unwritten.keys()], writeWhereWhole, { discard: true }))
        )
      })
    )
  )
})

/** Deliveries as the bot uses them, which never keep it from sending. */
export const deliveryRecordLayer = Layer.effectContext(make)
