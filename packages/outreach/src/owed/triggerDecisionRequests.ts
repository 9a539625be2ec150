/** Who is asked for a decision that waits, and who hears that it waits with others. */

import { keptFromOf } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { latestEpisode, type PersonId } from "@safe-return/domain/pathway"
import { Option } from "effect"
import type { DecisionMessage } from "../message/decisionMessages.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import { presentHolders } from "../recipients/Roster.ts"
import { climbs, isOfficeOpen, rungsOf, type Waiting, waitingIn } from "./decisionClimb.ts"
import { ASKED, digestOf, ELSEWHERE, keysOf, kindOf, TRIGGER, toPerson, UNREACHED } from "./decisionKeys.ts"
import { type CaseSnapshot, channel, includeExistingRecipients, type OwedMessage, once } from "./OwedMessage.ts"
import { type Deciders, decidersOf, mayDecide, mayDecideInQuiet, reachedAmong } from "./triggerDeciders.ts"

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

const decisionMessage = (
  waiting: Waiting,
  place: OwedMessage["place"],
  key: MessageKey,
  message: () => DecisionMessage
): OwedMessage => ({
  ...once(key, place, message, climbs(waiting) ? "required" : "task", waiting.since),
  keptCurrent: true
})

const asks = (snapshot: CaseSnapshot, waiting: Waiting, person: PersonId): OwedMessage => {
  const { child, state } = snapshot
  const { episode } = waiting
  const shown = Option.getOrElse(latestEpisode(state), () => episode)
  return decisionMessage(waiting, toPerson(person), askedKey(snapshot, waiting, person), () => ({
    _tag: "DecisionWaiting",
    child,
    episodeId: shown.id,
    opens: mayDecideInQuiet(snapshot, person) ? "everything" : "posted"
  }))
}

interface DecisionHolders extends Pick<Deciders, "whose"> {
  readonly reached: ReadonlyArray<PersonId>
}

export const hears = (
  snapshot: CaseSnapshot,
  waiting: Waiting,
  { whose, reached }: DecisionHolders,
  person: PersonId
): OwedMessage =>
  decisionMessage(waiting, toPerson(person), `${ELSEWHERE}:${waiting.digest}:${person}`, () => ({
    _tag: "DecisionElsewhere",
    child: snapshot.child,
    waiting: [{ since: waiting.since, whose, reached }]
  }))

export const owedOf = (snapshot: CaseSnapshot, waiting: Waiting): ReadonlyArray<OwedMessage> => {
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
    ...(isNobody ? [decisionMessage(waiting, channel, `${UNREACHED}:${digest}`, unreached)] : []),
    ...asked.map((person) => asks(snapshot, waiting, person)),
    ...others.map((person) => hears(snapshot, waiting, holders, person))
  ]
}

/** Every person who is asked for a decision, once for each that waits; one that was brought in waits as well. */
export const askedDecisions = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> =>
  waitingIn(snapshot, Instant(0))
    .flatMap((waiting) => owedOf(snapshot, waiting))
    .filter(({ key }) => kindOf(key) === ASKED || kindOf(key) === TRIGGER)
