/** The keys of the messages about a decision: which ask for it, of which reader, and what they stood for. */

import { createHash } from "node:crypto"
import type { PersonId, TriggerKey } from "@safe-return/domain/pathway"
import type { Firing } from "@safe-return/domain/risk"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { channel, type OwedMessage } from "./OwedMessage.ts"
import { recipientOf } from "./recipientOf.ts"

/** A trigger's own key names its rule, which a message's key must not: it is kept beside the message. */
export const digestOf = (key: TriggerKey): string => createHash("sha256").update(key).digest("hex").slice(0, 16)

export const ASKED = "decision"

export const ELSEWHERE = "decision-elsewhere"

export const UNREACHED = "decision-nobody"

/** Said by the message of the trigger itself, before every decision was asked for in the same words. */
export const TRIGGER = "trigger"

export const keysOf = ({ key, formerKeys = [] }: Firing): ReadonlyArray<TriggerKey> => [key, ...formerKeys]

export const toPerson = (person: PersonId): OwedMessage["place"] => ({ _tag: "Person", person })

export type Deliveries = ReadonlyMap<DeliveryKey, Delivery>

/** Two messages of one reader with the same words. */
export const sameWords = ({ place, key }: Pick<OwedMessage, "place" | "key">): string =>
  place._tag === "Person" ? `${place.person} ${kindOf(key) === ELSEWHERE}` : place._tag

export const kindOf = (key: DeliveryKey): string => key.slice(0, key.indexOf(":"))

export const placeOf = (delivery: Delivery): OwedMessage["place"] | undefined => {
  const person = recipientOf(delivery)
  switch (kindOf(delivery.key)) {
    case ASKED:
    case ELSEWHERE:
      return person === undefined ? undefined : { _tag: "Person", person }
    case TRIGGER:
      return person === undefined ? channel : { _tag: "Person", person }
    case UNREACHED:
      return channel
    default:
      return undefined
  }
}

/** The key of a message and of those it was sent in place of: one message may stand for several decisions. */
export const stoodFor = (delivered: Deliveries, key: DeliveryKey): ReadonlyArray<DeliveryKey> => {
  const keys = new Set([key])
  // A key that is added is looked at in its turn.
  for (const by of keys) {
    for (const one of delivered.values()) if (one._tag === "Superseded" && one.by === by) keys.add(one.key)
  }
  return [...keys]
}

export const asksFor =
  (firing: Firing) =>
  (key: DeliveryKey): boolean =>
    keysOf(firing).some(
      (trigger) => `${key}:`.startsWith(`${kindOf(key)}:${digestOf(trigger)}:`) || `${key}:`.includes(`:${trigger}:`)
    )
