import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference } from "@safe-return/domain/pathway"
import { Context, type Effect, type Option } from "effect"

/** Brings what people have been told up to what they should have been told. */
export class Courier extends Context.Service<
  Courier,
  {
    /** Sends what is owed about one child. Never fails: what could not be sent is tried again by the next sweep. */
    readonly deliver: (child: ChildReference) => Effect.Effect<void>
    /** The same for every child. */
    readonly sweep: Effect.Effect<void>
    /** When the next reminder falls due. */
    readonly nextDue: Effect.Effect<Option.Option<Instant>>
  }
>()("@safe-return/slack-bot/Courier") {}
