/** The journal in PostgreSQL, for several instances at once. */
import type { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Layer } from "effect"
import { Journal, type JournalEntry, JournalUnavailable, type NewEvent, StreamMoved } from "../Journal.ts"
import { recordedBefore } from "../repeatedAppend.ts"
import { type Appended, openAppending } from "./appending.ts"
import { openAppendingUnder } from "./appendingUnder.ts"
import type { Append } from "./appendStatement.ts"
import { Database } from "./Database.ts"
import { openFollowing } from "./following.ts"
import { entryReader } from "./keptEntries.ts"

const openJournal = Effect.gen(function* () {
  const database = yield* Database
  const reader = yield* entryReader
  const { subscribe, appended } = yield* openFollowing(reader)
  const send = yield* openAppending(appended)
  const sendUnder = yield* openAppendingUnder(appended)

  /** What an earlier append of the same ids recorded, if it was the very same. */
  const answerOfBefore = Effect.fnUntraced(function* (
    child: ChildReference,
    expected: number,
    events: ReadonlyArray<NewEvent>,
    there: Appended & { readonly outcome: "there" }
  ) {
    const entries = yield* Effect.forEach(events, ({ id }, index) =>
      Effect.map(reader.decode(there.texts[index]), (recorded): JournalEntry => {
        return { id, child, version: expected + 1 + index, position: Number(there.positions[index]), recorded }
      })
    )
    return recordedBefore(entries, 0, events) ?? (yield* new StreamMoved({ child, expected, actual: there.actual }))
  })

  const otherwise = (
    child: ChildReference,
    expected: number,
    events: ReadonlyArray<NewEvent>,
    answer: Exclude<Appended, { readonly outcome: "added" }>
  ): Effect.Effect<ReadonlyArray<JournalEntry>, StreamMoved | JournalUnavailable> => {
    switch (answer.outcome) {
      case "there":
        return answerOfBefore(child, expected, events, answer)
      case "moved":
        return Effect.fail(new StreamMoved({ child, expected, actual: answer.actual }))
      case "used": {
        const reason = `an event with the id ${answer.used_id} is there already, and this one says something else`
        return Effect.fail(new JournalUnavailable({ path: database.shown, reason }))
      }
    }
  }

  const append = <E>(
    child: ChildReference,
    expected: number,
    events: ReadonlyArray<NewEvent>,
    send: (append: Append) => Effect.Effect<Appended, E>
  ) =>
    Effect.flatMap(reader.readAgain(events), (kept) =>
      Effect.flatMap(send({ child, expectedVersion: expected, events: kept }), (answer) =>
        answer.outcome === "added" ? Effect.succeed(answer.entries) : otherwise(child, expected, kept, answer)
      )
    )

  return Journal.of({
    append: (child, expected, events) => append(child, expected, events, send),
    appendUnder: Effect.fn("Journal.appendUnder")((under, child, expected, events) =>
      append(child, expected, events, (one) => sendUnder(under, one))
    ),
    read: (child) => Effect.map(reader.ofChild(child), (entries) => ({ child, version: entries.length, entries })),
    readAll: reader.all,
    subscribe
  })
})

export const journalInDatabase = Layer.effect(Journal, openJournal)
