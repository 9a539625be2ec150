import type { PersonId } from "@safe-return/domain/pathway"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { alertUndelivered, type UndeliveredFacts, undelivered } from "../messages/undelivered.ts"
import { type CaseToTell, channel, type OwedMessage, once } from "./OwedMessage.ts"

type Undelivered = Delivery & { readonly _tag: "Undelivered" }

const NEWS = "undelivered:"

/** Whether this tells that something could not be delivered: of that being undeliverable itself, only the log tells. */
export const isUndeliveredNews = (key: DeliveryKey): boolean => key.startsWith(NEWS)

export interface ToldOfTrouble {
  readonly administrators: ReadonlyArray<PersonId>
  readonly managers: ReadonlyArray<PersonId>
}

const newsKey = ({ key, since }: Undelivered, to: string): DeliveryKey => `${NEWS}${key}:${since}:${to}`

/** Administrators; team managers too once no administrator can be reached, and for an alert nobody can see. */
const whoIsTold = (
  { delivered }: CaseToTell,
  { urgency, place }: OwedMessage,
  failed: Undelivered,
  { administrators, managers }: ToldOfTrouble
): ReadonlyArray<PersonId> => {
  const nobodyReached = administrators.every((person) => delivered.get(newsKey(failed, person))?._tag === "Undelivered")
  const isUnseenAlert = urgency === "alert" && place._tag !== "Person"
  const told = nobodyReached || isUnseenAlert ? [...administrators, ...managers] : administrators
  const unreachable = place._tag === "Person" ? place.person : undefined
  return [...new Set(told)].filter((person) => person !== unreachable)
}

/** That something is owed and could not be delivered: somebody is told, and an alert to one person goes to others. */
export const undeliveredNews = (
  told: CaseToTell,
  owed: ReadonlyArray<OwedMessage>,
  who: ToldOfTrouble
): ReadonlyArray<OwedMessage> =>
  owed.flatMap((message) => {
    const { key, place, urgency } = message
    const failed = told.delivered.get(key)
    if (failed?._tag !== "Undelivered") return []
    const person = place._tag === "Person" ? { person: place.person } : {}
    const outside = place._tag === "Outside" ? { outside: { role: place.role, way: place.way } } : {}
    const facts: UndeliveredFacts = { child: told.child, key, reason: failed.reason, ...person, ...outside }
    const isAlert = urgency === "alert"
    const news = whoIsTold(told, message, failed, who).map((to) =>
      once(newsKey(failed, to), { _tag: "Person", person: to }, undelivered(facts), isAlert ? "alert" : "task")
    )
    return isAlert && place._tag === "Person"
      ? [once(newsKey(failed, "channel"), channel, alertUndelivered(facts), "alert"), ...news]
      : news
  })
