/** Questions to Slack whose answer must be younger than the click: those who wait for the same one share it. */
import { Deferred, Effect } from "effect"

interface Turn<A, E> {
  /** For everybody who asks while an earlier question is under way. */
  next?: Deferred.Deferred<A, E>
}

/** At most one question about a key is under way, and each answer was asked for after the one who gets it did. */
export const makeFreshAnswers = <Key, A, E>(ask: (key: Key) => Effect.Effect<A, E>) =>
  Effect.map(Effect.scope, (scope) => {
    const turns = new Map<Key, Turn<A, E>>()

    const askInTurn = Effect.fnUntraced(function* (key: Key, turn: Turn<A, E>, first: Deferred.Deferred<A, E>) {
      for (let asked: Deferred.Deferred<A, E> | undefined = first; asked !== undefined; ) {
        yield* Deferred.done(asked, yield* Effect.exit(ask(key)))
        asked = turn.next
        delete turn.next
      }
      turns.delete(key)
    })

    return (key: Key): Effect.Effect<A, E> =>
      Effect.suspend(() => {
        const turn = turns.get(key)
        if (turn !== undefined) {
          turn.next ??= Deferred.makeUnsafe<A, E>()
          return Deferred.await(turn.next)
        }
        const first = Deferred.makeUnsafe<A, E>()
        const started: Turn<A, E> = {}
        turns.set(key, started)
        // Given up on before it is asked, the question would leave the others waiting.
        const asked = Effect.uninterruptible(Effect.forkIn(Effect.interruptible(askInTurn(key, started, first)), scope))
        return Effect.andThen(asked, Deferred.await(first))
      })
  })
