import { Effect, RcMap, type Scope, Semaphore } from "effect"

/** Lets one effect at a time run for each key; different keys do not wait for one another. */
type KeyedMutex<Key> = (key: Key) => <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>

export const keyedMutex = <Key>(): Effect.Effect<KeyedMutex<Key>, never, Scope.Scope> =>
  Effect.map(
    RcMap.make({ lookup: (_key: Key) => Semaphore.make(1) }),
    (semaphores): KeyedMutex<Key> =>
      (key) =>
      (effect) =>
        Effect.scoped(Effect.flatMap(RcMap.get(semaphores, key), (semaphore) => semaphore.withPermit(effect)))
  )
