/** That a decision on a trigger waits, to everybody who may take it, and to those above them until it is taken. */

import type { Instant } from "@safe-return/domain/calendar"
import type { PersonId } from "@safe-return/domain/pathway"
import type { Delivery } from "@safe-return/journal"
import { isMessageKey } from "../message/messageKinds.ts"
import { isAskedIn, waitingIn } from "./decisionClimb.ts"
import { type Deliveries, ELSEWHERE, kindOf, placeOf, sameWords } from "./decisionKeys.ts"
import { groundsTaken } from "./decisionsOff.ts"
import { correctedNews, overIn } from "./decisionsOver.ts"
import { type CaseSnapshot, type OwedMessage, whenAsked } from "./OwedMessage.ts"
import { owedOf } from "./triggerDecisionRequests.ts"

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
