/**
 * Appends of one process stand in one line, and those that have gathered while an earlier one was being made durable
 * go together. Positions need a council's appends to follow one another; together they share the wait for the disk.
 */
import type { PgClient } from "@effect/sql-pg"
import type { ChildReference } from "@safe-return/domain/pathway"
import { Deferred, Effect, Queue } from "effect"
import type { SqlError } from "effect/sql/SqlError"
import { type JournalEntry, JournalUnavailable, type NewEvent } from "../Journal.ts"
import { Database } from "./Database.ts"
import { asIntegers, asTexts } from "./parameters.ts"

/** An append as it is sent: every event with the text that is kept of it. */
export interface Append {
  readonly child: ChildReference
  readonly expectedVersion: number
  readonly events: ReadonlyArray<NewEvent & { readonly text: string }>
}

/** What the database made of an append; see `safe_return.append`. */
type Answer =
  | { readonly outcome: "added"; readonly first_position: bigint }
  | { readonly outcome: "moved"; readonly actual: number }
  | { readonly outcome: "used"; readonly used_id: string }
  | {
      readonly outcome: "there"
      readonly actual: number
      readonly positions: ReadonlyArray<bigint>
      readonly texts: ReadonlyArray<string>
    }

export type Appended =
  | { readonly outcome: "added"; readonly entries: ReadonlyArray<JournalEntry> }
  | Exclude<Answer, { readonly outcome: "added" }>

/** More at once would make the first of them wait for the last. */
const TOGETHER = 64

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

/** All of them in one statement, or none where anything stands in the way of one; see `safe_return.append_together`. */
const sendTogether = (appends: ReadonlyArray<Append>) => (sql: PgClient.PgClient) => {
  const events = appends.flatMap(({ child, expectedVersion, events }) =>
    events.map(({ id, text }, index) => ({ child, expectedVersion, version: expectedVersion + 1 + index, id, text }))
  )
  return sql<{ first: bigint | null }>`
    select safe_return.append_together(
      ${asTexts(events.map(({ child }) => child))},
      ${asIntegers(events.map(({ expectedVersion }) => expectedVersion))},
      ${asIntegers(events.map(({ version }) => version))},
      ${asTexts(events.map(({ id }) => id))},
      ${asTexts(events.map(({ text }) => text))}) as first`
}

const addedFrom = (first: bigint, appends: ReadonlyArray<Append>): ReadonlyArray<Answer> => {
  let next = first
  return appends.map(({ events }) => {
    const first_position = next
    next += BigInt(events.length)
    return { outcome: "added", first_position }
  })
}

const send =
  (appends: ReadonlyArray<Append>) =>
  (sql: PgClient.PgClient): Effect.Effect<ReadonlyArray<Answer>, SqlError> => {
    // An append of no events asks whether the stream stands where it was expected: no row can say so.
    if (appends.some(({ events }) => events.length === 0)) return sendOneByOne(appends)(sql)
    return Effect.flatMap(sendTogether(appends)(sql), ([answer]) =>
      answer?.first == null ? sendOneByOne(appends)(sql) : Effect.succeed(addedFrom(answer.first, appends))
    )
  }

interface Waiting {
  readonly append: Append
  readonly done: Deferred.Deferred<Appended, JournalUnavailable>
}

const madeOf = (append: Append, answer: Answer): Appended => {
  if (answer.outcome !== "added") return answer
  const first = Number(answer.first_position)
  const { child, expectedVersion, events } = append
  const entries = events.map(({ id, recorded }, index) => ({
    id,
    child,
    version: expectedVersion + 1 + index,
    position: first + index,
    recorded
  }))
  return { outcome: "added", entries }
}

/**
 * Gives the way to append; what has been asked for is sent whatever becomes of whoever asked. `added` hears of entries
 * in order of position, before whoever appended them does.
 */
export const openAppending = Effect.fnUntraced(function* (added: (entries: ReadonlyArray<JournalEntry>) => void) {
  const { shown, write } = yield* Database
  const line = yield* Queue.unbounded<Waiting>()
  yield* Effect.addFinalizer(() => Queue.shutdown(line))

  const answer = ({ append, done }: Waiting, found: Answer | undefined) => {
    if (found === undefined) {
      return Deferred.fail(
        done,
        new JournalUnavailable({ path: shown, reason: "the database gave no answer to an append" })
      )
    }
    const appended = madeOf(append, found)
    if (appended.outcome === "added") added(appended.entries)
    return Deferred.succeed(done, appended)
  }

  const sendAll = (waiting: ReadonlyArray<Waiting>): Effect.Effect<void> =>
    write(send(waiting.map(({ append }) => append))).pipe(
      Effect.matchEffect({
        onSuccess: (answers) => Effect.forEach(waiting, (one, index) => answer(one, answers[index])),
        onFailure: (failed) =>
          waiting.length === 1
            ? Effect.forEach(waiting, ({ done }) => Deferred.fail(done, failed))
            : // What one of them holds must not refuse the others.
              Effect.forEach(waiting, (one) => Effect.as(sendAll([one]), true))
      }),
      Effect.asVoid
    )

  let wereTogether = 1
  // Where several append at once, those who have just been answered come back with more: whatever they ask for in their
  // turn goes together, where each would wait for the disk by itself. Whoever is alone waits for nobody.
  const sendNext = Effect.gen(function* () {
    if (wereTogether > 1) yield* Effect.yieldNow
    const waiting = yield* Queue.takeBetween(line, 1, TOGETHER)
    wereTogether = waiting.length
    yield* sendAll(waiting)
  })
  yield* Effect.forkScoped(Effect.forever(sendNext))

  return (append: Append): Effect.Effect<Appended, JournalUnavailable> =>
    Effect.uninterruptible(
      Effect.gen(function* () {
        const done = yield* Deferred.make<Appended, JournalUnavailable>()
        yield* Queue.offer(line, { append, done })
        return yield* Deferred.await(done)
      })
    )
})
