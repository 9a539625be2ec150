import type { PersonId } from "@safe-return/domain/pathway"
import { Context, type Effect, Schema } from "effect"
import type { Freshness } from "./freshness.ts"
import type { UnreachableReason } from "./UnreachableReason.ts"

/** The workspace does not say whose account it is. */
export class AccountUnknown extends Schema.TaggedError<AccountUnknown>()("AccountUnknown", {
  /** The fault as the workspace names it. */
  reason: Schema.String
}) {}

/** What people's accounts are. */
export class Accounts extends Context.Service<
  Accounts,
  {
    /** Why a person is no full member here, if so; fails when that is unknown, or known too long ago for this use. */
    readonly whyNoMember: (
      person: PersonId,
      freshness?: Freshness
    ) => Effect.Effect<UnreachableReason | undefined, AccountUnknown>
    /** What colleagues call a person; none where the workspace does not say. */
    readonly nameOf: (person: PersonId) => Effect.Effect<string | undefined>
    /** What was said of a person may be out of date: it is asked afresh the next time. */
    readonly invalidate: (person: PersonId) => Effect.Effect<void>
  }
>()("@safe-return/slack-bot/Accounts") {}
