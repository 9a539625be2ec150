/** The journal in PostgreSQL, for several instances at once. */
import type { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Layer } from "effect"
import {
  EventIdUsed,
  Journal,
  type JournalEntry,
  type JournalUnavailable,
  type NewEvent,
  VersionConflict
} from "../Journal.ts"
import { recordedBefore } from "../repeatedAppend.ts"
import { type AppendOutcome, openAppending } from "./appending.ts"
import { openAppendingUnder } from "./appendingUnder.ts"
import type { Append } from "./appendStatement.ts"
import { openEntryFeed } from "./entryFeed.ts"
import { openingOf } from "./finishedRows.ts"
import { entryReader } from "./storedEntries.ts"

const openJournal = Effect.gen(function* () {
  const reader = yield* entryReader
  const following = yield* openEntryFeed(reader)
  const send = yield* openAppending(following)
  const sendUnder = yield* openAppendingUnder(following)

  /** What an earlier append of the same ids recorded, if it was the very same. */
  const answerOfBefore = Effect.fnUntraced(function* (
    child: ChildReference,
    events: ReadonlyArray<NewEvent>,
    there: AppendOutcome & { readonly outcome: "there" }
  ) {
    const entries = yield* Effect.forEach(events, ({ id }, index) =>
      Effect.map(reader.decode(there.texts[index]), (recorded): JournalEntry => {
        return { id, child, version: there.first_version + index, position: Number(there.positions[index]), recorded }
      })
    )
    return recordedBefore(entries, events) ?? (yield* new EventIdUsed({ id: events[0]?.id ?? "", child }))
  })

  const otherwise = (
    child: ChildReference,
    expected: number,
    events: ReadonlyArray<NewEvent>,
    answer: Exclude<AppendOutcome, { readonly outcome: "added" }>
  ): Effect.Effect<ReadonlyArray<JournalEntry>, EventIdUsed | VersionConflict | JournalUnavailable> => {
    switch (answer.outcome) {
      case "there":
        return answerOfBefore(child, events, answer)
      case "moved":
        return Effect.fail(new VersionConflict({ child, expected, actual: answer.actual }))
      case "used":
        return Effect.fail(new EventIdUsed({ id: answer.used_id, child }))
    }
  }

  const append = <E>(
    child: ChildReference,
    expected: number,
    events: ReadonlyArray<NewEvent>,
    send: (append: Append) => Effect.Effect<AppendOutcome, E>
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
    read: reader.ofChild,
    children: reader.children,
    opening: yield* openingOf(reader),
    unread: Effect.succeed([]),
    readAll: reader.all,
    unreadable: reader.unreadable,
    subscribeUnreadable: reader.subscribeUnreadable,
    subscribe: following.subscribe,
    assure: Effect.uninterruptible(following.assure),
    wentBack: following.wentBack,
    differing: following.differing
  })
})

export const journalInDatabase = Layer.effect(Journal, openJournal)
