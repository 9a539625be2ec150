/** Incidents keep a path of their own, because they are told also when neither the journal nor the outbox works. */
import { Council } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { nextOfficeChange } from "@safe-return/domain/deadlines"
import { messageTimesOf } from "@safe-return/domain/policy"
import { Clock, Duration, Effect, Layer, Option, Result, Semaphore } from "effect"
import { monotonicMillis } from "../clocks/monotonic.ts"
import { earliest } from "../look/earliest.ts"
import type { Message } from "../message/Message.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import { type Address, type MessageName, type SendFailed, Transports } from "../sending/Transport.ts"
import { endLeftovers } from "./endLeftovers.ts"
import { IncidentNews } from "./IncidentNews.ts"
import { type EndedIncident, Incidents, type OpenIncident } from "./Incidents.ts"
import { incidentKey, ringingKey } from "./incidentKey.ts"
import { type IncidentTarget, incidentTargets } from "./incidentTargets.ts"

/** However much changes: a fault of Slack's changes incidents at every try. */
const TELL_AT_MOST_EVERY = Duration.seconds(2)

/** How long what could not be told waits before it is tried again. */
const TELL_EVERY = Duration.seconds(20)

/** How often it is looked whether another instance has ended a message of ours, in milliseconds. */
const LOOK_EVERY = 60_000

/** How far back another instance's message about the same is looked for, in milliseconds. */
const SAME_WITHIN = 12 * 60 * 60_000

/** Several instances that leave Slack within this time, in milliseconds, send one message. */
const ONE_OUTSIDE_WITHIN = 10 * 60_000

/** An incident that rings again does so after this long at the earliest, in milliseconds: a sender tries each minute. */
const RINGS_AGAIN_AFTER = 10 * 60_000

const A_MINUTE = 60_000

/** How many targets are told at once. */
const AT_ONCE = 4

/** A message that stands somewhere. */
interface Standing {
  target: IncidentTarget
  readonly channel: string
  readonly sent: string
  fingerprint: string
  lookedAt: number
  /** When people were told by it. */
  readonly rang: Instant
  /** That it is over was posted, or may have been: it is looked for before it is posted again. */
  isOverNewsTried?: boolean
}

interface Told {
  incident: OpenIncident
  readonly standings: Map<string, Standing>
  /** Messages that a newer one about the same has followed. */
  readonly older: Set<Standing>
  /** When people were last told by a new message, and how often it had been raised by then. */
  rangAt: number
  rangTimes: number
  /** The same moment by the clock that people read. */
  rang: Instant
}

/** What is said there now. */
const wordsAt = (target: IncidentTarget, address: Address | undefined): Pick<IncidentTarget, "open" | "over"> =>
  address?.isUnchecked === true ? (target.withoutCase ?? target) : target

/** That one occurrence is over: an earlier one's news is not taken for it. */
const overNewsName = (incident: EndedIncident, { name }: IncidentTarget): MessageName => ({
  about: "team",
  key: `${incidentKey(incident)}:${incident.endedAt}:${name}:news`
})

/** Whether a person there hears of it a second time: it may be about another child, or nobody has answered. */
const isRungAgain = ({ duty }: OpenIncident, { overNews, place }: IncidentTarget): boolean =>
  overNews !== undefined && (duty?.ringsAgain === true || (duty?.untilAnswered === true && place._tag === "Person"))

const nameOf = (incident: OpenIncident, target: IncidentTarget, rang: Instant, state: "open" | "over"): MessageName => {
  const ofThisTime = (): MessageKey => {
    if (target.place._tag === "Outside") {
      return `${incidentKey(incident)}:${Math.floor(incident.since / ONE_OUTSIDE_WITHIN)}:${target.name}`
    }
    // What an earlier process said of another report is not taken for it.
    return isRungAgain(incident, target)
      ? ringingKey(incident, Math.floor(rang / RINGS_AGAIN_AFTER))
      : incidentKey(incident)
  }
  return { about: "team", key: `${ofThisTime()}:${state}` }
}

