import type { Policy } from "@safe-return/domain/policy"
import { badInput } from "@safe-return/exchange/reading"
import { type PublishedScorecard, PublishedScorecards } from "@safe-return/journal"
import { Effect, Option } from "effect"
import { Flag } from "effect/cli"
import { withRecords } from "../commands/journal/records.ts"

export const publishedIn = Flag.String("data").pipe(
  Flag.withDescription(
    'The folder the journal is in, or "database" for the one SAFE_RETURN_DATABASE_URL names: what was published of a month is read there, and what has changed since is marked'
  ),
  Flag.optional
)

/** The scorecards that were published, as the journal keeps them; no child is in them. Without a journal there are none. */
export const publications = Effect.fn("publications")(function* (given: {
  readonly data: Option.Option<string>
  readonly council: string
  readonly keyFile: Option.Option<string>
}) {
  if (Option.isNone(given.data)) return []
  const all = Effect.flatMap(PublishedScorecards, (published) => published.all)
  return yield* withRecords({ ...given, data: given.data.value })(all)
})

/** What was published by one policy is not printed again by another, because the two would tell a small count. */
export const assertSamePolicy = (published: ReadonlyArray<PublishedScorecard>, month: string, { id }: Policy) => {
  const before = published.find((one) => one.month === month)
  return before === undefined || before.policy === id
    ? Effect.void
    : Effect.fail(
        badInput({
          field: "--data",
          message: `${month} was published by the policy ${before.policy}, and with small counts withheld it is shown by no other. Name that one in SAFE_RETURN_POLICY, or give --no-suppress if you may see the children's records.`
        })
      )
}
