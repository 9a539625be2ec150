import type { PersonId } from "@safe-return/domain/pathway"
import type { Delivery } from "@safe-return/journal"
import { personInKey } from "./personInKey.ts"

/** The person who has the message; none where it was not sent, or went to no single person. */
export const recipientOf = (delivery: Delivery | undefined): PersonId | undefined =>
  delivery?._tag === "Sent"
    ? (delivery.recipient ?? personInKey(delivery.key.slice(delivery.key.lastIndexOf(":") + 1)))
    : undefined

/** The recipient as it is kept: only where no key says it, so that earlier versions read the records of Slack. */
export const recipientToKeep = (person: PersonId): PersonId | undefined =>
  personInKey(person) === undefined ? person : undefined
