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

  const append = Effect.fnUntraced(function* <E>(
    child: ChildReference,
    expected: number,
    events: ReadonlyArray<NewEvent>,
    send: (append: Append) => Effect.Effect<Appended, E>
  ) {
    const kept = yield* Effect.forEach(events, reader.readAgain)
    const answer = yield* send({ child, expectedVersion: expected, events: kept })
    switch (answer.outcome) {
      case "added":
        return answer.entries
      case "there":
        return yield* answerOfBefore(child, expected, kept, answer)
      case "moved":
        return yield* new StreamMoved({ child, expected, actual: answer.actual })
      case "used": {
        const reason = `an event with the id ${answer.used_id} is there already, and this one says something else`
        return yield* new JournalUnavailable({ path: database.shown, reason })
      }
    }
  })

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
