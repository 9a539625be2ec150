/** What a council's instances tell one another; nothing may depend on it, because notices can be lost. */
import { Context, Duration, Effect, Layer, Option, PubSub, Queue, type Scope } from "effect"
import { Database, type Listening } from "./Database.ts"

/** A number is the highest position in use; the others say what to look for. */
export type Message =
  | number
  /** A child's records were erased. */
  | "erased"
  /** Listening has only begun, or begun again: whatever was told before was missed. */
  | "listening"

export class InstanceChannel extends Context.Service<
  InstanceChannel,
  { readonly subscribe: Effect.Effect<PubSub.Subscription<Message>, never, Scope.Scope> }
>()("@safe-return/journal/InstanceChannel") {}

const messageIn = (payload: string | undefined): Message => (payload === "erased" ? payload : Number(payload))

/** How long a message to ourselves may take before it is plain that a pooler swallows them. */
const ECHO_WITHIN = Duration.seconds(2)

/** Where nothing is heard it is looked this often instead, and for this long before listening is tried again. */
const LOOK_EVERY = Duration.seconds(1)
const LISTEN_AGAIN_AFTER = Duration.seconds(60)

const openInstanceChannel = Effect.gen(function* () {
  const { listen, read, shown } = yield* Database
  const told = yield* PubSub.unbounded<Message>()
  yield* Effect.addFinalizer(() => PubSub.shutdown(told))
  const [row] = yield* read(
    (sql) => sql<{ channel: string }>`
      select channel from safe_return.councils where council = safe_return.own_council()`
  )
  let isWarned = false

  /** A pooler in transaction mode takes what is listened to, and passes nothing on. */
  const isHeard = Effect.fnUntraced(function* ({ said }: Listening) {
    yield* read((sql) => sql`select safe_return.tell()`)
    return Option.isSome(yield* Effect.timeoutOption(Queue.take(said), ECHO_WITHIN))
  })

  const lookInstead = Effect.gen(function* () {
    if (!isWarned) {
      const remedy = "set its pool_mode to session, or let the address name the server itself"
      yield* Effect.logWarning(
        `The connection pooler at ${shown} passes on no news of other instances, so they come up to a second late: ${remedy}.`
      )
    }
    isWarned = true
    const look = Effect.andThen(PubSub.publish(told, "listening"), Effect.sleep(LOOK_EVERY))
    yield* Effect.timeoutOption(Effect.forever(look), LISTEN_AGAIN_AFTER)
  })

  const hear = ({ said }: Listening) =>
    Effect.andThen(
      PubSub.publish(told, "listening"),
      Effect.forever(Effect.flatMap(Queue.take(said), ({ payload }) => PubSub.publish(told, messageIn(payload))))
    )

  const listenUntilLost = Effect.flatMap(
    Effect.scoped(
      Effect.flatMap(listen(row?.channel ?? ""), (listening) =>
        Effect.gen(function* () {
          if (listening.isPooled && !(yield* isHeard(listening))) return "unheard" as const
          yield* Effect.raceFirst(hear(listening), listening.dropped)
          return "lost" as const
        })
      )
    ),
    (how) => (how === "unheard" ? lookInstead : Effect.void)
  )
  yield* Effect.forkScoped(Effect.forever(Effect.andThen(Effect.ignore(listenUntilLost), Effect.sleep("500 millis"))))
  return InstanceChannel.of({ subscribe: PubSub.subscribe(told) })
})

export const instanceChannelLayer = Layer.effect(InstanceChannel, openInstanceChannel)
