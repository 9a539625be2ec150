/** Who stands on each rung of an alert's ladder, in Slack by name and out of it by address. */

import { alertOf, allocatedWorkers, type Episode, type PersonId } from "@safe-return/domain/pathway"
import type { Rung } from "@safe-return/domain/policy"
import type { DeliveryKey } from "@safe-return/journal"
import type { MessageKey } from "../message/messageKinds.ts"
import { type EscalationRole, presentHolders, standIn, type Way } from "../recipients/Roster.ts"
import { ladderKey } from "./alertReach.ts"
import type { CaseSnapshot } from "./OwedMessage.ts"

/** The workers who are told of a child: the one the profile names first, then those the episode was allocated to. */
export const workersOf = (
  { allocatedWorker }: Pick<CaseSnapshot, "allocatedWorker">,
  episode: Episode
): ReadonlyArray<PersonId> => {
  const [answerable, ...others] = allocatedWorkers(episode)
  const first = allocatedWorker ?? answerable
  return first === undefined ? [] : [...new Set([first, ...others])]
}

/** The people of a rung in Slack: the allocated workers or those who act for them, or everybody who holds the role. */
export const peopleOn = (
  snapshot: CaseSnapshot,
  episode: Episode,
  { who }: Pick<Rung, "who">
): ReadonlyArray<PersonId> => {
  if (who !== "worker") return presentHolders(snapshot.there, who)
  return [...new Set(workersOf(snapshot, episode).flatMap((worker) => standIn(snapshot.there, worker) ?? []))]
}

/** Where a key of the ladder names a role: told though they are away, because nobody stands on any rung. */
export const WHO_IS_LEFT = "nobody"

export const isToWhoIsLeft = (key: DeliveryKey): boolean => key.includes(`:${WHO_IS_LEFT}:`)

/** Beside the channel: everybody who has an alert, and who is not there. */
export const keyOfWhoIsLeft = (episode: Episode): MessageKey =>
  `${ladderKey(episode, alertOf(episode).number)}:${WHO_IS_LEFT}`

const otherWay = { email: "sms", sms: "email" } as const

/** An address of a rung out of Slack, with the key of its message. */
interface OutsideAddress {
  readonly key: MessageKey
  readonly role: EscalationRole
  readonly way: Way
  readonly nth: number
}

const addressesBy = (
  snapshot: CaseSnapshot,
  episode: Episode,
  role: EscalationRole,
  way: Way
): ReadonlyArray<OutsideAddress> =>
  Array.from({ length: snapshot.there.addresses(role, way) }, (_, nth) => ({
    key: `${ladderKey(episode, alertOf(episode).number)}:${role}:${way}-${nth}`,
    role,
    way,
    nth
  }))

export const areAllUndelivered = ({ delivered }: CaseSnapshot, addresses: ReadonlyArray<OutsideAddress>): boolean =>
  addresses.every(({ key }) => delivered.get(key)?._tag === "Undelivered")

/** The addresses of a rung out of Slack; of its role's other way too, once none by the rung's own could be told. */
export const outsideOn = (
  snapshot: CaseSnapshot,
  episode: Episode,
  { by, who }: Rung
): ReadonlyArray<OutsideAddress> => {
  if (by === undefined || who === "worker") return []
  const own = addressesBy(snapshot, episode, who, by)
  if (own.length === 0 || !areAllUndelivered(snapshot, own)) return own
  return [...own, ...addressesBy(snapshot, episode, who, otherWay[by])]
}

/** Who is on record for a rung, whether or not they are there. */
export const holdersOn = (snapshot: CaseSnapshot, episode: Episode, { who }: Rung): ReadonlyArray<PersonId> =>
  who === "worker" ? workersOf(snapshot, episode) : snapshot.there.holders[who]
