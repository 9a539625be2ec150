import { Context, type Effect } from "effect"

/** Tells people what is wrong with the bot itself, and when it is over; needs no journal. */
export class IncidentNews extends Context.Service<
  IncidentNews,
  {
    /** Says what people must hear now; never fails. */
    readonly tellNow: Effect.Effect<void>
    /** Tells for as long as it runs. */
    readonly watch: Effect.Effect<never>
  }
>()("@safe-return/slack-bot/IncidentNews") {}
