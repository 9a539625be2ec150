/** Connections to the server that takes writes, dropped where it no longer does and made again where the name leads. */
import { PgClient } from "@effect/sql-pg"
import { Deferred, Duration, Effect, Exit, Fiber, Scope } from "effect"
import { Reactivity } from "effect/reactivity"
import type { SqlError } from "effect/sql/SqlError"
import { JournalUnavailable } from "../Journal.ts"
import type { DatabaseAddress, DatabaseHost } from "./databaseAddress.ts"
import { isPassedOver } from "./databaseFaults.ts"
import { openKeptConnection, type Statement } from "./keptConnection.ts"

/** Enough for what one instance does at once; PostgreSQL's own limit is a hundred for all instances together. */
const CONNECTIONS = 8

/** Shorter than anybody waits for an answer, so that they are told of the lock and not of silence. */
const LOCK_TIMEOUT = "2s"

/** Set on every connection: no statement of ours lives long, and one that was cut off must not hold what others need. */
const SESSION = {
  statement_timeout: "60s",
  lock_timeout: LOCK_TIMEOUT,
  idle_in_transaction_session_timeout: "60s",
  default_transaction_isolation: "read committed",
  synchronous_commit: "on"
}

/** Of the settings, those without which an append that is answered may be lost. */
const DURABLE = new Set(["on", "remote_apply"])

interface ServerConnections {
  readonly sql: PgClient.PgClient
  readonly kept: Statement
  /** Whether a pooler is in between, which keeps neither settings nor prepared statements of ours. */
  readonly isPooled: boolean
  readonly isReadOnly: boolean
  /** Returns once nobody new is given them. */
  readonly dropped: Effect.Effect<void>
  /** Closed only once dropped and unused: closed while in use, the pool ends its user's fiber. */
  readonly begin: () => void
  readonly end: () => void
}

interface Opened extends ServerConnections {
  readonly drop: Effect.Effect<void>
}

/** Settings that another way of connecting is chosen by. */
interface Found {
  readonly read_only: string
  readonly lock_timeout: string
  readonly synchronous_commit: string
}

const connect = (address: DatabaseAddress, { host, port }: DatabaseHost, isPooled: boolean) =>
  PgClient.make({
    host,
    port,
    database: address.database,
    username: address.username,
    password: address.password,
    ssl: address.ssl,
    applicationName: "safe-return",
    connectTimeout: Duration.seconds(5),
    // A peer that vanished without a word is noticed.
    keepAlive: Duration.seconds(10),
    maxConnections: CONNECTIONS,
    ...(isPooled ? { prepare: false } : { startupParameters: SESSION })
  }).pipe(Effect.provide(Reactivity.layer))

const look = (sql: PgClient.PgClient) =>
  Effect.map(
    sql<Found>`select current_setting('transaction_read_only') as read_only,
      current_setting('lock_timeout') as lock_timeout, current_setting('synchronous_commit') as synchronous_commit`,
    ([found]) => found
  )

/** Behind a pooler: transactions must be whole, and the server's own settings have to make appends durable. */
const checkPooled = Effect.fnUntraced(function* (address: DatabaseAddress, sql: PgClient.PgClient) {
  const found = yield* sql.withTransaction(look(sql))
  if (found === undefined || DURABLE.has(found.synchronous_commit)) return found
  const role = `alter role ${address.username} set synchronous_commit = on`
  const reason = `the connection pooler passes no settings on, and without them what is recorded may be lost: as the database's administrator, ${role}`
  return yield* new JournalUnavailable({ path: address.shown, reason })
})

