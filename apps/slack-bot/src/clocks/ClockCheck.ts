/** Compares this machine's clock with others as they are heard from: a wrong one is an incident until it is right. */
import { Context, Effect, Layer } from "effect"
import { Incidents } from "../incidents/Incidents.ts"
import { type ComparedClock, clockWrong, isWithinTolerance } from "./clockWrong.ts"

/** So many times in a row, because one answer may have been on its way for long. */
const SEEN_WRONG = 2

export class ClockCheck extends Context.Service<
  ClockCheck,
  {
    /** @param ahead by how many milliseconds our clock is ahead of the other; negative where it is behind */
    readonly see: (clock: ComparedClock, ahead: number) => Effect.Effect<void>
  }
>()("@safe-return/slack-bot/ClockCheck") {
  static readonly layer = Layer.effect(
    ClockCheck,
    Effect.gen(function* () {
      const incidents = yield* Incidents
      const seenWrong = new Map<ComparedClock, number>()
      return ClockCheck.of({
        see: Effect.fn("ClockCheck.see")(function* (clock, ahead) {
          if (isWithinTolerance(clock, ahead)) {
            if (seenWrong.delete(clock)) yield* incidents.end("clock-wrong", "The clocks agree again.", clock)
            return
          }
          const times = (seenWrong.get(clock) ?? 0) + 1
          seenWrong.set(clock, times)
          if (times >= SEEN_WRONG) yield* incidents.raise(clockWrong(clock, ahead))
        })
      })
    })
  )
}
