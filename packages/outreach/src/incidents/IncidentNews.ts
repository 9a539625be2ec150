import type { Instant } from "@safe-return/domain/calendar"
import { Context, type Effect, type Option } from "effect"

/** Tells people what is wrong with the bot itself, and when it is over; needs no journal. */
export class IncidentNews extends Context.Service<
  IncidentNews,
  {
    /** Says what people must hear now; never fails. */
    readonly tellNow: Effect.Effect<void>
    /** When time alone next brings something: a message that rings again, or other people who are on duty. */
    readonly nextDue: Effect.Effect<Option.Option<Instant>>
    /** Tells for as long as it runs. */
    readonly watch: Effect.Effect<never>
  }
>()("@safe-return/slack-bot/IncidentNews") {}
