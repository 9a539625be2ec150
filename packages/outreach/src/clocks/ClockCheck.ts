/** Compares this machine's clock with others as they are heard from: a wrong one is an incident until it is right. */
import { Instant } from "@safe-return/domain/calendar"
import { Clock, Context, Effect, Layer } from "effect"
import { Incidents } from "../incidents/Incidents.ts"
import { type ComparedClock, clockWrong, isWithinTolerance } from "./clockWrong.ts"
import { monotonicMillis } from "./monotonic.ts"

/** So many times in a row, because one answer may have been on its way for long. */
const SEEN_WRONG = 2

export class ClockCheck extends Context.Service<
  ClockCheck,
  {
    /** @param ahead by how many milliseconds our clock is ahead of the other; negative where it is behind */
    readonly see: (clock: ComparedClock, ahead: number) => Effect.Effect<void>
    /** The time that may make something due: our clock's, or Slack's where ours is ahead of what is known of it. */
    readonly dueTime: Effect.Effect<Instant>
    /** Whether our clock is ahead of what is known of Slack's: only Slack's next answer shows which of them is right. */
    readonly isAhead: Effect.Effect<boolean>
  }
>()("@safe-return/slack-bot/ClockCheck") {
  static readonly layer = Layer.effect(
    ClockCheck,
    Effect.gen(function* () {
      const incidents = yield* Incidents
      const seenWrong = new Map<ComparedClock, number>()
      /** Slack's time less that of the clock that only goes forward: it goes on between two answers. */
      let slackLessForward: number | undefined

      /** By how much our clock is ahead of what is known of Slack's; undefined where nothing is. */
      const aheadOfKnown = Effect.gen(function* () {
        if (slackLessForward === undefined) return undefined
        return (yield* Clock.currentTimeMillis) - (yield* monotonicMillis) - slackLessForward
      })
      const hasRunAhead = (ahead: number | undefined): ahead is number =>
        ahead !== undefined && ahead > 0 && !isWithinTolerance("Slack", ahead)

      /** An answer that agrees with neither our clock nor the answers before it may be the one that is wrong. */
      const learn = Effect.fnUntraced(function* (ahead: number, isCertain: boolean) {
        const known = yield* aheadOfKnown
        const agrees = known === undefined || isWithinTolerance("Slack", ahead - known)
        if (!isCertain && !agrees) return
        slackLessForward = (yield* Clock.currentTimeMillis) - ahead - (yield* monotonicMillis)
      })

      return ClockCheck.of({
        see: Effect.fn("ClockCheck.see")(function* (clock, ahead) {
          const isRight = isWithinTolerance(clock, ahead)
          const times = isRight ? 0 : (seenWrong.get(clock) ?? 0) + 1
          if (clock === "Slack") yield* learn(ahead, isRight || times >= SEEN_WRONG)
          if (isRight) {
            if (seenWrong.delete(clock)) yield* incidents.end("clock-wrong", "The clocks agree again.", clock)
            return
          }
          seenWrong.set(clock, times)
          if (times >= SEEN_WRONG) yield* incidents.raise(clockWrong(clock, ahead))
        }),
        dueTime: Effect.gen(function* () {
          const ahead = yield* aheadOfKnown
          return Instant((yield* Clock.currentTimeMillis) - (hasRunAhead(ahead) ? ahead : 0))
        }),
        isAhead: Effect.map(aheadOfKnown, hasRunAhead)
      })
    })
  )
}
