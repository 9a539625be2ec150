/** Messages counted by who they are for and what they are. */
import type { PersonId } from "@safe-return/domain/pathway"
import type { SentDelivery } from "@safe-return/journal"
import { Duration } from "effect"
import { type MessageKind, messageKindOf } from "../message/messageKinds.ts"
import type { ShadowCount } from "../message/teamMessages.ts"
import { isOutsideKey } from "../owed/alertReach.ts"
import { isAsking } from "../owed/asking.ts"
import type { OwedMessage } from "../owed/OwedMessage.ts"
import { recipientOf } from "../owed/recipientOf.ts"

interface Counted {
  readonly to: ShadowCount["to"]
  readonly kind: MessageKind | undefined
  readonly isLate: boolean
}

const counts = (all: ReadonlyArray<Counted>): ReadonlyArray<ShadowCount> => {
  const byName = new Map<string, ShadowCount>()
  for (const { to, kind, isLate } of all) {
    if (kind === undefined) continue
    const name = `${to} ${kind}`
    const { count = 0, late = 0 } = byName.get(name) ?? {}
    byName.set(name, { to, kind, count: count + 1, late: late + (isLate ? 1 : 0) })
  }
  return [...byName.values()].sort((a, b) => a.to.localeCompare(b.to) || a.kind.localeCompare(b.kind))
}

/** What was shadowed instead of being sent, and how much of it would have been late. */
export const countShadowed = (
  deliveries: ReadonlyArray<SentDelivery>,
  lateAfter: Duration.Duration
): ReadonlyArray<ShadowCount> =>
  counts(
    deliveries.map((delivery) => ({
      to: recipientOf(delivery) ?? (isOutsideKey(delivery.key) ? "outside" : "channel"),
      kind: messageKindOf(delivery.key),
      isLate: (delivery.lateBy ?? 0) > Duration.toMillis(lateAfter)
    }))
  )

const toOf = ({ place }: OwedMessage): PersonId | "channel" | "outside" => {
  if (place._tag === "Person") return place.person
  return place._tag === "Outside" ? "outside" : "channel"
}

/** What is owed and still asks for something, sent or not. */
export const countAsking = (owed: ReadonlyArray<OwedMessage>): ReadonlyArray<ShadowCount> =>
  counts(
    owed
      .filter(({ message }) => isAsking(message()))
      .map((one) => ({ to: toOf(one), kind: messageKindOf(one.key), isLate: false }))
  )
