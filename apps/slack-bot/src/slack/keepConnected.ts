/** Keeps two Socket Mode connections open, so that one is there while the other is replaced. */

import { backoff, Incidents, monotonicMillis } from "@safe-return/outreach"
import { Duration, Effect, Result } from "effect"
import type { SlackFailed } from "./SlackApi.ts"
import type { SocketConnection } from "./SocketConnection.ts"
import { isOurAccess } from "./slackFaults.ts"
import { makeSocketStanding, STEADY_AFTER } from "./socketStanding.ts"

/** Slack sends each delivery by any of an app's connections, ten at most: two for each instance leave room for others. */
const CONNECTIONS = 2

/** How often it is looked whether people have to be told. */
const LOOK_EVERY = Duration.seconds(5)

/** Slack ends a connection about ten seconds after its warning; one that it forgets is closed after this. */
const LINGERS = Duration.seconds(30)

/** Where another connection of ours is there, one too many is not asked for again sooner. */
const TOO_MANY_RESTS = 60_000

/** Begins with one connection; fails only when Slack refuses our token at the first try. */
export const keepConnected = Effect.fnUntraced(function* <R>(connect: Effect.Effect<SocketConnection, SlackFailed, R>) {
  const scope = yield* Effect.scope
  const open = new Set<SocketConnection>()
  const receiving = () => [...open].filter((connection) => connection.receives()).length
  const standing = makeSocketStanding(yield* Incidents, receiving)

  const connected = Effect.tap(connect, (connection) => {
    open.add(connection)
    const untilGone = Effect.andThen(
      connection.heartbeat,
      Effect.sync(() => open.delete(connection))
    )
    return Effect.forkIn(untilGone, scope)
  })

  /** A new connection is there in its place: what still comes by the old one is taken until Slack ends it. */
  const retire = (old: SocketConnection) =>
    Effect.andThen(
      old.receives() ? Effect.raceFirst(old.gone, Effect.sleep(LINGERS)) : Effect.void,
      Effect.andThen(old.close, standing.look)
    )

  const waitAfter = Effect.fnUntraced(function* ({ reason, retryAfterSeconds = 0 }: SlackFailed, failures: number) {
    const least = reason === "too_many_websockets" && receiving() > 0 ? TOO_MANY_RESTS : retryAfterSeconds * 1_000
    return Math.max(least, yield* backoff(failures))
  })

  const keepOne = Effect.fnUntraced(function* (first: Result.Result<SocketConnection, SlackFailed>) {
    let old: SocketConnection | undefined
    let attempt = first
    let failures = 0
    for (;;) {
      if (Result.isFailure(attempt)) {
        failures += 1
        yield* Effect.logWarning(`No connection for Slack to reach the bot by. ${attempt.failure.message}`)
        yield* standing.lost(attempt.failure.reason)
        yield* Effect.sleep(yield* waitAfter(attempt.failure, failures))
      } else {
        const connection = attempt.success
        const openedAt = yield* monotonicMillis
        if (failures > 0) yield* Effect.logInfo("Slack reaches the bot again.")
        if (old !== undefined) yield* Effect.forkIn(retire(old), scope)
        yield* standing.opened
        const reason = yield* connection.ending
        yield* standing.lost(reason)
        old = connection
        const hasLasted = (yield* monotonicMillis) - openedAt >= Duration.toMillis(STEADY_AFTER)
        failures = hasLasted ? 0 : failures + 1
        // One that ends at once is replaced at once the first time; again and again, less and less often.
        if (failures > 1) yield* Effect.sleep(yield* backoff(failures - 1))
      }
      attempt = yield* Effect.result(connected)
    }
  })

  // Registered before any fiber is forked, so that it runs when all of them have been interrupted.
  yield* Effect.addFinalizer(() =>
    Effect.forEach(open, (connection) => connection.close, { concurrency: "unbounded", discard: true })
  )
  const first = yield* Effect.result(connected)
  if (Result.isFailure(first) && isOurAccess(first.failure.reason)) return yield* first.failure
  yield* Effect.forkScoped(keepOne(first))
  for (let others = 1; others < CONNECTIONS; others += 1) {
    yield* Effect.forkScoped(Effect.flatMap(Effect.result(connected), keepOne))
  }
  yield* Effect.forkScoped(Effect.forever(Effect.andThen(Effect.sleep(LOOK_EVERY), standing.look)))
})
