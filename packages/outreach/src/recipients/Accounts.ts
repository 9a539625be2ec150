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
    /**
     * Why somebody is no full member of this workspace; undefined for one who is. Fails when it cannot be said, and what
     * was said before is too old for this use.
     */
    readonly whyNoMember: (
      person: PersonId,
      freshness?: Freshness
    ) => Effect.Effect<UnreachableReason | undefined, AccountUnknown>
    /** What was said of somebody may be out of date: it is asked afresh the next time. */
    readonly askAnew: (person: PersonId) => Effect.Effect<void>
  }
>()("@safe-return/slack-bot/Accounts") {}
