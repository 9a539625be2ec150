/** The database's connection: `ask` answers within seconds or fails in words, and asks again where one was gone. */
import type { PgClient } from "@effect/sql-pg"
import { Cause, Context, Effect, Fiber, type Queue, type Scope } from "effect"
import type { SqlError } from "effect/sql/SqlError"
import { JournalUnavailable } from "../Journal.ts"
import type { DatabaseAddress } from "./databaseAddress.ts"
import { databaseUnavailable, isAway, isDatabaseFault, isNotConnected, isOfNoUse, isPassing } from "./databaseFaults.ts"
import type { Statement } from "./keptConnection.ts"
import { openServerConnections } from "./serverConnections.ts"

/** Milliseconds a person waits before they are told there is no answer: less than Slack's three seconds. */
export const ANSWER_WITHIN = 2_500

/** Milliseconds before each time the same is asked again: at once, and then while a failover may be under way. */
const AGAIN_AFTER: ReadonlyArray<number> = [0, 250, 500]

/** A question that may be asked twice: the second time it comes to the same. */
export type Question<A, E = never> = (sql: PgClient.PgClient, kept: Statement) => Effect.Effect<A, SqlError | E>

/** What the caller gets: faults of the database in words, everything else as it is. */
type Ask = <A, E = never>(
  question: Question<A, E>,
  /** Milliseconds; fewer for a person who has been waiting already. */
  within?: number
) => Effect.Effect<A, JournalUnavailable | Exclude<E, SqlError>>

/** What is told on a channel, for as long as it is listened to. */
export interface Listening {
  readonly said: Queue.Dequeue<{ readonly payload: string }, SqlError>
  /** Returns once other connections are used, so that nothing more is heard here. */
  readonly dropped: Effect.Effect<void>
  /** A pooler may take what is listened to for another's, and pass nothing on. */
  readonly isPooled: boolean
}

export class Database extends Context.Service<
  Database,
  {
    /** Where it is, for people: without a password. */
    readonly shown: string
    readonly read: Ask
    /** What may take its time, such as reading everything. */
    readonly readAtLength: <A, E = never>(
      question: Question<A, E>
    ) => Effect.Effect<A, JournalUnavailable | Exclude<E, SqlError>>
    /** Where no answer comes, the error says that it may have been done all the same. */
    readonly write: Ask
    /** Leaves a server that takes no writes any more; reading from it would say nothing. */
    readonly leaveReadOnly: Effect.Effect<void, JournalUnavailable>
    readonly listen: (channel: string) => Effect.Effect<Listening, SqlError | JournalUnavailable, Scope.Scope>
  }
>()("@safe-return/journal/Database") {}

/** Fails when it takes too long, without waiting for the end; costs a timer where `Effect.timeout` costs two fibers. */
const inTime = <A, E>(asked: Effect.Effect<A, E>, within = ANSWER_WITHIN): Effect.Effect<A, E | Cause.TimeoutError> =>
  Effect.contextWith((context: Context.Context<never>) =>
    Effect.callback<A, E | Cause.TimeoutError>((resume) => {
      const fiber = Effect.runForkWith(context)(asked)
      const timer = setTimeout(() => {
        resume(Effect.fail(new Cause.TimeoutError()))
        fiber.interruptUnsafe()
      }, within)
      fiber.addObserver((exit) => {
        clearTimeout(timer)
        resume(exit)
      })
      return Fiber.interrupt(fiber)
    })
  )

/** What became of the times the same question was asked. */
interface QueryAttempt {
  isSent: boolean
  /** Whether it may have been carried out one of those times, whatever the last of them came to. */
  mayBeDone: boolean
}

export const openDatabase = Effect.fnUntraced(function* (address: DatabaseAddress) {
  const { shown } = address
  const server = yield* openServerConnections(address)

  const askOnce = <A, E>(question: Question<A, E>, asked: QueryAttempt) =>
    Effect.flatMap(server.connected, (connections) => {
      asked.isSent = true
      connections.begin()
      return question(connections.sql, connections.kept).pipe(
        Effect.tapError((error) => {
          if (isAway(error) && !isNotConnected(error)) asked.mayBeDone = true
          return isOfNoUse(error) ? server.drop(connections) : Effect.void
        }),
        Effect.ensuring(Effect.sync(connections.end))
      )
    })

  // After a restart of the server every kept connection is gone, and none says so before it is used.
  const ask = <A, E>(
    question: Question<A, E>,
    asked: QueryAttempt,
    time = 0
  ): Effect.Effect<A, E | SqlError | JournalUnavailable> => {
    const after = AGAIN_AFTER[time]
    if (after === undefined) return askOnce(question, asked)
    return Effect.catchIf(askOnce(question, asked), isPassing, () => {
      const again = ask(question, asked, time + 1)
      return after === 0 ? again : Effect.delay(again, after)
    })
  }

  const inWords = <E>(error: E | SqlError | JournalUnavailable | Cause.TimeoutError) =>
    isDatabaseFault(error) ? databaseUnavailable(shown, error) : (error as Exclude<E, SqlError> | JournalUnavailable)

  const read: Database["Service"]["read"] = (question, within) =>
    Effect.suspend(() => Effect.mapError(inTime(ask(question, { isSent: false, mayBeDone: false }), within), inWords))

  const write: Database["Service"]["write"] = (question, within) =>
    Effect.suspend(() => {
      const asked: QueryAttempt = { isSent: false, mayBeDone: false }
      return Effect.mapError(inTime(ask(question, asked), within), (error) => {
        const failed = inWords(error)
        const inDoubt = asked.mayBeDone || (asked.isSent && Cause.isTimeoutError(error))
        return inDoubt && failed instanceof JournalUnavailable ? new JournalUnavailable({ ...failed, inDoubt }) : failed
      })
    })

  const leaveReadOnly = Effect.gen(function* () {
    const connections = yield* Effect.mapError(inTime(server.connected), (error) => databaseUnavailable(shown, error))
    const [row] = yield* read(
      (sql) => sql<{ read_only: string }>`select current_setting('transaction_read_only') as read_only`
    )
    if (row?.read_only === "on") yield* server.drop(connections)
  })

  return Database.of({
    shown,
    read,
    readAtLength: (question) =>
      Effect.suspend(() => Effect.mapError(ask(question, { isSent: false, mayBeDone: false }), inWords)),
    write,
    leaveReadOnly,
    listen: (channel) =>
      Effect.flatMap(server.connected, ({ sql, dropped, isPooled, begin, end }) =>
        Effect.acquireRelease(Effect.sync(begin), () => Effect.sync(end)).pipe(
          Effect.andThen(sql.listen(channel)),
          Effect.map((said) => ({ said, dropped, isPooled }))
        )
      )
  })
})
