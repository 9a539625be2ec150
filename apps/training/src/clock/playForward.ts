/** Moves the clock through each due time and stops there, so that a reminder "4 hours before" does not say 3 h 59. */
import type { Instant } from "@safe-return/domain/calendar"
import { Effect, Option } from "effect"
import type { TrainingClock } from "./TrainingClock.ts"

/** What of the bot it takes. */
export interface Reminding {
  readonly sweep: Effect.Effect<void>
  /** The next moment after now at which something falls due. */
  readonly nextDue: Effect.Effect<Option.Option<Instant>>
}

const throughWhatIsDue = Effect.fnUntraced(function* (clock: TrainingClock, bot: Reminding, target: Instant) {
  let due = yield* bot.nextDue
  while (Option.isSome(due) && due.value > clock.now() && due.value <= target) {
    yield* clock.moveTo(due.value)
    yield* bot.sweep
    due = yield* bot.nextDue
  }
  yield* clock.moveTo(target)
  yield* bot.sweep
})

export const playForward = Effect.fn("playForward")((clock: TrainingClock, bot: Reminding, target: Instant) =>
  clock.standingStill(throughWhatIsDue(clock, bot, target))
)
