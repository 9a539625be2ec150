import { randomUUID } from "node:crypto"
import { Casework, linkedTo } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import type { ChildReference } from "@safe-return/domain/pathway"
import { Deliveries, type DeliverySubject } from "@safe-return/journal"
import { Clock, Duration, Effect, Layer, Option } from "effect"
import { dueClock } from "../clocks/dueClock.ts"
import { monotonicMillis } from "../clocks/monotonic.ts"
import { Incidents } from "../incidents/Incidents.ts"
import { askForChangedProfiles } from "../look/changedProfiles.ts"
import { DueIndex } from "../look/DueIndex.ts"
import { earliest } from "../look/earliest.ts"
import type { Look } from "../look/Look.ts"
import { lookReader } from "../look/lookReader.ts"
import { channel, type OwedMessage } from "../owed/OwedMessage.ts"
import { isUndeliveredNews } from "../owed/undeliveredNews.ts"
import { Reachability } from "../recipients/Reachability.ts"
import type { Roster } from "../recipients/Roster.ts"
import { Shadow } from "../shadow/Shadow.ts"
import { Backlog, type WaitingMessage } from "./Backlog.ts"
import { type Dispatcher, makeDispatcher } from "./dispatching.ts"
import { messagesWaiting } from "./messagesWaiting.ts"
import { Outreach, type OutreachHealth } from "./Outreach.ts"
import type { PendingMessage, QueuedMessage } from "./QueuedMessage.ts"
import { makeRestingMessages } from "./restingMessages.ts"
import { startBacklog } from "./StartBacklog.ts"
import { makeSender } from "./sending.ts"
import { type SendFailed, Transports } from "./Transport.ts"
import type { WaitingReason } from "./WaitingReason.ts"

/** How often what became due by itself is looked for: bounds how late a reminder can be. */
const LOOK_EVERY = Duration.seconds(20)

/** How often it is asked, in milliseconds, whether another instance has changed what is held of a child. */
const PROFILES_EVERY = 40_000

/** How long a message may fail, unless the configuration says otherwise. Working choices, not confirmed by any council. */
export const usualPatience: Patience = { giveUpAfter: Duration.minutes(15), restsFor: Duration.hours(1) }

export interface Patience {
  /** How long a message may go on failing before people are told. */
  readonly giveUpAfter: Duration.Duration
  /** How long what was given up rests before it is tried again by itself. */
  readonly restsFor: Duration.Duration
}

/** How many are kept as undelivered at one look, so that a long queue holds up nothing else. */
const LISTED_AT_A_TIME = 200

/** How many children are looked at before others have a turn. */
const AT_A_TIME = 20