const openConnections = Effect.fnUntraced(function* (
  address: DatabaseAddress,
  host: DatabaseHost,
  parent: Scope.Scope
) {
  const open = (isPooled: boolean): Effect.Effect<Opened, SqlError | JournalUnavailable> =>
    Effect.suspend(() => {
      const scope = Scope.forkUnsafe(parent)
      return Effect.gen(function* () {
        const sql = yield* connect(address, host, isPooled)
        const found = yield* isPooled ? checkPooled(address, sql) : look(sql)
        const kept = yield* openKeptConnection(sql)
        const gone = yield* Deferred.make<void>()
        const run = Effect.runForkWith(yield* Effect.context<never>())
        let users = 0
        let isDropped = false
        const closeIfUnused = () => {
          if (isDropped && users === 0) run(Scope.close(scope, Exit.void))
        }
        const drop = Effect.sync(() => {
          isDropped = true
          Deferred.doneUnsafe(gone, Exit.void)
          closeIfUnused()
        })
        const begin = () => {
          users += 1
        }
        const end = () => {
          users -= 1
          closeIfUnused()
        }
        const isPassedOn = isPooled || found?.lock_timeout === LOCK_TIMEOUT
        const isReadOnly = found?.read_only === "on"
        const opened = { sql, kept, isPooled, isReadOnly, dropped: Deferred.await(gone), drop, begin, end }
        return { opened, isPassedOn }
      }).pipe(
        Scope.provide(scope),
        Effect.onError((cause) => Scope.close(scope, Exit.failCause(cause))),
        Effect.flatMap(({ opened, isPassedOn }) =>
          isPassedOn ? Effect.succeed(opened) : Effect.andThen(opened.drop, open(true))
        )
      )
    })
  return yield* Effect.catchIf(open(false), isPassedOver, () => open(true))
})

/** A server without writes, which is used where there is no other. */
interface ReadOnlyServer {
  readonly _tag: "ReadOnlyServer"
  readonly opened: Opened
}

const isReadOnlyServer = (failed: SqlError | JournalUnavailable | ReadOnlyServer): failed is ReadOnlyServer =>
  failed._tag === "ReadOnlyServer"

/** All of them are asked at once: one that is gone may take seconds to say nothing. */
const openFirst = Effect.fnUntraced(function* (address: DatabaseAddress, parent: Scope.Scope) {
  const spare: Array<Opened> = []
  const tries = address.hosts.map((host) =>
    Effect.flatMap(openConnections(address, host, parent), (opened): Effect.Effect<Opened, ReadOnlyServer> => {
      if (!opened.isReadOnly) return Effect.succeed(opened)
      spare.push(opened)
      return Effect.fail({ _tag: "ReadOnlyServer", opened })
    })
  )
  const opened = yield* Effect.catchIf(Effect.raceAll(tries), isReadOnlyServer, (found) => Effect.succeed(found.opened))
  const [other = opened] = spare
  const used = opened.isReadOnly ? other : opened
  yield* Effect.forEach(spare, (one) => (one === used ? Effect.void : one.drop), { discard: true })
  return used
})

/** Gives the connections there are, or makes them once for all who ask meanwhile. */
export const openServerConnections = Effect.fnUntraced(function* (address: DatabaseAddress) {
  const parent = yield* Effect.scope
  const run = Effect.runForkWith(yield* Effect.context<never>())
  let current: Opened | undefined
  let opening: Fiber.Fiber<Opened, SqlError | JournalUnavailable> | undefined

  const open = Effect.ensuring(
    Effect.tap(openFirst(address, parent), (opened) =>
      Effect.sync(() => {
        current = opened
      })
    ),
    Effect.sync(() => {
      opening = undefined
    })
  )
  yield* Effect.addFinalizer(() => (opening === undefined ? Effect.void : Fiber.interrupt(opening)))

  return {
    // Who gives up waiting does not stop it: the next to ask finds it further on.
    connected: Effect.suspend(() => {
      if (current !== undefined) return Effect.succeed<ServerConnections>(current)
      opening ??= run(open)
      return Fiber.join(opening)
    }),
    drop: (connections: ServerConnections): Effect.Effect<void> =>
      Effect.suspend(() => {
        if (current === undefined || current !== connections) return Effect.void
        const { drop } = current
        current = undefined
        return drop
      })
  }
})
