import { Instant } from "@safe-return/domain/calendar"
import type { PersonId } from "@safe-return/domain/pathway"
import { Clock, Context, Effect, Layer, Queue } from "effect"
import type { UnreachableReason } from "./UnreachableReason.ts"

/** A person nothing can be sent to in Slack. */
export interface Unreachable {
  readonly person: PersonId
  readonly why: UnreachableReason
  /** When this instance learnt of it. */
  readonly since: Instant
}

/** Who messages reach in Slack, as far as this instance has learnt it: by sending to them, and by looking at accounts. */
export class Reachability extends Context.Service<
  Reachability,
  {
    /** Those who cannot be told; a person nothing is known of is not among them. */
    readonly notTold: Effect.Effect<ReadonlyMap<PersonId, Unreachable>>
    /** Whether a person is known to be reached. */
    readonly isTold: (person: PersonId) => Effect.Effect<boolean>
    /** A person cannot be told, and why; undefined when a message reached them. */
    readonly learn: (person: PersonId, why: UnreachableReason | undefined) => Effect.Effect<void>
    /** Returns once something about anyone has changed since this was last asked. */
    readonly changed: Effect.Effect<void>
  }
>()("@safe-return/slack-bot/Reachability") {
  static readonly layer = Layer.effect(
    Reachability,
    Effect.gen(function* () {
      const told = new Set<PersonId>()
      const notTold = new Map<PersonId, Unreachable>()
      const news = yield* Queue.sliding<void>(1)
      return Reachability.of({
        notTold: Effect.sync(() => new Map(notTold)),
        isTold: (person) => Effect.sync(() => told.has(person)),
        learn: Effect.fn("Tellable.learn")(function* (person, why) {
          if (why === undefined ? told.has(person) : notTold.get(person)?.why === why) return
          if (why === undefined) {
            told.add(person)
            notTold.delete(person)
          } else {
            told.delete(person)
            notTold.set(person, { person, why, since: Instant(yield* Clock.currentTimeMillis) })
          }
          yield* Queue.offer(news, undefined)
        }),
        changed: Queue.take(news)
      })
    })
  )
}
