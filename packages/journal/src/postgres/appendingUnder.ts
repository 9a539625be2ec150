/** An append under a police reference: by itself, because it is made or refused in one transaction with the reference. */
import type { PgClient } from "@effect/sql-pg"
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { JournalUnavailable, StandsForAnother, type UnderReference } from "../Journal.ts"
import type { AppendOutcome } from "./appending.ts"
import { type Append, entriesFrom, type Mark, NotStanding, stands } from "./appendStatement.ts"
import { Database } from "./Database.ts"
import type { EntryFeed } from "./entryFeed.ts"
import { asTexts } from "./parameters.ts"

/** What the database made of it; see `safe_return.append_under`. */
type UnderReferenceOutcome =
  | { readonly outcome: "elsewhere"; readonly stands_for: string }
  | { readonly outcome: "added"; readonly first_position: bigint }
  | Exclude<AppendOutcome, { readonly outcome: "added" }>

const send =
  (
    { reference, insteadOf = null }: { readonly reference: string; readonly insteadOf?: string | null },
    append: Append,
    mark: Mark | undefined
  ) =>
  (sql: PgClient.PgClient) =>
    Effect.filterOrFail(
      sql<UnderReferenceOutcome>`
    select * from safe_return.append_under(
      ${reference}, ${insteadOf}, ${append.child}, ${append.expectedVersion},
      ${asTexts(append.events.map(({ id }) => id))},
      ${asTexts(append.events.map(({ text }) => text))}) where ${stands(mark)(sql)}`,
      (answers) => answers.length > 0,
      () => new NotStanding()
    )

/** Gives the way to append under a reference; `following` hears of entries before the caller does. */
export const openAppendingUnder = Effect.fnUntraced(function* (following: EntryFeed) {
  const { shown, write } = yield* Database

  return Effect.fnUntraced(function* (
    under: UnderReference,
    append: Append
  ): Effect.fn.Return<AppendOutcome, StandsForAnother | JournalUnavailable> {
    const sent = yield* Effect.result(write((sql) => send(under, append, following.mark())(sql)))
    if (sent._tag === "Failure" && !(sent.failure instanceof NotStanding)) return yield* Effect.fail(sent.failure)
    if (sent._tag === "Failure") {
      const actual = (yield* following.writeAgain).get(append.child)
      if (actual !== undefined) return { outcome: "moved", actual }
    }
    const [answer] =
      sent._tag === "Success"
        ? sent.success
        : yield* Effect.catchTag(write(send(under, append, following.mark())), "NotStanding", () => Effect.succeed([]))
    if (answer === undefined) {
      return yield* new JournalUnavailable({ path: shown, reason: "the database gave no answer to an append" })
    }
    if (answer.outcome === "elsewhere") {
      const child = ChildReference.make(answer.stands_for)
      return yield* new StandsForAnother({ reference: under.reference, child })
    }
    if (answer.outcome !== "added") return answer
    const entries = entriesFrom(Number(answer.first_position), append)
    following.appended(entries)
    return { outcome: "added", entries }
  }, Effect.uninterruptible)
})
