/** That a person is unreachable: once for each person and cause, to those who can see to it, until it changes. */

import type { Role } from "@safe-return/casework"
import { PersonId } from "@safe-return/domain/pathway"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import type { Message } from "../message/Message.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import type { ReachableAgain } from "../message/teamMessages.ts"
import type { Unreachable } from "../recipients/Reachability.ts"
import { type OwedMessage, once, whenAsked } from "./OwedMessage.ts"

const NEWS = "cannot-be-told"

interface SaidFacts {
  /** What was sent to the team. */
  readonly delivered: ReadonlyMap<DeliveryKey, Delivery>
  /** By which the transport tells what it has sent from what it would send. */
  readonly fingerprintOf: (message: Message) => string
}

export interface UnreachableFacts extends SaidFacts {
  readonly notTold: ReadonlyMap<PersonId, Unreachable>
  /** Who messages are known to reach: of others nothing is known, and what was said of them stands. */
  readonly isTold: (person: PersonId) => boolean
  readonly rolesOf: (person: PersonId) => ReadonlyArray<Role>
  /** Who can see to it. */
  readonly readers: ReadonlyArray<PersonId>
}

interface Said {
  readonly person: PersonId
  readonly why: string
  /** Epoch milliseconds. */
  readonly since: string
  readonly key: MessageKey
  readonly reader: PersonId
  /** It has been said since that they can be told again. */
  readonly isOver: boolean
}

const keyOf = (person: PersonId, why: string, since: string, reader: PersonId): MessageKey =>
  `${NEWS}:${person}:${why}:${since}:${reader}`

const reachableAgain = (person: PersonId): ReachableAgain => ({ _tag: "ReachableAgain", person })

/** What each reader has been told of people who are unreachable. */
const saidIn = ({ delivered, fingerprintOf }: SaidFacts): ReadonlyArray<Said> =>
  [...delivered.values()].flatMap((delivery) => {
    const [news, who, why = "", since = "", to] = delivery.key.split(":")
    if (news !== NEWS || who === undefined || to === undefined) return []
    const [person, reader] = [PersonId.make(who), PersonId.make(to)]
    const key = keyOf(person, why, since, reader)
    const isOver = delivery._tag === "Sent" && delivery.fingerprint === fingerprintOf(reachableAgain(person))
    return [{ person, why, since, key, reader, isOver }]
  })

/** The people who were reported as unreachable, and not yet as reachable again. */
export const announcedUnreachable = (facts: SaidFacts): ReadonlySet<PersonId> =>
  new Set(saidIn(facts).flatMap(({ person, isOver }) => (isOver ? [] : [person])))

export const unreachableNews = (facts: UnreachableFacts): ReadonlyArray<OwedMessage> => {
  const said = saidIn(facts).filter(({ isOver }) => !isOver)
  const now = [...facts.notTold.values()].flatMap(({ person, why, since }) => {
    // The same cause as before is the same news, also after a restart, which learns of it afresh.
    const before = said.find((one) => one.person === person && one.why === why)
    const from = before?.since ?? String(since)
    const message = whenAsked(() => ({ _tag: "UnreachablePerson", person, why, roles: facts.rolesOf(person) }))
    return facts.readers
      .filter((reader) => reader !== person)
      .map((reader): OwedMessage => {
        const to = once(keyOf(person, why, from, reader), { _tag: "Person", person: reader }, message, "task", since)
        return { ...to, keptCurrent: true }
      })
  })
  const over = said
    .filter(({ person }) => facts.isTold(person))
    .filter(({ key }) => facts.delivered.get(key)?._tag === "Sent")
    .map(
      ({ key, person, reader }): OwedMessage => ({
        ...once(key, { _tag: "Person", person: reader }, () => reachableAgain(person), "task"),
        keptCurrent: true
      })
    )
  return [...now, ...over]
}
