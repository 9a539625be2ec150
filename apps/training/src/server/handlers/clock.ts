/** `POST /api/clock`: moves training time forward, with everything that falls due on the way. */
import { Instant, parseInstant } from "@safe-return/domain/calendar"
import { Clock, Effect, Option } from "effect"
import { playForward } from "../../clock/playForward.ts"
import type { Asked } from "../Asked.ts"
import { done, Refused } from "../Refused.ts"
import type { ClockBody } from "../requests.ts"

/** Further than anybody trains; a slip of the keyboard must not play ten years of reminders. */
const FURTHEST_MS = 366 * 24 * 3_600_000

export const moveClock = Effect.fnUntraced(function* ({ training }: Asked, body: typeof ClockBody.Type) {
  const { clock, bot, homes } = training
  const target =
    "to" in body ? parseInstant(body.to) : Option.some(Instant(clock.now() + Math.round(body.advanceMinutes * 60_000)))
  if (Option.isNone(target)) {
    return yield* new Refused({ status: 400, message: "Give a date and time with an offset to move the clock to." })
  }
  if (target.value - clock.now() > FURTHEST_MS) {
    return yield* new Refused({ status: 400, message: "The clock can be moved by a year at most." })
  }
  yield* playForward(clock, bot, target.value).pipe(Effect.provideService(Clock.Clock, clock.clock))
  homes.somethingHappened()
  return done
})
