/** What is recorded together about a child is told of once: each look between its parts would put the others out of date. */
import type { ChildReference } from "@safe-return/domain/pathway"
import { Effect } from "effect"

interface AboutChild {
  readonly child: ChildReference
}

/** Done for the newest entry of a child alone, after whatever else is ready to go. */
export const onceForNewest = <Entry extends AboutChild>(
  deliver: (child: ChildReference) => Effect.Effect<void>
): ((entry: Entry) => Effect.Effect<void>) => {
  const newest = new Map<ChildReference, Entry>()
  return (entry) =>
    Effect.suspend(() => {
      const { child } = entry
      newest.set(child, entry)
      const ifNewest = Effect.suspend(() => {
        if (newest.get(child) !== entry) return Effect.void
        newest.delete(child)
        return deliver(child)
      })
      return Effect.andThen(Effect.yieldNow, ifNewest)
    })
}
