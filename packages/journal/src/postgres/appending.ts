/**
 * Appends of one process stand in one line, and those that have gathered while an earlier one was being made durable
 * go together. Positions need a council's appends to follow one another; together they share the wait for the disk.
 */
import type { PgClient } from "@effect/sql-pg"
import type { ChildReference } from "@safe-return/domain/pathway"
import { Deferred, Effect, Queue } from "effect"
import type { SqlError } from "effect/sql/SqlError"
import { JournalUnavailable } from "../Journal.ts"
import { Database } from "./Database.ts"
import { asIntegers, asTexts } from "./parameters.ts"

/** An append as it is sent: every event as the text that is kept. */
export interface Append {
  readonly child: ChildReference
  readonly expectedVersion: number
  readonly events: ReadonlyArray<{ readonly id: string; readonly text: string }>
}

/** What the database made of an append; see `safe_return.append`. */
export type Appended =
  | { readonly outcome: "added"; readonly first_position: bigint }
  | { readonly outcome: "moved"; readonly actual: number }
  | { readonly outcome: "used"; readonly used_id: string }
  | {
      readonly outcome: "there"
      readonly actual: number
      readonly positions: ReadonlyArray<bigint>
      readonly texts: ReadonlyArray<string>
    }

/** More at once would make the first of them wait for the last. */
const TOGETHER = 64

const send =
  (appends: ReadonlyArray<Append>) =>
  (sql: PgClient.PgClient): Effect.Effect<ReadonlyArray<Appended>, SqlError> => {
    const events = appends.flatMap((append) => append.events)
    return sql<Appended>`
      select * from safe_return.append(
        ${asTexts(appends.map(({ child }) => child))},
        ${asIntegers(appends.map(({ expectedVersion }) => expectedVersion))},
        ${asIntegers(appends.map((append) => append.events.length))},
        ${asTexts(events.map(({ id }) => id))},
        ${asTexts(events.map(({ text }) => text))})`
  }

interface Waiting {
  readonly append: Append
  readonly done: Deferred.Deferred<Appended, JournalUnavailable>
}

/** Gives the way to append; what has been asked for is sent whatever becomes of whoever asked. */
export const openAppending = Effect.gen(function* () {
  const { shown, write } = yield* Database
  const line = yield* Queue.unbounded<Waiting>()
  yield* Effect.addFinalizer(() => Queue.shutdown(line))

  const answer = (done: Waiting["done"], appended: Appended | undefined) =>
    appended === undefined
      ? Deferred.fail(done, new JournalUnavailable({ path: shown, reason: "the database gave no answer to an append" }))
      : Deferred.succeed(done, appended)

  const sendAll = (waiting: ReadonlyArray<Waiting>): Effect.Effect<void> =>
    write(send(waiting.map(({ append }) => append))).pipe(
      Effect.matchEffect({
        onSuccess: (answers) => Effect.forEach(waiting, ({ done }, index) => answer(done, answers[index])),
        onFailure: (failed) =>
          waiting.length === 1
            ? Effect.forEach(waiting, ({ done }) => Deferred.fail(done, failed))
            : // What one of them holds must not refuse the others.
              Effect.forEach(waiting, (one) => Effect.as(sendAll([one]), true))
      }),
      Effect.asVoid
    )

  yield* Effect.forkScoped(Effect.forever(Effect.flatMap(Queue.takeBetween(line, 1, TOGETHER), sendAll)))

  return (append: Append): Effect.Effect<Appended, JournalUnavailable> =>
    Effect.uninterruptible(
      Effect.gen(function* () {
        const done = yield* Deferred.make<Appended, JournalUnavailable>()
        yield* Queue.offer(line, { append, done })
        return yield* Deferred.await(done)
      })
    )
})
