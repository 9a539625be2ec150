/** That a decision on a trigger waits, to everybody who may take it, and to those above them until it is taken. */
import { createHash } from "node:crypto"
import { keptFromOf, undecidedAmong } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { isWorkingTime, nextOfficeChange } from "@safe-return/domain/deadlines"
import { decisionRungsOf } from "@safe-return/domain/escalation"
import {
  type Episode,
  episodeById,
  isLeftOut,
  latestEpisode,
  type PathwayEvent,
  type PersonId,
  type TriggerKey
} from "@safe-return/domain/pathway"
import type { Firing } from "@safe-return/domain/risk"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { Option } from "effect"
import type { DecisionMessage, DecisionOver } from "../message/decisionMessages.ts"
import { isMessageKey, type MessageKey } from "../message/messageKinds.ts"
import { presentHolders } from "../recipients/Roster.ts"
import { type GroundTaken, groundsTaken, standsAgain } from "./decisionsOff.ts"
import { firingsIn } from "./firingsIn.ts"
import { isNews } from "./freshNews.ts"
import {
  type CaseSnapshot,
  channel,
  includeExistingRecipients,
  type OwedMessage,
  once,
  whenAsked
} from "./OwedMessage.ts"
import { recipientOf } from "./recipientOf.ts"
import { type Deciders, decidersOf, mayDecide, mayDecideInQuiet, reachedAmong } from "./triggerDeciders.ts"

/** A trigger's own key names its rule, which a message's key must not: it is kept beside the message. */
const digestOf = (key: TriggerKey): string => createHash("sha256").update(key).digest("hex").slice(0, 16)

const ASKED = "decision"
const ELSEWHERE = "decision-elsewhere"
const UNREACHED = "decision-nobody"
/** Said by the message of the trigger itself, before every decision was asked for in the same words. */
const TRIGGER = "trigger"

const keysOf = ({ key, formerKeys = [] }: Firing): ReadonlyArray<TriggerKey> => [key, ...formerKeys]

/** Under a key it had before a merge, or before the words were the same for all, it has been asked. */
const askedKey = ({ delivered }: CaseSnapshot, { firing, again }: Waiting, person: PersonId): MessageKey => {
  const keys = keysOf(firing)
  if (again !== undefined) {
    const asked = keys.map((key): MessageKey => `${ASKED}:${digestOf(key)}:${again}:${person}`)
    return asked.find((key) => delivered.has(key)) ?? `${ASKED}:${digestOf(firing.key)}:${again}:${person}`
  }
  const known = [
    ...keys.map((key): MessageKey => `${ASKED}:${digestOf(key)}:${person}`),
    ...keys.map((key): MessageKey => `${TRIGGER}:${key}:${person}`)
  ]
  return known.find((key) => delivered.has(key)) ?? `${ASKED}:${digestOf(firing.key)}:${person}`
}

interface Waiting {
  readonly firing: Firing
  readonly episode: Episode
  readonly since: Instant
  /** Begins its keys, after their kind. */
  readonly digest: string
  /** The version that made it stand again once a person had taken it away: it rings as a new one. */
  readonly again?: number
}

const bringsOut = (event: PathwayEvent): string | undefined =>
  event._tag === "InterviewCompleted" || event._tag === "FurtherSessionHeld" || event._tag === "InterviewRecorded"
    ? event.interviewId
    : undefined

/** What an interview brought out may be recorded long after it was held: nobody could decide before. */
const sinceOf = ({ state, entries }: CaseSnapshot, { episodeIds, mayGoToChat, metAt }: Firing): Instant => {
  if (mayGoToChat) return metAt
  const interviews = state.interviews.filter((interview) => interview.episodeIds.some((id) => episodeIds.includes(id)))
  const recorded = entries.flatMap(({ recorded: { recordedAt, event } }) =>
    interviews.some(({ id }) => id === bringsOut(event)) ? [recordedAt] : []
  )
  return Instant(Math.max(metAt, ...recorded))
}

/** Whether anybody was asked for this decision by then. */
const wasAskedBy = ({ delivered }: CaseSnapshot, firing: Firing, by: Instant): boolean =>
  [...delivered.values()].some((delivery) => {
    const sent = delivery._tag === "Superseded" ? delivered.get(delivery.by) : delivery
    return asksFor(firing)(delivery.key) && sent?._tag === "Sent" && sent.sentAt <= by
  })

