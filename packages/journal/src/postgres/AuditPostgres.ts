/** The audit in PostgreSQL: one chain a council, whichever instance adds to it. */
import type { PgClient } from "@effect/sql-pg"
import { Deferred, Effect, Layer, Option, Queue, Stream } from "effect"
import { Audit, type AuditEntry, type AuditRecord, NotAudited } from "../Audit.ts"
import { beginning, type Link, readLine, writeLine } from "../audit/auditLine.ts"
import { Database } from "./Database.ts"
import { asTexts } from "./parameters.ts"

/** How many lines are read at once. */
const PAGE = 5_000

interface WaitingEntry {
  readonly entry: AuditEntry
  readonly done: Deferred.Deferred<void, NotAudited>
}

interface Row {
  readonly number: bigint
  readonly line: string
}

const addAt = (at: Link, lines: ReadonlyArray<string>, after: string) => (sql: PgClient.PgClient) =>
  Effect.map(
    sql<{ end_number: bigint; end_after: string }>`
      select * from safe_return.add_to_audit(${BigInt(at.number)}, ${at.after}, ${asTexts(lines)}, ${after})`,
    ([row]): Link => (row === undefined ? at : { number: Number(row.end_number), after: row.end_after })
  )

const pageAfter = (number: number) => (sql: PgClient.PgClient) =>
  sql<Row>`select number, line from safe_return.audit where number > ${number} order by number limit ${PAGE}`

const findEnd = (sql: PgClient.PgClient) => sql<{ number: bigint }>`select number from safe_return.audit_ends`

const openAudit = Effect.gen(function* () {
  const { readAtLength, shown, write } = yield* Database
  let end = beginning

  /** Chained to the end as we know it; where another instance was quicker, to the end as it is now. */
  const addAll = Effect.fnUntraced(function* (entries: ReadonlyArray<AuditEntry>) {
    for (;;) {
      let next = end
      const lines: Array<string> = []
      for (const entry of entries) {
        const line = writeLine(next, entry)
        lines.push(line.text)
        next = line.next
      }
      end = yield* write(addAt(end, lines, next.after))
      if (end.number === next.number && end.after === next.after) return
    }
  })

  const waiting = yield* Queue.unbounded<WaitingEntry>()
  const addWaiting = Effect.gen(function* () {
    const together = yield* Queue.takeAll(waiting)
    const added = yield* Effect.exit(
      Effect.mapError(
        addAll(together.map(({ entry }) => entry)),
        ({ path, reason, fault }) => new NotAudited({ path, reason, ...(fault === undefined ? {} : { fault }) })
      )
    )
    for (const { done } of together) Deferred.doneUnsafe(done, added)
  })
  yield* Effect.addFinalizer(() => Queue.shutdown(waiting))
  yield* Effect.forkScoped(Effect.forever(addWaiting))

  /** What the chain alone cannot tell: that its end was cut off. */
  const missingAfter = ({ number }: Link) =>
    Effect.map(readAtLength(findEnd), ([kept]): ReadonlyArray<AuditRecord> => {
      const last = Number(kept?.number ?? 1n) - 1
      if (last < number) return []
      return [{ _tag: "Damage", place: shown, reason: `entries ${number} to ${last} of the audit are missing` }]
    })

  const readFrom = Effect.fnUntraced(function* ({ at, link }: { readonly at: number; readonly link: Link }) {
    const rows = yield* readAtLength(pageAfter(at))
    const last = rows.at(-1)
    if (last === undefined) return [yield* missingAfter(link), Option.none()] as const
    let next = link
    const records: Array<AuditRecord> = []
    for (const { number, line } of rows) {
      const found = readLine(next, line, `${shown}, line ${number} of the audit`)
      records.push(...found.records)
      next = found.next
    }
    return [records, Option.some({ at: Number(last.number), link: next })] as const
  })

  return Audit.of({
    add: Effect.fnUntraced(function* (entry) {
      const done = Deferred.makeUnsafe<void, NotAudited>()
      Queue.offerUnsafe(waiting, { entry, done })
      yield* Deferred.await(done)
    }),
    read: Stream.paginate({ at: 0, link: beginning }, readFrom)
  })
})

export const auditInDatabase = Layer.effect(Audit, openAudit)
