import type { Policy } from "@safe-return/domain/policy"
import { Context } from "effect"

/** Whose bot this is, and the rules that new episodes are opened under. */
export class Council extends Context.Service<
  Council,
  {
    /** The council, as people call it. */
    readonly authority: string
    readonly policy: Policy
  }
>()("@safe-return/slack-bot/Council") {}