const isAskedIn = ({ delivered }: CaseSnapshot): boolean =>
  [...delivered.keys()].some((key) => kindOf(key) === ASKED || kindOf(key) === TRIGGER)

const waitingIn = (snapshot: CaseSnapshot, from = snapshot.announceFrom): ReadonlyArray<Waiting> => {
  const isAsked = isAskedIn(snapshot)
  return undecidedAmong(snapshot.state, firingsIn(snapshot)).flatMap(
    ({ firing, episodeId }): ReadonlyArray<Waiting> => {
      const episode = Option.getOrUndefined(episodeById(snapshot.state, episodeId))
      const back = isAsked ? standsAgain(snapshot, firing) : undefined
      const again = back && wasAskedBy(snapshot, firing, back.recorded.recordedAt) ? back : undefined
      const since = again?.recorded.recordedAt ?? sinceOf(snapshot, firing)
      if (episode === undefined || since < from) return []
      const digest = digestOf(firing.key)
      if (again === undefined) return [{ firing, episode, since, digest }]
      return [{ firing, episode, since, digest: `${digest}:${again.version}`, again: again.version }]
    }
  )
}

/** What may be posted and is only to be considered has been told in the channel, and climbs no further. */
const climbs = ({ firing: { level, mayGoToChat } }: Waiting): boolean => level === "must" || !mayGoToChat

/** The duty team hears at night of what is never posted, harm above all; what may be posted waits for the office. */
const rungsOf = ({ calendars }: CaseSnapshot, waiting: Waiting) => {
  const rungs = climbs(waiting) ? decisionRungsOf(waiting.episode.policy, waiting.since, calendars) : []
  return rungs.filter(({ rung }) => rung.onlyOutOfHours !== true || !waiting.firing.mayGoToChat)
}

const isOfficeOpen = ({ calendars, now }: CaseSnapshot, { episode: { policy } }: Waiting): boolean =>
  policy.workingHours !== undefined &&
  isWorkingTime(now, policy.workingHours.value, calendars[policy.interview.calendar.value])

/** When the office opens or closes next: what is the duty team's while it is closed is for others while it is open. */
const nextChangeOfOffice = (
  { now, calendars }: CaseSnapshot,
  { episode: { policy } }: Waiting
): ReadonlyArray<Instant> =>
  policy.workingHours === undefined
    ? []
    : [nextOfficeChange(now, policy.workingHours.value, calendars[policy.interview.calendar.value])]

/** When the next of those above hears of a decision that waits; none while nothing more is to come. */
export const nextDecisionRungAt = (snapshot: CaseSnapshot): Instant | undefined => {
  const times = waitingIn(snapshot).flatMap((waiting) => {
    const rungs = rungsOf(snapshot, waiting)
    const isNight = rungs.some(({ at, rung }) => rung.onlyOutOfHours === true && at <= snapshot.now)
    return [...rungs.map(({ at }) => at), ...(isNight ? nextChangeOfOffice(snapshot, waiting) : [])]
  })
  const toCome = times.filter((at) => at > snapshot.now)
  return toCome.length === 0 ? undefined : Instant(Math.min(...toCome))
}

const said = (
  waiting: Waiting,
  place: OwedMessage["place"],
  key: MessageKey,
  message: () => DecisionMessage
): OwedMessage => ({
  ...once(key, place, message, climbs(waiting) ? "required" : "task", waiting.since),
  keptCurrent: true
})

const toPerson = (person: PersonId): OwedMessage["place"] => ({ _tag: "Person", person })

const asks = (snapshot: CaseSnapshot, waiting: Waiting, person: PersonId): OwedMessage => {
  const { child, state } = snapshot
  const { episode } = waiting
  const shown = Option.getOrElse(latestEpisode(state), () => episode)
  return said(waiting, toPerson(person), askedKey(snapshot, waiting, person), () => ({
    _tag: "DecisionWaiting",
    child,
    episodeId: shown.id,
    opens: mayDecideInQuiet(snapshot, person) ? "everything" : "posted"
  }))
}

interface DecisionHolders extends Pick<Deciders, "whose"> {
  readonly reached: ReadonlyArray<PersonId>
}

