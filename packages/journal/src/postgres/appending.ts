/**
 * Appends of one process stand in one line, and those that have gathered while an earlier one was being made durable
 * go together. Positions need a council's appends to follow one another; together they share the wait for the disk.
 */
import { Duration, Effect, Fiber } from "effect"
import { type JournalEntry, JournalUnavailable } from "../Journal.ts"
import { type Answer, type Append, appendStatement, entriesFrom } from "./appendStatement.ts"
import { ANSWER_WITHIN, Database } from "./Database.ts"
import { NO_ANSWER } from "./databaseFaults.ts"

export type Appended =
  | { readonly outcome: "added"; readonly entries: ReadonlyArray<JournalEntry> }
  | Exclude<Answer, { readonly outcome: "added" }>

/** More at once would make the first of them wait for the last. */
const TOGETHER = 64

interface Waiting {
  readonly append: Append
  readonly answer: (appended: Effect.Effect<Appended, JournalUnavailable>) => void
}

const madeOf = (append: Append, answer: Answer): Appended =>
  answer.outcome === "added"
    ? { outcome: "added", entries: entriesFrom(Number(answer.first_position), append) }
    : answer

/**
 * Gives the way to append; what has been sent is carried out whatever becomes of whoever asked. `added` hears of entries
 * in order of position, before whoever appended them does.
 */
export const openAppending = Effect.fnUntraced(function* (added: (entries: ReadonlyArray<JournalEntry>) => void) {
  const { shown, write } = yield* Database
  const run = Effect.runForkWith(yield* Effect.context<never>())
  const line: Array<Waiting> = []
  let sending = false
  let sender: Fiber.Fiber<void> | undefined

  const answerOne = ({ append, answer }: Waiting, found: Answer | undefined): void => {
    if (found === undefined) {
      const reason = "the database gave no answer to an append"
      answer(Effect.fail(new JournalUnavailable({ path: shown, reason })))
    } else {
      const appended = madeOf(append, found)
      if (appended.outcome === "added") added(appended.entries)
      answer(Effect.succeed(appended))
    }
  }

  const sendAll = (sent: ReadonlyArray<Waiting>): Effect.Effect<void> =>
    Effect.matchEffect(write(appendStatement(sent.map(({ append }) => append))), {
      onSuccess: (answers) =>
        Effect.sync(() => {
          for (const [index, one] of sent.entries()) answerOne(one, answers[index])
        }),
      onFailure: (failed) => {
        // What one of them holds must not refuse the others.
        const apart = sent.length > 1 && failed.reason !== NO_ANSWER
        if (apart) return Effect.forEach(sent, (one) => sendAll([one]), { discard: true })
        return Effect.sync(() => {
          for (const { answer } of sent) answer(Effect.fail(failed))
        })
      }
    })

  // Where several append at once, those who have just been answered come back with more: whatever they ask for in their
  // turn goes together, where each would wait for the disk by itself. Whoever is alone waits for nobody.
  const sendLine = Effect.gen(function* () {
    while (line.length > 0) {
      const sent = line.splice(0, TOGETHER)
      yield* sendAll(sent)
      if (sent.length > 1) yield* Effect.yieldNow
    }
    sending = false
  })

  /** Whoever waits in line longer than anybody waits for an answer is told so, and is not sent any more. */
  const giveUp = (waiting: Waiting): void => {
    const place = line.indexOf(waiting)
    if (place >= 0) line.splice(place, 1)
    const inDoubt = place < 0 ? { inDoubt: true } : {}
    waiting.answer(Effect.fail(new JournalUnavailable({ path: shown, reason: NO_ANSWER, ...inDoubt })))
  }

  yield* Effect.addFinalizer(() => (sender === undefined ? Effect.void : Fiber.await(sender)))

  return (append: Append): Effect.Effect<Appended, JournalUnavailable> =>
    Effect.uninterruptible(
      Effect.callback<Appended, JournalUnavailable>((resume) => {
        const timer = setTimeout(() => giveUp(waiting), Duration.toMillis(ANSWER_WITHIN))
        const waiting: Waiting = {
          append,
          answer: (appended) => {
            clearTimeout(timer)
            resume(appended)
          }
        }
        line.push(waiting)
        if (sending) return
        sending = true
        sender = run(sendLine)
      })
    )
})
