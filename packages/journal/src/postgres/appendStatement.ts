/** The statements that append, and what the database makes of them. */
import type { PgClient } from "@effect/sql-pg"
import type { ChildReference } from "@safe-return/domain/pathway"
import { Effect } from "effect"
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

/** What the database made of an append; see `safe_return.append`. */
export type Answer =
  | { readonly outcome: "added"; readonly first_position: bigint }
  | { readonly outcome: "moved"; readonly actual: number }
  | { readonly outcome: "used"; readonly used_id: string }
  | {
      readonly outcome: "there"
      readonly first_version: number
      readonly positions: ReadonlyArray<bigint>
      readonly texts: ReadonlyArray<string>
    }

/** Each as the database finds it, one after another; see `safe_return.append`. */
const sendOneByOne = (appends: ReadonlyArray<Append>) => (sql: PgClient.PgClient) => {
  const events = appends.flatMap((append) => append.events)
  return sql<Answer>`
    select * from safe_return.append(
      ${asTexts(appends.map(({ child }) => child))},
      ${asIntegers(appends.map(({ expectedVersion }) => expectedVersion))},
      ${asIntegers(appends.map((append) => append.events.length))},
      ${asTexts(events.map(({ id }) => id))},
      ${asTexts(events.map(({ text }) => text))})`
}

/** One event, or none where anything stands in its way. */
const ONE = "select safe_return.append_one($1, $2, $3, $4)"

/** All of them in one statement, or none where anything stands in the way of one. */
const SEVERAL = "select safe_return.append_several($1, $2, $3, $4, $5)"

const sendSeveral = (appends: ReadonlyArray<Append>, kept: Statement) => {
  const events = appends.flatMap(({ child, expectedVersion, events }) =>
    events.map(({ id, text }, index) => ({ child, expectedVersion, version: expectedVersion + 1 + index, id, text }))
  )
  return kept(SEVERAL, [
    asTexts(events.map(({ child }) => child)),
    asIntegers(events.map(({ expectedVersion }) => expectedVersion)),
    asIntegers(events.map(({ version }) => version)),
    asTexts(events.map(({ id }) => id)),
    asTexts(events.map(({ text }) => text))
  ])
}

const sendAtOnce = (appends: ReadonlyArray<Append>, kept: Statement) => {
  const [first, ...more] = appends
  const [event, ...others] = first?.events ?? []
  if (first === undefined || event === undefined || more.length + others.length > 0) return sendSeveral(appends, kept)
  return kept(ONE, [first.child, first.expectedVersion, event.id, event.text])
}

const addedFrom = (first: bigint, appends: ReadonlyArray<Append>): ReadonlyArray<Answer> => {
  let next = first
  return appends.map(({ events }) => {
    const first_position = next
    next += BigInt(events.length)
    return { outcome: "added", first_position }
  })
}

/** What became of each of them, in the order given. */
export const appendStatement =
  (appends: ReadonlyArray<Append>) =>
  (sql: PgClient.PgClient, kept: Statement): Effect.Effect<ReadonlyArray<Answer>, SqlError> => {
    // An append of no events asks whether the stream stands where it was expected: no row can say so.
    if (appends.some(({ events }) => events.length === 0)) return sendOneByOne(appends)(sql)
    return Effect.flatMap(sendAtOnce(appends, kept), ([row]) => {
      const first = row?.[0]
      return typeof first === "bigint" ? Effect.succeed(addedFrom(first, appends)) : sendOneByOne(appends)(sql)
    })
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