const make = Effect.fnUntraced(function* ({ giveUpAfter, restsFor }: Patience) {
  const carriers = yield* Transports
  const casework = yield* Casework
  const record = yield* Deliveries
  const reachability = yield* Reachability
  const changedProfiles = yield* askForChangedProfiles
  const clock = Effect.map(Clock.currentTimeMillis, Instant)
  const dueNow = yield* dueClock
  const looks = yield* lookReader
  const incidents = yield* Incidents
  const instance = randomUUID()
  const atStart = yield* startBacklog(["team", ...(yield* casework.active).keys()])
  const sender = makeSender({ deliveries: record, carriers, instance, atStart, isShadow: (yield* Shadow).isOn })
  const dueIndex = new DueIndex()
  const backlog = new Backlog()
  /** What is written beside the sending puts earlier looks out of date. */
  const deliveries = Deliveries.of({
    ...record,
    keep: (about, delivery) =>
      Effect.andThen(
        record.keep(about, delivery),
        Effect.sync(() => looks.noteChange(about))
      )
  })
  const resting = makeRestingMessages(deliveries, { restsFor, instance })

  /** Queues what a look found owed, and says what of it could not be. */
  const enqueue = (look: Look) => {
    const { about, owed, known, now, forward, isWhole } = look
    atStart.see(about, owed, known.delivered, isWhole)
    let isUnsettled = false
    let restsUntil: number | undefined
    const waiting: Array<Pick<WaitingMessage, "key" | "urgency" | "isUpdate" | "reason">> = []
    for (const message of owed) {
      const { key, place } = message
      const act = sender.actOn(message, known)
      // A thread waits for its head, and is looked at again when that is sent.
      const isHeadless = place._tag === "ThreadOf" && known.delivered.get(place.key)?._tag !== "Sent"
      if (act !== undefined && act !== "supersede") {
        const isUpdate = act === "change"
        const why = isHeadless ? { reason: "head-not-sent" satisfies WaitingReason } : {}
        waiting.push({ key, urgency: isUpdate ? "record" : message.urgency, isUpdate, ...why })
      }
      if (act === undefined || isHeadless) continue
      const rests = resting.restsUntil(about, key, forward)
      if (rests !== undefined) restsUntil = Math.min(rests, restsUntil ?? rests)
      else if (!dispatcher.enqueue({ owed: message, act, look }, now)) isUnsettled = true
    }
    backlog.replace(about, waiting, forward, about !== "team" || isWhole)
    return { isUnsettled, restsUntil }
  }

  /** Queues what is owed about a child or the team. */
  const look = Effect.fnUntraced(function* (about: DeliverySubject, known?: Roster) {
    const turn = dueIndex.begin()
    const found = yield* about === "team" ? looks.atTeam : looks.atChild(about, known ?? (yield* looks.roster))
    const { isUnsettled, restsUntil } = enqueue(found)
    if (about !== "team") {
      dueIndex.looked(about, turn, { ...found, isUnsettled: isUnsettled || !found.isWhole, restsUntil })
    }
    return found
  })

  /** As it was queued, where nothing has changed since; otherwise as another look finds it. */
  const recheck = Effect.fnUntraced(function* ({ about, key, owed, look: before }: QueuedMessage) {
    if (yield* before.isCurrent) return pendingOf(owed, before)
    const found = yield* look(about)
    const still = found.owed.find((message) => message.key === key)
    return still === undefined ? undefined : pendingOf(still, found)
  })

  const pendingOf = (owed: OwedMessage, look: Look): PendingMessage | undefined => {
    const act = sender.actOn(owed, look.known)
    return act === undefined ? undefined : { owed, act, look }
  }

  /** What is owed about no child alone is looked at each time, so that nothing of it has to be kept in mind. */
  const lookAtTeam = Effect.gen(function* () {
    yield* look("team")
    yield* dispatcher.pump
  }).pipe(
    Effect.catch((failed) => Effect.logError("Could not look at what is owed to the team", failed)),
    Effect.catchDefect((defect) => Effect.logError("Could not look at what is owed to the team", defect))
  )

  const lookSafely = (child: ChildReference, there: Roster) => {
    const failed = (cause: unknown) =>
      Effect.andThen(
        Effect.logError(`Could not look at ${child}`, cause),
        Effect.sync(() => dueIndex.unsettle(child))
      )
    return look(child, there).pipe(Effect.catch(failed), Effect.catchDefect(failed))
  }

  const lookAtAll = Effect.fnUntraced(function* (
    children: Iterable<ChildReference>,
    known?: Roster
  ): Effect.fn.Return<void> {
    // Asked once for all of them: while Slack is away, asking for each would take longer than the look.
    const there = known ?? (yield* looks.roster)
    let looked = 0
    for (const child of children) {
      yield* lookSafely(child, there)
      looked += 1
      if (looked % AT_A_TIME === 0) yield* Effect.yieldNow
    }
    yield* dispatcher.pump
  })

  let everybodyLookedAt: Instant | undefined
  /** The cards of those who are missing together with this child say how far they have come. */
  const withLinked = Effect.fnUntraced(function* (child: ChildReference) {
    const state = yield* Effect.option(casework.get(child))
    return new Set([child, ...Option.match(state, { onNone: () => [], onSome: (known) => [...linkedTo(known)] })])
  })

  const lookAtEverybody = Effect.fnUntraced(function* (known?: Roster) {
    yield* lookAtAll([...(yield* casework.active).keys()], known)
    everybodyLookedAt = yield* clock
  })

  const giveUp = Effect.fn("Outreach.giveUp")(function* (
    about: DeliverySubject,
    { key }: OwedMessage,
    failed: SendFailed
  ) {
    // What is owed to the team is owed for a morning: it is tried at every look, and listed once it is overdue.
    if (about === "team") {
      yield* Effect.logWarning(`Not sent yet: ${key}. ${failed.message}`)
      return backlog.noteFailure(about, key, failed.reason)
    }
    dueIndex.rest(about, yield* resting.rest(about, key, failed.retryAfterSeconds))
    yield* Effect.logError(`Given up for now: ${key} (${failed.reason}). ${failed.message}`)
    backlog.noteFailure(about, key, failed.reason, failed.fault === "permanent")
    const kept = yield* resting.markUndelivered(about, key, { reason: failed.reason })
    backlog.noteListed(about, key)
    if (kept === "kept" && !isUndeliveredNews(key)) yield* lookAtAll([about])
  })

  const tryAgain = Effect.gen(function* () {
    resting.wakeAll()
    looks.askAgain()
    const children = (yield* deliveries.undelivered).flatMap(({ subject }) => (subject === "team" ? [] : [subject]))
    yield* lookAtTeam
    yield* lookAtAll(new Set(children))
  })

  const logged = (what: string) => (failed: { readonly message: string }) =>
    Effect.logError(`${what}. ${failed.message}`)

  const dispatcher: Dispatcher = yield* makeDispatcher({
    carrierOf: carriers.of,
    recheck,
    send: sender.send,
    onSent: ({ owed, look: { about, known }, look }) =>
      Effect.suspend(() => {
        resting.wake(about, owed.key)
        backlog.remove(about, owed.key)
        if (!owed.keptCurrent || about === "team") return Effect.void
        if (!known.isCurrent) return lookAtAll([about])
        // What hangs on a card may go now.
        const isHead = look.owed.some(({ place }) => place._tag === "ThreadOf" && place.key === owed.key)
        if (isHead && enqueue(look).isUnsettled) dueIndex.unsettle(about)
        return Effect.void
      }),
    onHeldBack: (about, { key, place }) =>
      Effect.sync(() => {
        const reason: WaitingReason = place._tag === "ThreadOf" ? "head-not-sent" : "channel-not-private"
        backlog.noteFailure(about, key, reason)
        if (about !== "team") dueIndex.unsettle(about)
      }),
    onFailure: (about, key, reason) => Effect.sync(() => backlog.noteFailure(about, key, reason)),
    giveUp: (about, owed, failed) => Effect.catch(giveUp(about, owed, failed), logged(`Could not give up ${owed.key}`)),
    onCarrierBack: Effect.catch(tryAgain, logged("What was given up could not be looked at")),
    giveUpAfter
  })

  let thereBefore: Roster | undefined
  let watchedAt: number | undefined
  let profilesLooked = Number.NEGATIVE_INFINITY
  const watchOnce = Effect.gen(function* () {
    const forward = yield* monotonicMillis
    if (forward - profilesLooked >= PROFILES_EVERY) {
      profilesLooked = forward
      for (const child of yield* changedProfiles) {
        yield* Effect.ignore(casework.hold(child))
        dueIndex.unsettle(child)
      }
    }
    const there = yield* looks.roster
    const isOthers = there !== thereBefore
    thereBefore = there
    const needed = dueIndex.needed(yield* dueNow, forward)
    yield* isOthers || needed === "everybody" ? lookAtEverybody(there) : lookAtAll(needed, there)
    watchedAt = yield* monotonicMillis
  })

  /** Keeps as undelivered what has waited too long, while it goes on waiting. */
  const listUndelivered = Effect.fn("Outreach.listUndelivered")(function* (waiting: WaitingMessage, now: number) {
    const { about, key, since } = waiting
    const reason = waiting.reason ?? (yield* dispatcher.waitingReason(about, key))
    yield* dispatcher.holding(
      about,
      key,
      Effect.map(resting.markUndelivered(about, key, { reason, waitedFor: now - since }), (kept) => {
        if (kept !== "claimed") backlog.noteListed(about, key)
      })
    )
  })

  /** Tells of what has not gone within its patience, whatever keeps it. */
  const reportBacklog = Effect.gen(function* () {
    const now = yield* monotonicMillis
    const patience = Duration.toMillis(giveUpAfter)
    const overdue = yield* Effect.forEach(backlog.overdue(now, patience), (waiting) =>
      waiting.reason === undefined
        ? Effect.map(dispatcher.waitingReason(waiting.about, waiting.key), (reason) => ({ ...waiting, reason }))
        : Effect.succeed(waiting)
    )
    if (overdue.length === 0) return yield* incidents.end("messages-waiting", "Everything that waited has gone.")
    yield* incidents.raise(messagesWaiting(overdue, now, patience))
    const unlisted = overdue.filter(({ isListed }) => !isListed).slice(0, LISTED_AT_A_TIME)
    yield* Effect.forEach(unlisted, (waiting) => listUndelivered(waiting, now), { discard: true })
    const children = unlisted.flatMap(({ about, key }) => (about === "team" || isUndeliveredNews(key) ? [] : [about]))
    if (children.length > 0) yield* lookAtAll(new Set(children))
  }).pipe(
    Effect.catch(logged("What waits could not be kept as undelivered")),
    Effect.catchDefect((defect) => Effect.logError("What waits could not be told", defect))
  )

  const lookForDuplicates = (which: "due" | "all") =>
    Effect.catchDefect(sender.lookForDuplicates(which), (defect) =>
      Effect.logError("Duplicates could not be looked for", defect)
    )

  const health = Effect.gen(function* () {
    const since = dispatcher.awaySince(carriers.of(channel).name)
    const slackAwaySince =
      since === undefined ? undefined : Instant((yield* clock) - ((yield* monotonicMillis) - since))
    return {
      slackAwaySince,
      everybodyLookedAt,
      watchedAt,
      underwaySince: dispatcher.underwaySince(),
      notTold: [...(yield* reachability.notTold).values()]
    } satisfies OutreachHealth
  })

  return Outreach.of({
    deliver: (about) =>
      Effect.suspend(() => {
        looks.noteChange(about)
        return about === "team" ? lookAtTeam : Effect.flatMap(withLinked(about), lookAtAll)
      }),
    addTeamSource: (source) => Effect.sync(() => looks.addTeamSource(source)),
    forget: (child) =>
      Effect.suspend(() => {
        dispatcher.forget(child)
        sender.forget(child)
        backlog.forget(child)
        looks.forget(child)
        resting.forget(child)
        looks.noteChange(child)
        // Finds nothing of the child, or what was recorded of it since.
        return lookAtAll([child])
      }),
    sweep: dispatcher.retryNow.pipe(
      Effect.andThen(lookAtTeam),
      Effect.andThen(lookAtEverybody()),
      Effect.andThen(dispatcher.idle),
      Effect.andThen(lookForDuplicates("all")),
      Effect.andThen(reportBacklog)
    ),
    catchUp: Effect.gen(function* () {
      const there = yield* looks.roster
      const isOthers = there !== thereBefore
      thereBefore = there
      const due = isOthers ? [...(yield* casework.active).keys()] : dueIndex.due(yield* dueNow)
      yield* lookAtAll(due)
      yield* lookAtTeam
      yield* dispatcher.idle
      // What was sent just now may end what was sent before.
      yield* lookAtAll(due)
      yield* dispatcher.idle
    }),
    flush: Effect.andThen(dispatcher.idle, reportBacklog),
    // Each by itself: a look may wait for Slack.
    watch: Effect.raceAllFirst([
      Effect.forever(
        watchOnce.pipe(Effect.andThen(lookForDuplicates("due")), Effect.andThen(Effect.sleep(LOOK_EVERY)))
      ),
      Effect.forever(Effect.andThen(lookAtTeam, Effect.sleep(LOOK_EVERY))),
      Effect.forever(Effect.andThen(Effect.sleep(LOOK_EVERY), reportBacklog))
    ]),
    nextDue: Effect.gen(function* () {
      const now = yield* dueNow
      return Option.fromUndefinedOr(earliest([dueIndex.nextAfter(now), looks.nextOfTeam(now)]))
    }),
    undelivered: deliveries.undelivered,
    waiting: Effect.sync(() => backlog.counts),
    health,
    tryAgain
  })
})

export const outreachLayer = (patience: Patience = usualPatience) => Layer.effect(Outreach, make(patience))
