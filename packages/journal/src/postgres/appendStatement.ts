/** The statements that append, and what the database makes of them. */
import type { PgClient } from "@effect/sql-pg"
import type { ChildReference, EventId } from "@safe-return/domain/pathway"
import { Data, Effect } from "effect"
import type { SqlError } from "effect/sql/SqlError"
import type { JournalEntry, NewEvent } from "../Journal.ts"
import type { Statement } from "./keptConnection.ts"
import { asIntegers, asTexts } from "./parameters.ts"

/** An append as it is sent: every event with the text that is kept of it. */
export interface Append {
  readonly child: ChildReference
  readonly expectedVersion: number
  readonly events: ReadonlyArray<NewEvent & { readonly text: string }>
}

/** The newest event that was heard of: nothing is appended to a database that has it no longer. */
export interface Mark {
  readonly position: number
  readonly id: EventId
}

/** The database has less than was heard of: that is written again first. Nothing was appended. */
export class NotStanding extends Data.TaggedError("NotStanding") {}

/** What the database made of an append; see `safe_return.append`. */
export type StoredOutcome =
  | { readonly outcome: "added"; readonly first_position: bigint }
  | { readonly outcome: "moved"; readonly actual: number }
  | { readonly outcome: "used"; readonly used_id: string }
  | {
      readonly outcome: "there"
      readonly first_version: number
      readonly positions: ReadonlyArray<bigint>
      readonly texts: ReadonlyArray<string>
    }

/** A place no event has, for an instance that has heard of none. */
const NOWHERE = 0

/** Whether the mark stands, looked at in the very statement that appends: the functions are called where it does. */
export const stands = (mark: Mark | undefined) => (sql: PgClient.PgClient) =>
  sql`(
  select ${mark?.position ?? NOWHERE} = ${NOWHERE} or exists (
    select from safe_return.events m where m.position = ${mark?.position ?? NOWHERE} and m.id = ${mark?.id ?? ""}
  ))`

/** Each as the database finds it, one after another; see `safe_return.append`. */
const sendOneByOne = (appends: ReadonlyArray<Append>, mark: Mark | undefined) => (sql: PgClient.PgClient) => {
  const events = appends.flatMap((append) => append.events)
  return Effect.filterOrFail(
    sql<StoredOutcome>`
    select * from safe_return.append(
      ${asTexts(appends.map(({ child }) => child))},
      ${asIntegers(appends.map(({ expectedVersion }) => expectedVersion))},
      ${asIntegers(appends.map((append) => append.events.length))},
      ${asTexts(events.map(({ id }) => id))},
      ${asTexts(events.map(({ text }) => text))}) where ${stands(mark)(sql)}`,
    (answers) => answers.length > 0,
    () => new NotStanding()
  )
}

const STANDS = (position: number) =>
  `($${position} = 0::bigint or exists (
    select from safe_return.events m where m.position = $${position} and m.id = $${position + 1}))`

/** One event, or none where anything stands in its way. */
const ONE = `select s.stands, case when s.stands then safe_return.append_one($1, $2, $3, $4) end
  from (select ${STANDS(5)} as stands) s`

/** All of them in one statement, or none where anything stands in the way of one. */
const SEVERAL = `select s.stands, case when s.stands then safe_return.append_several($1, $2, $3, $4, $5) end
  from (select ${STANDS(6)} as stands) s`

const markOf = (mark: Mark | undefined) => [BigInt(mark?.position ?? NOWHERE), mark?.id ?? ""]

const sendSeveral = (appends: ReadonlyArray<Append>, kept: Statement, mark: Mark | undefined) => {
  const events = appends.flatMap(({ child, expectedVersion, events }) =>
    events.map(({ id, text }, index) => ({ child, expectedVersion, version: expectedVersion + 1 + index, id, text }))
  )
  return kept(SEVERAL, [
    asTexts(events.map(({ child }) => child)),
    asIntegers(events.map(({ expectedVersion }) => expectedVersion)),
    asIntegers(events.map(({ version }) => version)),
    asTexts(events.map(({ id }) => id)),
    asTexts(events.map(({ text }) => text)),
    ...markOf(mark)
  ])
}

const sendAtOnce = (appends: ReadonlyArray<Append>, kept: Statement, mark: Mark | undefined) => {
  const [first, ...more] = appends
  const [event, ...others] = first?.events ?? []
  if (first === undefined || event === undefined || more.length + others.length > 0) {
    return sendSeveral(appends, kept, mark)
  }
  return kept(ONE, [first.child, first.expectedVersion, event.id, event.text, ...markOf(mark)])
}

const addedFrom = (first: bigint, appends: ReadonlyArray<Append>): ReadonlyArray<StoredOutcome> => {
  let next = first
  return appends.map(({ events }) => {
    const first_position = next
    next += BigInt(events.length)
    return { outcome: "added", first_position }
  })
}

/** What became of each of them, in the order given. */
export const appendStatement =
  (appends: ReadonlyArray<Append>, mark: Mark | undefined) =>
  (sql: PgClient.PgClient, kept: Statement): Effect.Effect<ReadonlyArray<StoredOutcome>, SqlError | NotStanding> => {
    // An append of no events asks whether the stream stands where it was expected: no row can say so.
    if (appends.some(({ events }) => events.length === 0)) return sendOneByOne(appends, mark)(sql)
    return Effect.flatMap(
      sendAtOnce(appends, kept, mark),
      ([row]): Effect.Effect<ReadonlyArray<StoredOutcome>, SqlError | NotStanding> => {
        const [isStanding, first] = row ?? []
        if (isStanding === false) return Effect.fail(new NotStanding())
        return typeof first === "bigint" ? Effect.succeed(addedFrom(first, appends)) : sendOneByOne(appends, mark)(sql)
      }
    )
  }

/** Where the events of an append stand that was made at `first`. */
export const entriesFrom = (first: number, { child, expectedVersion, events }: Append): ReadonlyArray<JournalEntry> =>
  events.map(({ id, recorded }, index) => ({
    id,
    child,
    version: expectedVersion + 1 + index,
    position: first + index,
    recorded
  }))
