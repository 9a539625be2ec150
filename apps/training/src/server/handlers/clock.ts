/** `POST /api/clock`: moves training time forward, with everything that falls due on the way. */
import { formatInstant, Instant, parseInstant } from "@safe-return/domain/calendar"
import { Clock, Effect, Option } from "effect"
import type { ClockMoved } from "../../api.ts"
import { playForward } from "../../clock/playForward.ts"
import type { Training } from "../../workspace/Training.ts"
import { TrainingHost } from "../../workspace/TrainingHost.ts"
import { Refused } from "../Refused.ts"
import type { Requester } from "../Requester.ts"
import type { ClockBody } from "../requests.ts"

/** Further than anybody trains; a slip of the keyboard must not play ten years of reminders. */
const FURTHEST_MS = 366 * 24 * 3_600_000

/** Counts messages by the time they are sent at, which stands still while what falls due at it is played. */
const countMessages = ({ workspace, clock }: Training) => {
  const counts = new Map<Instant, number>()
  const stop = workspace.onChange(({ kind }) => {
    if (kind === "messages") counts.set(clock.now(), (counts.get(clock.now()) ?? 0) + 1)
  })
  return { counts, stop }
}

/** One move at a time: a second one waits for the first, and then counts from where that ended. */
export const moveClock = Effect.fnUntraced(function* ({ training }: Requester, body: typeof ClockBody.Type) {
  const { clock, bot, homes, move } = training
  const host = yield* TrainingHost
  const from = clock.now()
  const target =
    "to" in body ? parseInstant(body.to) : Option.some(Instant(from + Math.round(body.advanceMinutes * 60_000)))
  if (Option.isNone(target)) {
    return yield* new Refused({ status: 400, message: "Give a date and time with an offset to move the clock to." })
  }
  if (target.value - from > FURTHEST_MS) {
    return yield* new Refused({ status: 400, message: "The clock can be moved by a year at most." })
  }
  move.now = { from, to: target.value }
  yield* host.changed
  const { counts, stop } = countMessages(training)
  yield* playForward(clock, bot, target.value).pipe(
    Effect.provideService(Clock.Clock, clock.clock),
    Effect.ensuring(
      Effect.sync(() => {
        stop()
        delete move.now
        homes.somethingHappened()
      })
    )
  )
  const moved: ClockMoved = {
    ok: true,
    played: [...counts].map(([at, messages]) => ({ at: formatInstant(at), messages }))
  }
  return moved
})
