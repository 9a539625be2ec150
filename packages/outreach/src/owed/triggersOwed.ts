/** The risk triggers that were met, each said once for its evidence. */
import type { PersonId } from "@safe-return/domain/pathway"
import { type Firing, isPartOf, triggersFired } from "@safe-return/domain/risk"
import type { DeliveryKey } from "@safe-return/journal"
import { recipientsFor } from "../recipients/Roster.ts"
import { type CaseSnapshot, channel, type OwedMessage, once, whenAsked } from "./OwedMessage.ts"

/** Said under a key it had before a merge, it is said. */
const triggerKey = ({ key, formerKeys = [] }: Firing, { delivered }: CaseSnapshot): DeliveryKey => {
  const said = [key, ...formerKeys].find((one) => delivered.has(`trigger:${one}`))
  return `trigger:${said ?? key}`
}

/** Of firings that grew while nothing could be sent, or by a late notification, only the one with most evidence. */
export const triggers = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { child, state, now, announceFrom, allocatedWorker, facts = {}, calendars } = snapshot
  const news = triggersFired(state, { now, facts, calendars }).filter(
    ({ mayGoToChat, metAt }) => mayGoToChat && metAt >= announceFrom
  )
  const whole = news.filter(
    (firing) => firing.standing._tag === "Open" && !news.some((other) => isPartOf(firing, other))
  )
  return whole.flatMap((firing) => {
    const message = whenAsked(() => ({ _tag: "TriggerAlert", child, firing, state }))
    const urgency = firing.level === "must" ? "required" : "task"
    const parts = news.filter((other) => isPartOf(other, firing)).map((other) => triggerKey(other, snapshot))
    const toChannel: OwedMessage = {
      ...once(triggerKey(firing, snapshot), channel, message, urgency, firing.metAt),
      supersedes: parts
    }
    const to =
      (person: PersonId) =>
      (key: DeliveryKey): DeliveryKey =>
        `${key}:${person}`
    const people =
      allocatedWorker === undefined
        ? []
        : recipientsFor({
            ...snapshot,
            person: allocatedWorker,
            key: to(allocatedWorker)(triggerKey(firing, snapshot)),
            at: firing.metAt
          })
    const toPeople = people.map((person): OwedMessage => {
      const toPerson = once(
        to(person)(triggerKey(firing, snapshot)),
        { _tag: "Person", person },
        message,
        urgency,
        firing.metAt
      )
      return { ...toPerson, supersedes: parts.map(to(person)) }
    })
    return [toChannel, ...toPeople]
  })
}
