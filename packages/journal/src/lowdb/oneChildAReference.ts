/** Which child each police reference stands for; memory is enough, since nobody else can have the journal open. */
import type { ChildReference, PoliceReference } from "@safe-return/domain/pathway"
import { Effect, Semaphore } from "effect"
import { StandsForAnother, type UnderReference } from "../Journal.ts"

interface ReferenceHolder {
  readonly turn: Semaphore.Semaphore
  child?: ChildReference
}

/** Lets one append at a time be made under a reference, and none for another child than it stands for. */
export const oneChildAReference = () => {
  const known = new Map<PoliceReference, ReferenceHolder>()

  const standingOf = (reference: PoliceReference): ReferenceHolder => {
    const standing = known.get(reference) ?? { turn: Semaphore.makeUnsafe(1) }
    known.set(reference, standing)
    return standing
  }

  return ({ reference, insteadOf }: UnderReference, child: ChildReference) =>
    <A, E, R>(append: Effect.Effect<A, E, R>): Effect.Effect<A, E | StandsForAnother, R> => {
      const standing = standingOf(reference)
      const now = Effect.suspend((): Effect.Effect<A, E | StandsForAnother, R> => {
        const { child: other = child } = standing
        if (other !== child && other !== insteadOf) return new StandsForAnother({ reference, child: other })
        return Effect.tap(append, () =>
          Effect.sync(() => {
            standing.child = child
          })
        )
      })
      return standing.turn.withPermit(Effect.uninterruptible(now))
    }
}