const hears = (
  snapshot: CaseSnapshot,
  waiting: Waiting,
  { whose, reached }: DecisionHolders,
  person: PersonId
): OwedMessage =>
  said(waiting, toPerson(person), `${ELSEWHERE}:${waiting.digest}:${person}`, () => ({
    _tag: "DecisionElsewhere",
    child: snapshot.child,
    waiting: [{ since: waiting.since, whose, reached }]
  }))

const owedOf = (snapshot: CaseSnapshot, waiting: Waiting): ReadonlyArray<OwedMessage> => {
  const { child, there, now } = snapshot
  const { firing, since, digest } = waiting
  const keyed: MessageKey = `${ASKED}:${digest}`
  const deciders = decidersOf(snapshot, firing, { keyed, since })
  // What may be posted is in the channel already.
  const isNobody = !firing.mayGoToChat && !deciders.deciding.some(there.canBeTold)
  const above = rungsOf(snapshot, waiting)
    // The night's request ends as the office opens.
    .filter(
      ({ at, rung }) => isNobody || (at <= now && !(rung.onlyOutOfHours === true && isOfficeOpen(snapshot, waiting)))
    )
    .flatMap(({ rung: { who } }) => (who === "worker" ? [] : presentHolders(there, who)))
  const mayAct = (person: PersonId) => mayDecide(snapshot, firing, person)
  const asked = includeExistingRecipients(snapshot, keyed, [...deciders.deciding, ...above]).filter(mayAct)
  const keptFrom = keptFromOf(snapshot.state, firing)
  const others = [...new Set([...deciders.hearing, ...above])].filter(
    (person) => !mayAct(person) && !keptFrom.has(person)
  )
  const holders = { whose: deciders.whose, reached: reachedAmong(snapshot, asked) }
  const unreached = (): DecisionMessage => ({ _tag: "DecisionUnreached", child, since })
  return [
    ...(isNobody ? [said(waiting, channel, `${UNREACHED}:${digest}`, unreached)] : []),
    ...asked.map((person) => asks(snapshot, waiting, person)),
    ...others.map((person) => hears(snapshot, waiting, holders, person))
  ]
}

/** Every person who is asked for a decision, once for each that waits; one that was brought in waits as well. */
export const askedDecisions = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> =>
  waitingIn(snapshot, Instant(0))
    .flatMap((waiting) => owedOf(snapshot, waiting))
    .filter(({ key }) => kindOf(key) === ASKED || kindOf(key) === TRIGGER)

type Deliveries = ReadonlyMap<DeliveryKey, Delivery>

const isSaid = (delivered: Deliveries, { key }: OwedMessage): boolean => {
  const tag = delivered.get(key)?._tag
  return tag === "Sent" || tag === "Superseded"
}

const newestFirst = (a: OwedMessage, b: OwedMessage): number =>
  (b.owedSince ?? 0) - (a.owedSince ?? 0) || (a.key < b.key ? -1 : 1)

/** What was sent and stands for this decision: its own message, or the one that was sent in its place. */
const sentFor = (delivered: Deliveries, owed: OwedMessage): ReadonlyArray<OwedMessage> => {
  const before = delivered.get(owed.key)
  if (before?._tag === "Sent") return [owed]
  return before?._tag === "Superseded" && delivered.get(before.by)?._tag === "Sent" ? [{ ...owed, key: before.by }] : []
}

/** A reader who may take none of them reads since when each waits, and with which roles. */
const ofAll = (same: ReadonlyArray<OwedMessage>, lead: OwedMessage): OwedMessage["message"] =>
  whenAsked(() => {
    const message = lead.message()
    if (message._tag !== "DecisionElsewhere") return message
    const each = same.flatMap((one) => {
      const said = one.message()
      return said._tag === "DecisionElsewhere" ? said.waiting : []
    })
    const waiting = each.toSorted((one, other) => one.since - other.since)
    return {
      ...message,
      waiting: [
        ...new Map(waiting.map((one) => [`${one.since} ${one.whose.join()} ${one.reached.join()}`, one])).values()
      ]
    }
  })

/** The last that was sent to the same reader since: it stood for this decision too, and goes on to when its own is taken. */
const lastSince = (delivered: Deliveries, standing: OwedMessage): OwedMessage => {
  const own = delivered.get(standing.key)
  if (own?._tag !== "Sent") return standing
  const group = sameWords(standing)
  let last: Delivery & { readonly _tag: "Sent" } = own
  for (const one of delivered.values()) {
    const place = one._tag === "Sent" ? placeOf(one) : undefined
    if (one._tag !== "Sent" || place === undefined || !isMessageKey(one.key)) continue
    if (sameWords({ place, key: one.key }) === group && one.sentAt > last.sentAt) last = one
  }
  return { ...standing, key: last.key }
}

