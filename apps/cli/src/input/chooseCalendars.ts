import { type Calendars, calendars, type Nation } from "@safe-return/domain/calendar"
import { readCouncilCalendar } from "@safe-return/exchange/reading"
import { Effect, Option } from "effect"
import { openFile } from "./openFile.ts"

/** Our calendars, with the council's own days, if a file of them is named, in that of its nation. */
export const chooseCalendars = Effect.fn("chooseCalendars")(function* (overrides: Option.Option<string>, own: Nation) {
  if (Option.isNone(overrides)) return calendars
  const council = yield* readCouncilCalendar(yield* openFile(overrides.value), calendars[own])
  return { ...calendars, [own]: council } satisfies Calendars
})
