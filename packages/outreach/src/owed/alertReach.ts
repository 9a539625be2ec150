/** Who the alert of an episode has reached in Slack, by what is kept of its messages. */

import { alertOf, type Episode, type PersonId } from "@safe-return/domain/pathway"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import type { MessageKey } from "../message/messageKinds.ts"

type Deliveries = ReadonlyMap<DeliveryKey, Delivery>

/** Brings the rungs of one alert under one beginning; `who` follows. */
export const ladderKey = ({ id }: Episode, alert: number): MessageKey => `ladder:${id}:${alert}`

/** How the keys begin under which an alert itself is sent: to the channel as it stands, to a person with `:` and who. */
const alertKeys = (episode: Episode, delivered: Deliveries): ReadonlyArray<MessageKey> => {
  const { number, because } = alertOf(episode)
  if (because === "reported") return [`card:${episode.id}`, `worker-alert:${episode.id}`]
  if (because !== "missing-after-all") return [`alert:${episode.id}:${number}`]
  const versions = [...delivered.keys()].flatMap((key) => {
    const [kind, version, id] = key.split(":")
    return kind === "missing-after-all" && id === episode.id ? [Number(version)] : []
  })
  return versions.length === 0 ? [] : [`missing-after-all:${Math.max(...versions)}:${episode.id}`]
}

const isUnder = (key: DeliveryKey, start: MessageKey): boolean => key === start || key.startsWith(`${start}:`)

/** An address outside Slack is named by its way; every person and the channel are in Slack. */
export const isOutsideKey = (key: DeliveryKey): boolean => /:(?:email|sms)-\d+$/.test(key)

/** What is kept of the messages of an episode's newest alert: the alert itself, and its ladder. */
export const alertDeliveries = (episode: Episode, delivered: Deliveries): ReadonlyArray<Delivery> => {
  const starts = [...alertKeys(episode, delivered), ladderKey(episode, alertOf(episode).number)]
  return [...delivered.values()].filter(({ key }) => starts.some((start) => isUnder(key, start)))
}

/**
 * Nothing of this alert has arrived in Slack or is on its way: to the channel and to the first people it is undelivered.
 *
 * @param first who the alert comes to first
 */
export const hasReachedNobody = (episode: Episode, delivered: Deliveries, first: ReadonlyArray<PersonId>): boolean => {
  const isSent = alertDeliveries(episode, delivered).some(({ key, _tag }) => _tag === "Sent" && !isOutsideKey(key))
  const isLostToChannel = alertKeys(episode, delivered).some((key) => delivered.get(key)?._tag === "Undelivered")
  return !isSent && isLostToChannel && first.every((person) => isUndeliveredTo(episode, person, delivered))
}

/** Whether the alert to this person is kept as undelivered, under the alert itself or on the ladder. */
export const isUndeliveredTo = (episode: Episode, person: PersonId, delivered: Deliveries): boolean => {
  const ladder = ladderKey(episode, alertOf(episode).number)
  const keys = alertKeys(episode, delivered).map((start) => `${start}:${person}`)
  const tags = [...delivered.values()].flatMap(({ key, _tag }) =>
    keys.includes(key) || (key.startsWith(`${ladder}:`) && key.endsWith(`:${person}`)) ? [_tag] : []
  )
  return tags.includes("Undelivered") && !tags.includes("Sent")
}
