import type { PersonId } from "@safe-return/domain/pathway"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import type { Outcome } from "../message/endMessages.ts"
import type { Message } from "../message/Message.ts"
import { isMessageKey, type MessageKey } from "../message/messageKinds.ts"
import type { UndeliveredFacts } from "../message/teamMessages.ts"
import { unreachableReasonOf } from "../recipients/UnreachableReason.ts"
import { isWaitingReason } from "../sending/WaitingReason.ts"
import { isKeptCurrent, timesOfMessages } from "./freshNews.ts"
import { type CaseSnapshot, channel, isAlert, type OwedMessage, once, type Place } from "./OwedMessage.ts"
import { recipientOf } from "./recipientOf.ts"

type Undelivered = Delivery & { readonly _tag: "Undelivered" }

const NEWS = "undelivered:"

/** Whether this tells that something could not be delivered: of that being undeliverable itself, only the log tells. */
export const isUndeliveredNews = (key: DeliveryKey): boolean => key.startsWith(NEWS)

export interface UndeliveredRecipients {
  readonly administrators: ReadonlyArray<PersonId>
  readonly managers: ReadonlyArray<PersonId>
}

const newsKey = ({ key, since }: Undelivered, to: string): MessageKey => `${NEWS}${key}:${since}:${to}`

/** What could not be delivered is told to those who can act; an alert to one person goes to the channel. */
export const undeliveredNews = (
  snapshot: CaseSnapshot,
  owed: ReadonlyArray<OwedMessage>,
  who: UndeliveredRecipients
): ReadonlyArray<OwedMessage> =>
  owed.flatMap((message) => {
    const { key, place, urgency } = message
    const failed = snapshot.delivered.get(key)
    if (failed?._tag !== "Undelivered") return []
    const person = place._tag === "Person" ? { person: place.person } : {}
    const outside = place._tag === "Outside" ? { outside: { role: place.role, way: place.way } } : {}
    const facts: UndeliveredFacts = { child: snapshot.child, key, reason: failed.reason, ...person, ...outside }
    const isOfAlert = isAlert(urgency)
    const tell = (people: ReadonlyArray<PersonId>, message: () => Message) =>
      people
        .filter((to) => place._tag !== "Person" || to !== place.person)
        .map((to) =>
          once(newsKey(failed, to), { _tag: "Person", person: to }, message, isOfAlert ? "alert" : "task", failed.at)
        )
    const toChannel =
      isOfAlert && place._tag === "Person"
        ? [
            once(
              newsKey(failed, "channel"),
              channel,
              () => ({ _tag: "UndeliveredAlert", ...facts }),
              "alert",
              failed.at
            )
          ]
        : []
    if (unreachableReasonOf(failed.reason) !== undefined) return toChannel
    // Hundreds may wait: of those that are no alert people are told once, by their number.
    if (isWaitingReason(failed.reason)) {
      if (!isOfAlert || failed.reason === "carrier-away") return []
      return [...toChannel, ...tell(who.managers, () => ({ _tag: "UndeliveredNotice", ...facts }))]
    }
    const onlyAdministrators = who.administrators.filter((to) => !who.managers.includes(to))
    return [
      ...toChannel,
      ...tell(who.managers, () => ({ _tag: "UndeliveredNotice", ...facts })),
      ...tell(onlyAdministrators, () => ({ _tag: "UndeliveredFault", ...facts }))
    ]
  })

/** What was told of a message that has arrived since, or that is owed no longer. */
export const undeliveredOver = (
  snapshot: CaseSnapshot,
  owed: ReadonlyArray<OwedMessage>
): ReadonlyArray<OwedMessage> => {
  if (!isKeptCurrent(snapshot)) return []
  const { delivered } = snapshot
  const actedOnDays = timesOfMessages(snapshot).actedOnDays.value
  const hasArrived = (key: DeliveryKey) => {
    const tag = delivered.get(key)?._tag
    return tag === "Sent" || tag === "Superseded"
  }
  const standing = new Set<string>(owed.flatMap(({ key }) => (hasArrived(key) ? [] : [key])))
  return [...delivered.values()].flatMap((delivery) => {
    const { _tag, key } = delivery
    if (_tag !== "Sent" || !isMessageKey(key) || !isUndeliveredNews(key)) return []
    const parts = key.split(":")
    const about = parts.slice(1, -2).join(":")
    if (standing.has(about)) return []
    const person = recipientOf(delivery)
    const place: Place = person === undefined ? channel : { _tag: "Person", person }
    const outcome: Outcome = { _tag: "Delivered", hasArrived: hasArrived(about) }
    return [{ ...once(key, place, () => ({ _tag: "RequestOver", outcome }), "record"), keptCurrent: true, actedOnDays }]
  })
}
