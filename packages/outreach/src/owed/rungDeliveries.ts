/** What is kept of the messages of an alert's rungs, each with its reader. */

import { alertOf, type Episode, type PersonId } from "@safe-return/domain/pathway"
import type { Rung } from "@safe-return/domain/policy"
import type { Delivery } from "@safe-return/journal"
import { alertDeliveries, ladderKey } from "./alertReach.ts"
import type { CaseSnapshot } from "./OwedMessage.ts"
import { recipientOf } from "./recipientOf.ts"
import { holdersOn, outsideOn, peopleOn, WHO_IS_LEFT, workersOf } from "./rungRecipients.ts"

type Sent = Extract<Delivery, { readonly _tag: "Sent" }>

export const sentOf = (episode: Episode, { delivered }: CaseSnapshot): ReadonlyArray<Sent> =>
  alertDeliveries(episode, delivered).flatMap((delivery) => (delivery._tag === "Sent" ? [delivery] : []))

/** The messages of the alert itself, whatever came of them: to the workers of the time, or their covers. */
const toWorkers = <Message extends Delivery>(
  episode: Episode,
  messages: ReadonlyArray<Message>
): ReadonlyArray<readonly [PersonId, Message]> => {
  const ladder = ladderKey(episode, alertOf(episode).number)
  return messages.flatMap((message) => {
    const person = message.key.startsWith(`${ladder}:`) ? undefined : recipientOf(message)
    return person === undefined ? [] : [[person, message] as const]
  })
}

/** Who was alerted as a worker, but for those on the rung now: it was not empty then. */
export const hasFormerReader = (snapshot: CaseSnapshot, episode: Episode, rung: Rung): boolean => {
  const people = [...workersOf(snapshot, episode), ...peopleOn(snapshot, episode, rung)]
  return toWorkers(episode, alertDeliveries(episode, snapshot.delivered)).some(([reader]) => !people.includes(reader))
}

/** What was sent of the alert itself to the workers of the time, or their covers. */
export const sentToWorkers = (snapshot: CaseSnapshot, episode: Episode): ReadonlyArray<readonly [PersonId, Sent]> =>
  toWorkers(episode, sentOf(episode, snapshot))

/** The messages of an alert that went to a rung in Slack, each with its reader. */
export const sentOn = (
  snapshot: CaseSnapshot,
  episode: Episode,
  rung: Rung
): ReadonlyArray<readonly [PersonId, Sent]> => {
  const ladder = ladderKey(episode, alertOf(episode).number)
  const holders = holdersOn(snapshot, episode, rung)
  return sentOf(episode, snapshot).flatMap((sent) => {
    const person = recipientOf(sent)
    if (person === undefined) return []
    // On a ladder with nobody there, those who were away were told for their role.
    const isForRung =
      sent.key === `${ladder}:${rung.who}:${person}` ||
      (sent.key === `${ladder}:${WHO_IS_LEFT}:${person}` && holders.includes(person))
    return isForRung ? [[person, sent] as const] : []
  })
}

export const outsideSentOn = (snapshot: CaseSnapshot, episode: Episode, rung: Rung): ReadonlyArray<Sent> => {
  const keys = outsideOn(snapshot, episode, rung).map(({ key }): string => key)
  return sentOf(episode, snapshot).filter(({ key }) => keys.includes(key))
}

/** The Missing Co-ordinators who were told of the report itself, before the alert comes to their step. */
export const toldOfReport = (snapshot: CaseSnapshot, episode: Episode): ReadonlyArray<readonly [PersonId, Sent]> =>
  alertOf(episode).because !== "reported"
    ? []
    : [...snapshot.delivered.values()].flatMap((delivery) => {
        const person = delivery.key.startsWith(`coordinator-alert:${episode.id}:`) ? recipientOf(delivery) : undefined
        return delivery._tag === "Sent" && person !== undefined ? [[person, delivery] as const] : []
      })
