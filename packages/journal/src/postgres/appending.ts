/** Appends gathered while an earlier one was being made durable go together, and share the wait for the disk. */
import { Effect, Fiber } from "effect"
import { type JournalEntry, JournalUnavailable } from "../Journal.ts"
import { type Append, appendStatement, entriesFrom, NotStanding, type StoredOutcome } from "./appendStatement.ts"
import { ANSWER_WITHIN, Database } from "./Database.ts"
import { NO_ANSWER } from "./databaseFaults.ts"
import type { EntryFeed } from "./entryFeed.ts"
import { openNotify } from "./notify.ts"

export type AppendOutcome =
  | { readonly outcome: "added"; readonly entries: ReadonlyArray<JournalEntry> }
  | Exclude<StoredOutcome, { readonly outcome: "added" }>

/** More at once would make the first of them wait for the last. */
const TOGETHER = 64

interface WaitingAppend {
  readonly append: Append
  /** By when they have an answer, in milliseconds of `performance.now`. */
  readonly until: number
  readonly answer: (appended: Effect.Effect<AppendOutcome, JournalUnavailable>) => void
}

const madeOf = (append: Append, answer: StoredOutcome): AppendOutcome =>
  answer.outcome === "added"
    ? { outcome: "added", entries: entriesFrom(Number(answer.first_position), append) }
    : answer

/** How often what was lost is written again for the same append. */
const WRITTEN_AGAIN = 3

/** An append that was sent is carried out whatever becomes of its caller, who hears of it after `following`. */
export const openAppending = Effect.fnUntraced(function* (following: EntryFeed) {
  const { shown, write } = yield* Database
  const tell = yield* openNotify
  const run = Effect.runForkWith(yield* Effect.context<never>())
  const line: Array<WaitingAppend> = []
  let sending = false
  let sender: Fiber.Fiber<void> | undefined

  const answerOne = ({ append, answer }: WaitingAppend, found: StoredOutcome | undefined): void => {
    if (found === undefined) {
      const reason = "the database gave no answer to an append"
      answer(Effect.fail(new JournalUnavailable({ path: shown, reason })))
    } else {
      const appended = madeOf(append, found)
      if (appended.outcome === "added") following.appended(appended.entries)
      answer(Effect.succeed(appended))
    }
  }

  const refuse = (sent: ReadonlyArray<WaitingAppend>, failed: JournalUnavailable) =>
    Effect.sync(() => {
      for (const { answer } of sent) answer(Effect.fail(failed))
    })

  /** A caller who decided on a different state decides again; the others go on. */
  const sendAgain = (sent: ReadonlyArray<WaitingAppend>, left: number): Effect.Effect<void> =>
    Effect.matchEffect(following.writeAgain, {
      onFailure: (failed) => refuse(sent, failed),
      onSuccess: (versions) => {
        for (const { append, answer } of sent) {
          const actual = versions.get(append.child)
          if (actual !== undefined) answer(Effect.succeed({ outcome: "moved", actual }))
        }
        return sendAll(
          sent.filter(({ append }) => !versions.has(append.child)),
          left - 1
        )
      }
    })

  const sendAll = (sent: ReadonlyArray<WaitingAppend>, left = WRITTEN_AGAIN): Effect.Effect<void> =>
    Effect.suspend(() => {
      if (sent.length === 0) return Effect.void
      const within = Math.min(...sent.map(({ until }) => until)) - performance.now()
      // The database hung for as long as they stood in line: nothing of theirs was sent.
      if (within <= 0) return refuse(sent, new JournalUnavailable({ path: shown, reason: NO_ANSWER, fault: "away" }))
      const statement = appendStatement(
        sent.map(({ append }) => append),
        following.mark()
      )
      return Effect.matchEffect(write(statement, within), {
        onSuccess: (answers) =>
          Effect.sync(() => {
            for (const [index, one] of sent.entries()) answerOne(one, answers[index])
          }),
        onFailure: (failed) => {
          if (failed instanceof NotStanding) {
            const reason = "it has less than was heard of, and what it lost could not be written again"
            return left > 0 ? sendAgain(sent, left) : refuse(sent, new JournalUnavailable({ path: shown, reason }))
          }
          // What one of them holds must not refuse the others.
          return sent.length > 1 && failed.reason !== NO_ANSWER
            ? Effect.forEach(sent, (one) => sendAll([one]), { discard: true })
            : refuse(sent, failed)
        }
      })
    })

  // Those who have just been answered append again together, instead of each waiting for the disk.
  const sendLine = Effect.gen(function* () {
    while (line.length > 0) {
      const sent = line.splice(0, TOGETHER)
      yield* sendAll(sent)
      // Where no answer came too: it may have been added all the same.
      tell()
      if (sent.length > 1) yield* Effect.yieldNow
    }
    sending = false
  })

  yield* Effect.addFinalizer(() => (sender === undefined ? Effect.void : Fiber.await(sender)))

  return (append: Append): Effect.Effect<AppendOutcome, JournalUnavailable> =>
    Effect.uninterruptible(
      Effect.callback<AppendOutcome, JournalUnavailable>((resume) => {
        line.push({ append, until: performance.now() + ANSWER_WITHIN, answer: resume })
        if (sending) return
        sending = true
        sender = run(sendLine)
      })
    )
})
