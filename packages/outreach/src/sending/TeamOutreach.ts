import { Context, type Effect } from "effect"

/** Tells what is about no child in particular, and keeps it current. */
export class TeamOutreach extends Context.Service<
  TeamOutreach,
  {
    /** Finds out who can be told, and queues what is owed now; never fails, and looks again instead. */
    readonly bringUpToDate: Effect.Effect<void>
    /** Does so whenever something may have changed, for as long as it runs. */
    readonly watch: Effect.Effect<never>
  }
>()("@safe-return/slack-bot/TeamOutreach") {}