const make = Effect.gen(function* () {
  const incidents = yield* Incidents
  const carriers = yield* Transports
  const targetsOf = yield* incidentTargets
  const { policyAt, calendars } = yield* Council
  const leftovers = yield* endLeftovers
  const turn = yield* Semaphore.make(1)
  /** By the incident's id. */
  const told = new Map<number, Told>()

  /** Until when nothing more is posted or changed there, as was asked for, by the clock that only goes forward. */
  const restsUntil = new Map<string, number>()

  /** How long what waits for an answer stands before it is asked again, in milliseconds. */
  const askedAgainAfter = (now: Instant): number => messageTimesOf(policyAt(now)).askedAgainMinutes.value * A_MINUTE

  const addressOf = ({ place }: IncidentTarget) => carriers.of(place).addressOf(place, new Map())

  /** Says it unless it is there; where that cannot be seen, twice is better than not at all, and it is marked. */
  const sayOnce = Effect.fnUntraced(function* (
    { place }: IncidentTarget,
    address: Address,
    name: MessageName,
    message: Message
  ) {
    const carrier = carriers.of(place)
    const now = Instant(yield* Clock.currentTimeMillis)
    const looked = yield* Effect.result(carrier.find(address, name, Instant(now - SAME_WITHIN)))
    if (Result.isSuccess(looked) && looked.success !== undefined)
      return { sent: looked.success, fingerprint: "unknown" }
    const sent = yield* carrier.post(address, name, message, { mayBeRepeated: Result.isFailure(looked) })
    return { sent, fingerprint: carrier.fingerprintOf(message) }
  })

  const begin = Effect.fnUntraced(function* (
    incident: OpenIncident,
    target: IncidentTarget,
    rang: Instant,
    isAnother: boolean
  ) {
    const address = yield* addressOf(target)
    if (address === undefined) return undefined
    const name = nameOf(incident, target, rang, "open")
    const carrier = carriers.of(target.place)
    const message = wordsAt(target, address).open(incident)
    // Another instance may have said so, or a post of ours whose answer was lost.
    const said = isAnother
      ? { sent: yield* carrier.post(address, name, message), fingerprint: carrier.fingerprintOf(message) }
      : yield* sayOnce(target, address, name, message)
    return { target, channel: address.channel, ...said, lookedAt: yield* monotonicMillis, rang }
  })

  const change = Effect.fnUntraced(function* (standing: Standing, name: MessageName, message: Message) {
    const { target, channel, sent } = standing
    const carrier = carriers.of(target.place)
    yield* carrier.change({ channel }, sent, name, message)
    standing.fingerprint = carrier.fingerprintOf(message)
  })

  const renew = Effect.fnUntraced(function* (incident: OpenIncident, standing: Standing) {
    const { target, channel, rang } = standing
    if (target.place._tag === "Outside") return
    const name = nameOf(incident, target, rang, "open")
    const now = yield* monotonicMillis
    if (now - standing.lookedAt >= LOOK_EVERY) {
      standing.lookedAt = now
      const since = Instant((yield* Clock.currentTimeMillis) - SAME_WITHIN)
      const looked = yield* Effect.result(carriers.of(target.place).find({ channel }, name, since))
      if (Result.isSuccess(looked) && looked.success === undefined) {
        const over = nameOf(incident, target, rang, "over")
        const isWaiting = incident.duty?.untilAnswered === true
        const ended = isWaiting
          ? yield* Effect.result(carriers.of(target.place).find({ channel }, over, since))
          : looked
        // Answered at another instance, which has said so everywhere.
        if (Result.isSuccess(ended) && ended.success !== undefined) {
          told.delete(incident.id)
          return yield* incidents.end(incident.kind, "A person answered it at another instance.", incident.place)
        }
        standing.fingerprint = "unknown"
      }
    }
    const message = wordsAt(target, yield* addressOf(target)).open(incident)
    if (standing.fingerprint !== carriers.of(target.place).fingerprintOf(message))
      yield* change(standing, name, message)
  })

  const attempt = Effect.fnUntraced(function* <A>(
    { name, place }: IncidentTarget,
    act: "post" | "change",
    telling: Effect.Effect<A, SendFailed>
  ) {
    const now = yield* monotonicMillis
    const lane = `${act} ${name}`
    if ((restsUntil.get(lane) ?? 0) > now) return undefined
    return yield* Effect.catch(telling, ({ message, retryAfterSeconds }) => {
      if (retryAfterSeconds === undefined) restsUntil.delete(lane)
      else restsUntil.set(lane, now + retryAfterSeconds * 1_000)
      return Effect.as(Effect.logWarning(`An incident is not told yet (${place._tag}). ${message}`), undefined)
    })
  })

  const tellOpen = Effect.fnUntraced(function* (incident: OpenIncident) {
    const now = yield* monotonicMillis
    const clock = Instant(yield* Clock.currentTimeMillis)
    const known: Told = told.get(incident.id) ?? {
      incident,
      standings: new Map(),
      older: new Set(),
      rangAt: now,
      rangTimes: incident.times,
      rang: clock
    }
    known.incident = incident
    told.set(incident.id, known)
    const isAskedAgain = incident.duty?.untilAnswered === true && now - known.rangAt >= askedAgainAfter(clock)
    const isRinging =
      isAskedAgain ||
      (incident.duty?.ringsAgain === true &&
        incident.times > known.rangTimes &&
        now - known.rangAt >= RINGS_AGAIN_AFTER)
    if (isRinging) {
      known.rangAt = now
      known.rangTimes = incident.times
      known.rang = clock
    }
    const each = Effect.fnUntraced(function* (target: IncidentTarget) {
      const standing = known.standings.get(target.name)
      if (standing !== undefined && isRinging && isRungAgain(incident, target)) {
        const another = yield* attempt(target, "post", begin(incident, target, known.rang, true))
        if (another === undefined) return
        known.older.add(standing)
        return void known.standings.set(target.name, another)
      }
      if (standing !== undefined) {
        standing.target = target
        return yield* attempt(target, "change", renew(incident, standing))
      }
      const begun = yield* attempt(target, "post", begin(incident, target, known.rang, false))
      if (begun !== undefined) known.standings.set(target.name, begun)
    })
    yield* Effect.forEach(yield* targetsOf(incident), each, { concurrency: AT_ONCE, discard: true })
  })

  const tellEnd = Effect.fnUntraced(function* (incident: EndedIncident, { standings, older }: Told) {
    const ended = (standing: Standing) => {
      const { target, rang } = standing
      // Only a person's account can be one that nobody has checked.
      const asked = target.withoutCase === undefined ? Effect.undefined : addressOf(target)
      return asked.pipe(
        Effect.flatMap((address) =>
          change(standing, nameOf(incident, target, rang, "over"), wordsAt(target, address).over(incident))
        ),
        // Deleted, or no longer open to us: there is nothing left to change.
        Effect.catchIf(
          ({ fault }) => fault === "gone" || fault === "permanent",
          () => Effect.void
        )
      )
    }
    for (const standing of older) {
      const done = yield* attempt(standing.target, "change", Effect.as(ended(standing), true))
      if (done === true) older.delete(standing)
    }
    const each = Effect.fnUntraced(function* (standing: Standing) {
      const { target, channel } = standing
      const { place, overNews } = target
      const news = Effect.suspend(() => {
        // Who said what came of it is not told of it.
        const isOwn = place._tag === "Person" && place.person === incident.answeredBy
        if (overNews === undefined || isOwn) return Effect.void
        const name = overNewsName(incident, target)
        const isAgain = standing.isOverNewsTried === true
        standing.isOverNewsTried = true
        return isAgain
          ? sayOnce(target, { channel }, name, overNews(incident))
          : carriers.of(place).post({ channel }, name, overNews(incident))
      })
      const done = yield* attempt(target, "change", Effect.as(Effect.andThen(ended(standing), news), true))
      if (done === true) standings.delete(target.name)
    })
    yield* Effect.forEach([...standings.values()], each, { concurrency: AT_ONCE, discard: true })
    if (standings.size + older.size === 0) told.delete(incident.id)
  })

  /** What ended so long ago that its end is told no more. */
  const forgetOld = Effect.gen(function* () {
    const kept = new Set([...(yield* incidents.open), ...(yield* incidents.ended)].map(({ id }) => id))
    for (const id of [...told.keys()]) if (!kept.has(id)) told.delete(id)
  })

  const tellNow = Effect.gen(function* () {
    const open = yield* incidents.open
    for (const incident of open) yield* tellOpen(incident)
    const ended = yield* incidents.ended
    for (const incident of ended) {
      const known = told.get(incident.id)
      if (known !== undefined) yield* tellEnd(incident, known)
    }
    yield* forgetOld
    yield* leftovers(open)
  }).pipe(
    Effect.catchDefect((defect) => Effect.logError("Incidents could not be told", defect)),
    turn.withPermit
  )

  const nextDue = Effect.gen(function* () {
    const now = Instant(yield* Clock.currentTimeMillis)
    const waiting = (yield* incidents.open).filter(({ duty }) => duty?.untilAnswered === true)
    if (waiting.length === 0) return Option.none()
    const rings = waiting.flatMap(({ id }) => {
      const rang = told.get(id)?.rang
      return rang === undefined ? [] : [Instant(rang + askedAgainAfter(now))]
    })
    const { workingHours, interview } = policyAt(now)
    const office = workingHours && nextOfficeChange(now, workingHours.value, calendars[interview.calendar.value])
    return Option.fromUndefinedOr(earliest([...rings.filter((at) => at > now), office]))
  })

  return IncidentNews.of({
    tellNow,
    nextDue,
    watch: Effect.forever(
      tellNow.pipe(
        Effect.andThen(Effect.sleep(TELL_AT_MOST_EVERY)),
        Effect.andThen(Effect.raceFirst(incidents.changed, Effect.sleep(TELL_EVERY)))
      )
    )
  })
})

export const incidentNewsLayer = Layer.effect(IncidentNews, make)
