/** What becomes of a message that asked for a decision, once it is taken or asked for no more. */

import { keptFromOf } from "@safe-return/casework"
import { isLeftOut, type PersonId } from "@safe-return/domain/pathway"
import type { DeliveryKey } from "@safe-return/journal"
import type { DecisionOver } from "../message/decisionMessages.ts"
import { isMessageKey } from "../message/messageKinds.ts"
import { waitingIn } from "./decisionClimb.ts"
import { ASKED, asksFor, ELSEWHERE, keysOf, kindOf, placeOf, sameWords, stoodFor, toPerson } from "./decisionKeys.ts"
import type { GroundTaken } from "./decisionsOff.ts"
import { firingsIn } from "./firingsIn.ts"
import { isNews } from "./freshNews.ts"
import { type CaseSnapshot, type OwedMessage, once } from "./OwedMessage.ts"
import { recipientOf } from "./recipientOf.ts"

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
export const correctedNews = (
  snapshot: CaseSnapshot,
  taken: ReadonlyArray<GroundTaken>
): ReadonlyArray<OwedMessage> => {
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
export const overIn = (
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
