/** The alert that nobody acknowledges, to the next rung: in Slack, and at the end out of it. */

import type { Instant } from "@safe-return/domain/calendar"
import type { Climb, RungReached } from "@safe-return/domain/escalation"
import type { Message } from "../message/Message.ts"
import { isMessageKey, type MessageKey } from "../message/messageKinds.ts"
import { hasAnswered } from "./acknowledgement.ts"
import { alertsAskedAgain } from "./alertAskedAgain.ts"
import { climbsOf } from "./alertClimbs.ts"
import { alertFacts, awaitedRoles } from "./alertFacts.ts"
import { ladderKey } from "./alertReach.ts"
import { alertStandingOf, onRungsBefore, toldBefore, toldSince, toldWhileThere } from "./alertStanding.ts"
import { emptyRoleMessages } from "./emptyRoleOwed.ts"
import { alertUrgency, type CaseSnapshot, includeExistingRecipients, type OwedMessage, once } from "./OwedMessage.ts"
import { recipientOf } from "./recipientOf.ts"
import { keyOfWhoIsLeft, outsideOn, peopleOn } from "./rungRecipients.ts"

const rungKey = ({ episode, alert }: Climb, { rung: { who } }: RungReached): MessageKey =>
  `${ladderKey(episode, alert.number)}:${who}`

const inSlack = (snapshot: CaseSnapshot, climb: Climb, rung: RungReached): ReadonlyArray<OwedMessage> => {
  const { episode } = climb
  const before = toldBefore(snapshot, climb, rung)
  // A person who stands on two rungs was told on the first, and one who has answered needs no telling.
  const earlier = onRungsBefore(snapshot, climb, rung)
  const people = peopleOn(snapshot, episode, rung.rung).filter(
    (person) => !earlier.includes(person) && !hasAnswered(episode, person)
  )
  const key = rungKey(climb, rung)
  const standing = peopleOn(snapshot, episode, rung.rung)
  // A cover whose time is over, or who holds the role no more, keeps it only while nobody else can be told.
  const readers = includeExistingRecipients(snapshot, key, people).filter(
    (person) => standing.length === 0 || standing.includes(person) || hasAnswered(episode, person)
  )
  return readers.map((person) => ({
    ...once(
      `${key}:${person}`,
      { _tag: "Person", person } as const,
      () => {
        const since = toldSince(snapshot, climb, rung)
        const told = since.length === 0 ? { before } : { before, since }
        const awaits = awaitedRoles(snapshot, episode, rung.at)
        return { _tag: "EscalationAlert", ...alertFacts(snapshot, episode), awaits, ...told, reader: person }
      },
      alertUrgency(episode),
      rung.at
    ),
    keptCurrent: true
  }))
}

const outside = (snapshot: CaseSnapshot, { episode }: Climb, { rung, at }: RungReached): ReadonlyArray<OwedMessage> =>
  outsideOn(snapshot, episode, rung).map(({ key, role, way, nth }) =>
    once(key, { _tag: "Outside", way, role, nth }, () => ({ _tag: "OutsideAlert" }), alertUrgency(episode), at)
  )

/** An address may be on two rungs: its own, and where the other way of its role could not be told. */
const eachOnce = (owed: ReadonlyArray<OwedMessage>): ReadonlyArray<OwedMessage> =>
  [...new Map(owed.toReversed().map((message) => [message.key, message])).values()].toReversed()

/** The allocated worker was told by the alert itself. */
const isAlertItself = ({ rung: { who, by, afterMinutes } }: RungReached): boolean =>
  who === "worker" && by === undefined && afterMinutes === 0

/** A rung that an alert had come to may not be one it would come to now: who was told goes on having it. */
const toldBeforeThis = (
  snapshot: CaseSnapshot,
  climb: Climb,
  owed: ReadonlyArray<OwedMessage>
): ReadonlyArray<OwedMessage> => {
  const { delivered } = snapshot
  const { episode, alert } = climb
  const start = `${ladderKey(episode, alert.number)}:`
  const reached = new Set(climb.reached.map((rung) => `${rungKey(climb, rung)}:`))
  const isReached = (key: string): boolean => reached.has(key.slice(0, key.lastIndexOf(":") + 1))
  return [...delivered.values()].flatMap((delivery) => {
    const { key } = delivery
    const reader = key.startsWith(start) ? recipientOf(delivery) : undefined
    if (reader === undefined || !isMessageKey(key) || isReached(key)) return []
    // Who is asked on a rung by now is asked there alone.
    if (owed.some(({ place }) => place._tag === "Person" && place.person === reader)) return []
    const message = (): Message => {
      const told =
        isMessageKey(key) && key.startsWith(`${keyOfWhoIsLeft(episode)}:`)
          ? toldWhileThere(snapshot, episode)
          : (alertStandingOf(snapshot, episode)?.told ?? [])
      const others = told.map((rung) => ({ ...rung, people: rung.people.filter((person) => person !== reader) }))
      const before = others.filter(({ people }, place) => people.length > 0 || told[place]?.people.length === 0)
      return { _tag: "EscalationAlert", ...alertFacts(snapshot, episode), before, reader }
    }
    return [{ ...once(key, { _tag: "Person", person: reader }, message, "record"), keptCurrent: true }]
  })
}

/** What left Slack cannot be changed: those who had it there are told that nothing is asked of them any more. */
const acknowledged = (
  { delivered }: CaseSnapshot,
  sent: ReadonlyArray<OwedMessage>,
  at: Instant
): ReadonlyArray<OwedMessage> =>
  sent.flatMap(({ key, place }) =>
    place._tag === "Outside" && delivered.get(key)?._tag === "Sent"
      ? [once(`acknowledged:${key}`, place, () => ({ _tag: "OutsideAcknowledged" }), "required", at)]
      : []
  )

/** Once every role of a step has answered, nobody further is told, and what was sent is kept current. */
export const ladder = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> =>
  climbsOf(snapshot).flatMap((climb) => {
    const again = alertsAskedAgain(snapshot, climb)
    const askedAgain = new Set(again.flatMap(({ key }) => recipientOf(snapshot.delivered.get(key)) ?? []))
    // Who was asked again is asked there alone.
    const isFirst = ({ place }: OwedMessage): boolean => place._tag !== "Person" || !askedAgain.has(place.person)
    const first = eachOnce([
      ...climb.reached
        .filter((rung) => !isAlertItself(rung))
        .flatMap((rung) =>
          rung.rung.by === undefined ? inSlack(snapshot, climb, rung) : outside(snapshot, climb, rung)
        ),
      ...emptyRoleMessages(snapshot, climb)
    ])
    const standing = [...first.filter(isFirst), ...again]
    const isStopped = climb.stoppedAt !== undefined
    // Once it has its answers, who would be told by now keeps what they were told before.
    const asked = isStopped ? standing.filter(({ key }) => snapshot.delivered.has(key)) : standing
    const owed = [...asked, ...toldBeforeThis(snapshot, climb, asked)]
    return isStopped ? [...owed, ...acknowledged(snapshot, owed, climb.stoppedAt)] : owed
  })
