/** Deliveries in PostgreSQL, a row each, claimed by one of several running instances. */
import type { PgClient } from "@effect/sql-pg"
import { InstantFromIso } from "@safe-return/domain/calendar"
import { ChildReference } from "@safe-return/domain/pathway"
import { Duration, Effect, Layer, Option, Schema } from "effect"
import {
  type Claim,
  type ClaimRequest,
  claimedOver,
  claimLease,
  claimOf,
  Deliveries,
  type Delivery,
  type DeliverySubject
} from "../Deliveries.ts"
import { KeptShadows, SHADOWED } from "../Shadow.ts"
import { newerDelivery, StoredDelivery, shadowedAmong, teamRetention, timeOf } from "../storedDelivery.ts"
import { councilTransaction } from "./councilTransaction.ts"
import { Database } from "./Database.ts"
import { textColumn } from "./textColumn.ts"

const LEASE = `${Duration.toSeconds(claimLease)} seconds`

const Subject = Schema.Union([Schema.Literal("team"), ChildReference])
const subjectOf = Schema.decodeUnknownEffect(Subject)

interface Row {
  readonly delivery: string
}

const rowOf = (delivery: Delivery, text: string) => ({
  delivery: text,
  tag: delivery._tag,
  said_at: new Date(timeOf(delivery))
})

/** Of a claim: whether another instance made it so lately that it may be posting just now. */
const findClaimed =
  (subject: DeliverySubject, { key, by }: ClaimRequest) =>
  (sql: PgClient.PgClient) =>
    sql<Row & { readonly running: boolean }>`
    select delivery, coalesce(
      tag = 'Claimed' and claimed_by <> ${by} and claimed_at > clock_timestamp() - ${LEASE}::interval, false
    ) as running
    from safe_return.deliveries where subject = ${subject} and key = ${key}`