/** One message stands for all that a reader is asked: what climbs and is new is said again, and what it stood in ends. */
const oneMessage = (delivered: Deliveries, same: ReadonlyArray<OwedMessage>): ReadonlyArray<OwedMessage> => {
  const [standing] = same.flatMap((owed) => sentFor(delivered, owed)).toSorted(newestFirst)
  const unsaid = same.filter((owed) => !isSaid(delivered, owed)).toSorted(newestFirst)
  const lead =
    unsaid.find(({ urgency }) => urgency === "required") ?? (standing && lastSince(delivered, standing)) ?? unsaid[0]
  if (lead === undefined) return []
  return [
    { ...lead, message: ofAll(same, lead), supersedes: unsaid.filter((owed) => owed !== lead).map(({ key }) => key) }
  ]
}

/** Two messages of one reader with the same words. */
const sameWords = ({ place, key }: Pick<OwedMessage, "place" | "key">): string =>
  place._tag === "Person" ? `${place.person} ${kindOf(key) === ELSEWHERE}` : place._tag

const kindOf = (key: DeliveryKey): string => key.slice(0, key.indexOf(":"))

const placeOf = (delivery: Delivery): OwedMessage["place"] | undefined => {
  const person = recipientOf(delivery)
  switch (kindOf(delivery.key)) {
    case ASKED:
    case ELSEWHERE:
      return person === undefined ? undefined : { _tag: "Person", person }
    case TRIGGER:
      return person === undefined ? channel : { _tag: "Person", person }
    case UNREACHED:
      return channel
    default:
      return undefined
  }
}

/** The key of a message and of those it was sent in place of: one message may stand for several decisions. */
const stoodFor = (delivered: Deliveries, key: DeliveryKey): ReadonlyArray<DeliveryKey> => {
  const keys = new Set([key])
  // A key that is added is looked at in its turn.
  for (const by of keys) {
    for (const one of delivered.values()) if (one._tag === "Superseded" && one.by === by) keys.add(one.key)
  }
  return [...keys]
}

const asksFor =
  (firing: Firing) =>
  (key: DeliveryKey): boolean =>
    keysOf(firing).some(
      (trigger) => `${key}:`.startsWith(`${kindOf(key)}:${digestOf(trigger)}:`) || `${key}:`.includes(`:${trigger}:`)
    )

/** Each decision that a message stood for, once; a person who was left out hears of none. */
const decidedAs = (
  snapshot: CaseSnapshot,
  key: DeliveryKey,
  reader: PersonId | undefined
): NonNullable<DecisionOver["decided"]> => {
  const keys = stoodFor(snapshot.delivered, key)
  const told = firingsIn(snapshot).filter(
    (firing) =>
      firing.standing._tag === "Decided" &&
      keys.some(asksFor(firing)) &&
      (reader === undefined || !keptFromOf(snapshot.state, firing).has(reader))
  )
  const decisions = told.flatMap((firing) => {
    const entry = snapshot.entries.findLast(
      ({ recorded: { event } }) => event._tag === "TriggerDecided" && keysOf(firing).includes(event.trigger)
    )
    return entry === undefined ? [] : [{ by: entry.recorded.recordedBy, at: entry.recorded.recordedAt }]
  })
  const each = new Map(decisions.map((decision) => [`${decision.by} ${decision.at}`, decision]))
  return [...each.values()].toSorted((one, other) => one.at - other.at)
}

/** The last person to take away what a message asked to decide on; a person who was left out hears of none. */
const correctedAs = (
  snapshot: CaseSnapshot,
  taken: ReadonlyArray<GroundTaken>,
  key: DeliveryKey,
  reader: PersonId | undefined
): DecisionOver["corrected"] => {
  const keys = stoodFor(snapshot.delivered, key)
  const last = taken.findLast(
    ({ firing }) =>
      keys.some(asksFor(firing)) && (reader === undefined || !isLeftOut(snapshot.state, firing.episodeIds, reader))
  )
  return last === undefined ? undefined : { by: last.by, at: last.at }
}

