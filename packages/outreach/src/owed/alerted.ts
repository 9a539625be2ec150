/** Who was sent an alert of an episode: people in Slack, and addresses out of it. */
import type { ChildState, Episode, PersonId } from "@safe-return/domain/pathway"
import type { DeliveryKey } from "@safe-return/journal"
import type { MessageKind } from "../message/messageKinds.ts"
import { escalationRoles, type Way } from "../recipients/Roster.ts"
import { isOutsideKey } from "./alertReach.ts"
import type { CaseSnapshot, Place } from "./OwedMessage.ts"
import { recipientOf } from "./recipientOf.ts"

/** How the keys of alerts begin. */
export const alertKinds: ReadonlySet<string> = new Set([
  "worker-alert",
  "coordinator-alert",
  "alert",
  "moved",
  "missing-after-all",
  "ladder"
] satisfies ReadonlyArray<MessageKind>)

/** This one, and the records that were joined to it: those who were alerted of them are looking for the same child. */
const recordsOf = ({ episodes }: ChildState, { id }: Episode): ReadonlyArray<string> => [
  id,
  ...episodes.flatMap(({ id: other, progress }) =>
    progress._tag === "Cancelled" && progress.duplicateOf === id ? [other] : []
  )
]

export type Outside = Place & { readonly _tag: "Outside" }

const outsideIn = (key: DeliveryKey): Outside | undefined => {
  const [role, address] = key.split(":").slice(-2)
  const [way, nth] = address?.split("-") ?? []
  const known = escalationRoles.find((one) => one === role)
  return known === undefined ? undefined : { _tag: "Outside", way: way as Way, role: known, nth: Number(nth) }
}

interface Alerted {
  readonly people: ReadonlyArray<PersonId>
  readonly outside: ReadonlyArray<Outside>
}

export const alertedOf = ({ delivered, state }: CaseSnapshot, episode: Episode): Alerted => {
  const records = recordsOf(state, episode)
  const people = new Set<PersonId>()
  const outside = new Map<string, Outside>()
  for (const delivery of delivered.values()) {
    const { _tag, key } = delivery
    const [kind = "", ...parts] = key.split(":")
    if (
      _tag !== "Sent" ||
      "isShadowed" in delivery ||
      !alertKinds.has(kind) ||
      !parts.some((part) => records.includes(part))
    )
      continue
    const person = recipientOf(delivery)
    if (person !== undefined) people.add(person)
    const address = isOutsideKey(key) ? outsideIn(key) : undefined
    if (address !== undefined) outside.set(`${address.role}:${address.way}-${address.nth}`, address)
  }
  return { people: [...people], outside: [...outside.values()] }
}
