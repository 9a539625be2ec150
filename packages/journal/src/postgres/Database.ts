/**
 * The connection to the database: every question goes through `ask`, which answers within seconds or fails in words,
 * and asks once more where a connection turned out to be gone.
 */
import { PgClient } from "@effect/sql-pg"
import { Cause, Context, Duration, Effect, Fiber, type Scope } from "effect"
import { Reactivity } from "effect/reactivity"
import type { SqlError } from "effect/sql/SqlError"
import type { JournalUnavailable } from "../Journal.ts"
import type { DatabaseAddress } from "./databaseAddress.ts"
import { databaseUnavailable, isAway, isDatabaseFault, writeUnavailable } from "./databaseFaults.ts"
import { openKeptConnection, type Statement } from "./keptConnection.ts"

/** Milliseconds somebody waits for an answer before they are told that there is none: less than Slack's three seconds. */
export const ANSWER_WITHIN = 2_500

/** Enough for what one instance does at once; PostgreSQL's own limit is a hundred for all instances together. */
const CONNECTIONS = 8

/** Set on every connection: no statement of ours lives long, and one that was cut off must not hold what others need. */
const SESSION = {
  statement_timeout: "60s",
  lock_timeout: "10s",
  idle_in_transaction_session_timeout: "60s",
  default_transaction_isolation: "read committed",
  synchronous_commit: "on"
}

/** A question that may be asked twice: the second time it comes to the same. */
export type Question<A, E = never> = (sql: PgClient.PgClient, kept: Statement) => Effect.Effect<A, SqlError | E>

/** What is asked, as whoever asks sees it: faults of the database in words, everything else as it is. */
type Ask = <A, E = never>(
  question: Question<A, E>,
  /** Milliseconds; fewer for somebody who has been waiting already. */
  within?: number
) => Effect.Effect<A, JournalUnavailable | Exclude<E, SqlError>>

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
    readonly listen: PgClient.PgClient["listen"]
  }
>()("@safe-return/journal/Database") {}

const connect = (address: DatabaseAddress): Effect.Effect<PgClient.PgClient, SqlError, Scope.Scope> =>
  PgClient.make({
    host: address.host,
    port: address.port,
    database: address.database,
    username: address.username,
    password: address.password,
    ssl: address.ssl,
    applicationName: "safe-return",
    connectTimeout: Duration.seconds(5),
    // A peer that vanished without a word is noticed.
    keepAlive: Duration.seconds(10),
    maxConnections: CONNECTIONS,
    startupParameters: SESSION
  }).pipe(Effect.provide(Reactivity.layer))

/**
 * Fails when it takes too long, and does not wait for what it gave up on to end: calling off a statement takes seconds
 * where the server hangs. Costs a timer where `Effect.timeout` runs two fibers against each other.
 */
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

export const openDatabase = Effect.fnUntraced(function* (address: DatabaseAddress) {
  const { shown } = address
  const sql = yield* Effect.mapError(connect(address), (error) => databaseUnavailable(shown, error))
  const kept = yield* openKeptConnection(sql)

  // After a restart of the server every kept connection is gone, and none says so before it is used.
  const ask = <A, E>(question: Question<A, E>) => Effect.catchIf(question(sql, kept), isAway, () => question(sql, kept))

  const inWords =
    (words: typeof databaseUnavailable) =>
    <E>(error: E | SqlError | Cause.TimeoutError): JournalUnavailable | Exclude<E, SqlError> =>
      isDatabaseFault(error) ? words(shown, error) : (error as Exclude<E, SqlError>)

  return Database.of({
    shown,
    read: (question, within) => Effect.mapError(inTime(ask(question), within), inWords(databaseUnavailable)),
    readAtLength: (question) => Effect.mapError(ask(question), inWords(databaseUnavailable)),
    write: (question, within) => Effect.mapError(inTime(ask(question), within), inWords(writeUnavailable)),
    listen: sql.listen
  })
})