/** Those who were asked may be acting on it; the person who did it knows. */
const correctedNews = (snapshot: CaseSnapshot, taken: ReadonlyArray<GroundTaken>): ReadonlyArray<OwedMessage> => {
  const { child, delivered, state, there } = snapshot
  return [...Map.groupBy(taken, ({ entry }) => entry)].flatMap(([{ version }, grounds]) => {
    const [first] = grounds
    if (first === undefined || !isNews(snapshot, first.at)) return []
    const { by, at } = first
    const asked = grounds.flatMap(({ firing }) =>
      [...delivered.values()].flatMap((delivery) => {
        const before = delivery._tag === "Superseded" ? delivered.get(delivery.by) : delivery
        const person = kindOf(delivery.key) === ASKED && asksFor(firing)(delivery.key) ? recipientOf(before) : undefined
        const isTold = person !== undefined && !isLeftOut(state, firing.episodeIds, person)
        return isTold && before?._tag === "Sent" && before.sentAt <= at ? [person] : []
      })
    )
    return [...new Set(asked)]
      .filter((person) => person !== by && there.canBeTold(person))
      .map((person) =>
        once(
          `decision-off:${version}:${person}`,
          toPerson(person),
          () => ({ _tag: "DecisionOver", child, corrected: { by, at } }),
          "required",
          at
        )
      )
  })
}

/** What was sent and is asked no more, of this person or of anybody. */
const overIn = (
  snapshot: CaseSnapshot,
  owed: ReadonlyArray<OwedMessage>,
  taken: ReadonlyArray<GroundTaken>
): ReadonlyArray<OwedMessage> => {
  const { child, delivered } = snapshot
  const standing = new Set(owed.map(({ key }) => key))
  const groups = new Set(owed.map(sameWords))
  const waiting = waitingIn(snapshot)
  return [...delivered.values()].flatMap((delivery) => {
    const { _tag, key } = delivery
    const place = _tag === "Sent" && !standing.has(key) ? placeOf(delivery) : undefined
    if (place === undefined || !isMessageKey(key)) return []
    const message = (): DecisionOver => {
      const reader = place._tag === "Person" ? place.person : undefined
      const decided = decidedAs(snapshot, key, reader)
      if (decided.length > 0) return { _tag: "DecisionOver", child, decided }
      // In the channel each trigger has a message of its own.
      const isSaidLater = place._tag === "Person" && groups.has(sameWords({ place, key }))
      const corrected = isSaidLater ? undefined : correctedAs(snapshot, taken, key, reader)
      if (corrected !== undefined) return { _tag: "DecisionOver", child, corrected }
      const isElsewhere = waiting.some(
        ({ digest, firing }) =>
          key.startsWith(`${ELSEWHERE}:${digest}:`) &&
          !(reader !== undefined && keptFromOf(snapshot.state, firing).has(reader))
      )
      return { _tag: "DecisionOver", child, isSaidLater, ...(isElsewhere && !isSaidLater ? { isElsewhere } : {}) }
    }
    return [{ ...once(key, place, message, "record"), keptCurrent: true }]
  })
}

/** Everybody who had been asked by a moment for a decision that was taken after it, and is asked for none now. */
export const decisionsTakenSince = (snapshot: CaseSnapshot, since: Instant): ReadonlyArray<PersonId> =>
  decisionsWaiting(snapshot).flatMap(({ place, key, message }) => {
    const sent = snapshot.delivered.get(key)
    if (place._tag !== "Person" || sent?._tag !== "Sent" || sent.sentAt > since || kindOf(key) === ELSEWHERE) return []
    const said = message()
    const isTaken = said._tag === "DecisionOver" && said.decided?.some(({ at }) => at >= since) === true
    return isTaken ? [place.person] : []
  })

/** What waits, and in place of what was asked or posted of a trigger, that nothing does. */
export const decisionsWaiting = (
  snapshot: CaseSnapshot,
  posted: ReadonlyArray<OwedMessage> = []
): ReadonlyArray<OwedMessage> => {
  const each = waitingIn(snapshot).flatMap((waiting) => owedOf(snapshot, waiting))
  const owed = [...Map.groupBy(each, sameWords).values()].flatMap((same) => oneMessage(snapshot.delivered, same))
  const taken = isAskedIn(snapshot) ? groundsTaken(snapshot) : []
  return [...owed, ...correctedNews(snapshot, taken), ...overIn(snapshot, [...owed, ...posted], taken)]
}
