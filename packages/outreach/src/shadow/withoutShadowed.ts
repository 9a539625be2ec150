/** Once live: of what was shadowed, what still asks for something is owed now, and the rest stays unsaid. */
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { isAsking } from "../owed/asking.ts"
import type { OwedMessage } from "../owed/OwedMessage.ts"

interface Owed {
  readonly owed: ReadonlyArray<OwedMessage>
  readonly delivered: ReadonlyMap<DeliveryKey, Delivery>
}

export const withoutShadowed = ({ owed, delivered }: Owed): Owed => {
  const shadowed = (key: DeliveryKey) => {
    const delivery = delivered.get(key)
    return delivery !== undefined && "isShadowed" in delivery ? delivery : undefined
  }
  if (![...delivered.keys()].some(shadowed)) return { owed, delivered }
  const isOwedNow = ({ key, message }: OwedMessage): boolean => {
    const before = shadowed(key)
    return before === undefined || (before._tag === "Sent" && isAsking(message()))
  }
  const now = owed.filter(isOwedNow)
  // A line of a thread brings its card with it, whatever became of the episode.
  const needed = new Set<DeliveryKey>(now.map(({ key }) => key))
  for (const { key, place } of now) {
    if (place._tag === "ThreadOf" && delivered.get(key)?._tag !== "Sent") needed.add(place.key)
  }
  return {
    owed: owed.filter(({ key }) => needed.has(key)),
    delivered: new Map([...delivered].filter(([key]) => !needed.has(key) || shadowed(key) === undefined))
  }
}
