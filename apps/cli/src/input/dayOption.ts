import { type CivilDay, Instant, londonDayOf, parseCivilDay } from "@safe-return/domain/calendar"
import { badInput } from "@safe-return/exchange/reading"
import { Clock, Effect, Option } from "effect"

/** A day that was typed, or what to write instead. */
export const dayIn = (field: string, text: string) =>
  Effect.mapError(Effect.fromOption(parseCivilDay(text)), () =>
    badInput({ field, message: "This is not a day. Write it as year, month and day: 2026-10-01." })
  )

export const today: Effect.Effect<CivilDay> = Effect.map(Clock.currentTimeMillis, (now) => londonDayOf(Instant(now)))

/** The day that was typed, or else today in London. */
export const dayOrToday = (field: string, given: Option.Option<string>) =>
  Option.match(given, { onNone: () => today, onSome: (text) => dayIn(field, text) })