const openDeliveries = Effect.gen(function* () {
  const { read, shown, write } = yield* Database
  const kept = textColumn(StoredDelivery, shown)
  const keptInstant = textColumn(InstantFromIso, shown)
  const keptShadows = textColumn(KeptShadows, shown)
  let isNewerLogged = false

  /** A row that only a newer version can read hides no other; what is none of any version is refused. */
  const deliveryIn = (text: string) =>
    Effect.catch(kept.decode(text), (refused) => {
      const newer = Option.flatMap(
        Option.liftThrowable((json: string): unknown => JSON.parse(json))(text),
        newerDelivery
      )
      if (Option.isNone(newer)) return Effect.fail(refused)
      if (isNewerLogged) return Effect.succeed(newer.value)
      isNewerLogged = true
      return Effect.as(
        Effect.logWarning(
          `In ${shown} there are deliveries that only a newer version can read. Their messages may have been sent, and are looked for before they are sent again.`
        ),
        newer.value
      )
    })

  /** Writes the claim if the row still says what it was decided on. */
  const claimOn = Effect.fnUntraced(function* (
    subject: DeliverySubject,
    claimed: Delivery & { readonly by?: string },
    before: string | undefined
  ) {
    const { delivery, tag, said_at } = rowOf(claimed, yield* kept.encode(claimed))
    const by = claimed.by ?? null
    const done = yield* write((sql) =>
      before === undefined
        ? sql`
            insert into safe_return.deliveries
              (council, subject, key, delivery, tag, said_at, claimed_by, claimed_at)
            values (safe_return.own_council(), ${subject}, ${claimed.key}, ${delivery}, ${tag}, ${said_at},
              ${by}, clock_timestamp())
            on conflict do nothing returning key`
        : sql`
            update safe_return.deliveries
            set delivery = ${delivery}, tag = ${tag}, said_at = ${said_at}, claimed_by = ${by},
              claimed_at = clock_timestamp()
            where subject = ${subject} and key = ${claimed.key} and delivery = ${before} returning key`
    )
    return done.length > 0
  })

  const claim = Effect.fn("Deliveries.claim")(function* (subject: DeliverySubject, asked: ClaimRequest) {
    for (;;) {
      const [found] = yield* read(findClaimed(subject, asked))
      const before = found === undefined ? undefined : yield* deliveryIn(found.delivery)
      if (before !== undefined && found?.running === true) return { _tag: "Held", by: before } satisfies Claim
      const claim = claimOf(before, asked)
      if (claim._tag === "Held") return claim
      // Another instance was quicker, so what it recorded decides.
      if (yield* claimOn(subject, claimedOver(before, asked), found?.delivery)) return claim
    }
  })

  const shadowsIn = Effect.fnUntraced(function* (sql: PgClient.PgClient) {
    const [row] = yield* sql<{ shadows: string | null }>`
      select shadows from safe_return.councils where council = safe_return.own_council()`
    return row === undefined || row.shadows === null ? [] : (yield* keptShadows.decode(row.shadows)).periods
  })

  return Deliveries.of({
    of: Effect.fn("Deliveries.of")(function* (subject) {
      const rows = yield* read(
        (sql) => sql<Row>`select delivery from safe_return.deliveries where subject = ${subject}`
      )
      const deliveries = yield* Effect.forEach(rows, ({ delivery }) => deliveryIn(delivery))
      return new Map(deliveries.map((delivery) => [delivery.key, delivery]))
    }),
    claim,
    keep: Effect.fn("Deliveries.keep")(function* (subject, delivery) {
      const row = rowOf(delivery, yield* kept.encode(delivery))
      const isKept = yield* write(
        (sql) => sql`
          insert into safe_return.deliveries (council, subject, key, delivery, tag, said_at)
          select safe_return.own_council(), ${subject}::text, ${delivery.key}::text, ${row.delivery}::text,
            ${row.tag}::text, ${row.said_at}::timestamptz
          where not exists (
              select from safe_return.tombstones where child = ${subject} and tombstone::json ->> 'strand' is null
            )
            or exists (select from safe_return.events where child = ${subject})
          on conflict (council, subject, key) do update set
            delivery = excluded.delivery, tag = excluded.tag, said_at = excluded.said_at,
            claimed_by = null, claimed_at = null
          returning key`
      )
      // Erased while it was on its way to Slack: what had been claimed by then goes too.
      if (isKept.length === 0) yield* write((sql) => sql`select safe_return.drop_deliveries_of_erased(${subject})`)
      if (subject !== "team") return
      const since = new Date(timeOf(delivery) - Duration.toMillis(teamRetention))
      yield* write((sql) => sql`select safe_return.drop_team_deliveries(${since})`)
    }),
    undelivered: Effect.gen(function* () {
      const rows = yield* read(
        (sql) => sql<Row & { readonly subject: string }>`
          select subject, delivery from safe_return.deliveries where tag = 'Undelivered' order by subject, key`
      )
      const found = yield* Effect.forEach(rows, (row) =>
        Effect.all({ subject: Effect.orDie(subjectOf(row.subject)), delivery: deliveryIn(row.delivery) })
      )
      return found.flatMap(({ subject, delivery }) => (delivery._tag === "Undelivered" ? [{ subject, delivery }] : []))
    }),
    announceFrom: Effect.fn("Deliveries.announceFrom")(function* (now) {
      // A server that takes no writes can still say what was fixed before.
      const [fixed] = yield* read(
        (sql) => sql<{ announce_from: string | null }>`
          select announce_from from safe_return.councils where council = safe_return.own_council()`
      )
      if (fixed !== undefined && fixed.announce_from !== null) return yield* keptInstant.decode(fixed.announce_from)
      const text = yield* keptInstant.encode(now)
      const [row] = yield* write(
        (sql) => sql<{ announce_from: string }>`
          update safe_return.councils set announce_from = coalesce(announce_from, ${text})
          where council = safe_return.own_council() returning announce_from`
      )
      return row === undefined ? now : yield* keptInstant.decode(row.announce_from)
    }),
    shadows: read(shadowsIn),
    changeShadows: Effect.fn("Deliveries.changeShadows")((to) =>
      write((sql) =>
        councilTransaction(
          sql,
          Effect.gen(function* () {
            const known = yield* shadowsIn(sql)
            const periods = to(known)
            if (periods === known) return known
            const text = yield* keptShadows.encode({ periods })
            yield* sql`update safe_return.councils set shadows = ${text} where council = safe_return.own_council()`
            return periods
          })
        )
      )
    ),
    shadowedSince: Effect.fn("Deliveries.shadowedSince")(function* (since) {
      const rows = yield* read(
        (sql) => sql<Row>`
          select delivery from safe_return.deliveries
          where tag = 'Sent' and said_at >= ${new Date(since)} and starts_with(key, ${SHADOWED}) order by subject, key`
      )
      return shadowedAmong(yield* Effect.forEach(rows, ({ delivery }) => deliveryIn(delivery)), since)
    })
  })
})

export const deliveriesInDatabase = Layer.effect(Deliveries, openDeliveries)
