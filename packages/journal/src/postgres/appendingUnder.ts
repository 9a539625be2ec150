/** An append under a police reference: by itself, because it is made or refused in one transaction with the reference. */
import type { PgClient } from "@effect/sql-pg"
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { type JournalEntry, JournalUnavailable, StandsForAnother, type UnderReference } from "../Journal.ts"
import type { Appended } from "./appending.ts"
import { type Append, entriesFrom } from "./appendStatement.ts"
import { Database } from "./Database.ts"
import { asTexts } from "./parameters.ts"

/** What the database made of it; see `safe_return.append_under`. */
type Answer =
  | { readonly outcome: "elsewhere"; readonly stands_for: string }
  | { readonly outcome: "added"; readonly first_position: bigint }
  | Exclude<Appended, { readonly outcome: "added" }>

const send =
  (
    { reference, insteadOf = null }: { readonly reference: string; readonly insteadOf?: string | null },
    append: Append
  ) =>
  (sql: PgClient.PgClient) =>
    sql<Answer>`
    select * from safe_return.append_under(
      ${reference}, ${insteadOf}, ${append.child}, ${append.expectedVersion},
      ${asTexts(append.events.map(({ id }) => id))},
      ${asTexts(append.events.map(({ text }) => text))})`

/** Gives the way to append under a reference; `added` hears of entries before whoever appended them does. */
export const openAppendingUnder = Effect.fnUntraced(function* (added: (entries: ReadonlyArray<JournalEntry>) => void) {
  const { shown, write } = yield* Database

  return Effect.fnUntraced(function* (
    under: UnderReference,
    append: Append
  ): Effect.fn.Return<Appended, StandsForAnother | JournalUnavailable> {
    const [answer] = yield* write(send(under, append))
    if (answer === undefined) {
      return yield* new JournalUnavailable({ path: shown, reason: "the database gave no answer to an append" })
    }
    if (answer.outcome === "elsewhere") {
      const child = ChildReference.make(answer.stands_for)
      return yield* new StandsForAnother({ reference: under.reference, child })
    }
    if (answer.outcome !== "added") return answer
    const entries = entriesFrom(Number(answer.first_position), append)
    added(entries)
    return { outcome: "added", entries }
  }, Effect.uninterruptible)
})
