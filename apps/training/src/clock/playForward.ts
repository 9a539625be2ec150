/** Moves the clock through every moment at which something falls due, and stops at each, as passing time would. */
import type { Instant } from "@safe-return/domain/calendar"
import { Effect, Option } from "effect"
import type { TrainingClock } from "./TrainingClock.ts"

/** What of the bot it takes. */
interface Reminding {
  /** Looks at everybody. */
  readonly sweep: Effect.Effect<void>
  /** Sends what fell due by now. */
  readonly catchUp: Effect.Effect<void>
  /** The next moment after now at which something falls due, as the last look at each found it. */
  readonly nextDue: Effect.Effect<Option.Option<Instant>>
}

const throughWhatIsDue = Effect.fnUntraced(function* (clock: TrainingClock, bot: Reminding, target: Instant) {
  if (target > clock.now()) yield* bot.sweep
  let due = yield* bot.nextDue
  while (Option.isSome(due) && due.value > clock.now() && due.value <= target) {
    yield* clock.moveTo(due.value)
    yield* bot.catchUp
    due = yield* bot.nextDue
  }
  yield* clock.moveTo(target)
  yield* bot.sweep
})

export const playForward = Effect.fn("playForward")((clock: TrainingClock, bot: Reminding, target: Instant) =>
  clock.standingStill(throughWhatIsDue(clock, bot, target))
)
