/** The clock that makes things due: a wall clock that ran ahead of Slack's makes nothing due that is not. */
import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect, Option } from "effect"
import { ClockCheck } from "./ClockCheck.ts"

/** Our own clock where it is compared with no other. */
export const dueClock: Effect.Effect<Effect.Effect<Instant>> = Effect.map(
  Effect.serviceOption(ClockCheck),
  Option.match({
    onNone: () => Effect.map(Clock.currentTimeMillis, Instant),
    onSome: ({ dueTime }) => dueTime
  })
)
