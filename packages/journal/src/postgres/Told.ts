/**
 * What a council's instances tell one another on its channel. Nothing may hang on it: whoever listens looks by itself
 * now and then, and is told to after every time the connection was lost.
 */
import { Context, Effect, Layer, PubSub, Queue, type Scope } from "effect"
import { Database } from "./Database.ts"

/** A number is the highest position in use; the others say what to look for. */
export type Message =
  | number
  /** A child's records were erased. */
  | "erased"
  /** Listening has only begun, or begun again: whatever was told before was missed. */
  | "listening"

export class Told extends Context.Service<
  Told,
  { readonly subscribe: Effect.Effect<PubSub.Subscription<Message>, never, Scope.Scope> }
>()("@safe-return/journal/Told") {}

const messageIn = (payload: string | undefined): Message => (payload === "erased" ? payload : Number(payload))

const openTold = Effect.gen(function* () {
  const { listen, read } = yield* Database
  const told = yield* PubSub.unbounded<Message>()
  yield* Effect.addFinalizer(() => PubSub.shutdown(told))
  const [row] = yield* read(
    (sql) => sql<{ channel: string }>`
      select channel from safe_return.councils where council = safe_return.own_council()`
  )

  const listenUntilLost = Effect.scoped(
    Effect.flatMap(listen(row?.channel ?? ""), (said) =>
      Effect.andThen(
        PubSub.publish(told, "listening"),
        Effect.forever(Effect.flatMap(Queue.take(said), ({ payload }) => PubSub.publish(told, messageIn(payload))))
      )
    )
  )
  yield* Effect.forkScoped(Effect.forever(Effect.andThen(Effect.ignore(listenUntilLost), Effect.sleep("500 millis"))))
  return Told.of({ subscribe: PubSub.subscribe(told) })
})

export const toldInDatabase = Layer.effect(Told, openTold)
