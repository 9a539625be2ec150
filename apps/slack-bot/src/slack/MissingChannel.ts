import { Context, type Effect } from "effect"

/** The private channel in which missing episodes are posted, for as long as it is private. */
export class MissingChannel extends Context.Service<
  MissingChannel,
  {
    readonly id: string
    /** Whether case references may be posted there now. Slack is asked again every few seconds. */
    readonly mayPost: Effect.Effect<boolean>
    /** Something happened to a channel: Slack is asked at once, and an administrator is told if it stopped or began again. */
    readonly lookAgain: (channel: string) => Effect.Effect<void>
  }
>()("@safe-return/slack-bot/MissingChannel") {}
