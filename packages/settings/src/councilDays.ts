/** The council's own days, from the file the environment names. */
import { createReadStream } from "node:fs"
import { calendars, type Nation } from "@safe-return/domain/calendar"
import { badInput, readCouncilDays } from "@safe-return/exchange"
import { Effect, Stream } from "effect"
import type { Settings } from "./environment.ts"

const NOT_READ = "The file cannot be read. Check its name, and that this account may read it."

/** The days of a file, on our calendar of that nation. */
export const councilDaysIn = Effect.fn("councilDaysIn")(function* (file: string, nation: Nation) {
  const bytes = Stream.fromAsyncIterable(createReadStream(file), () => badInput({ file, message: NOT_READ }))
  return (yield* readCouncilDays({ file, bytes }, calendars[nation])).days
})

/** With the days of the file, or every fault: a bot without them would hold nothing back on a closed day. */
export const withCouncilDays = Effect.fn("withCouncilDays")(function* ({
  configuration,
  calendarOverridesFile: file
}: Settings) {
  if (file === undefined) return configuration
  return {
    ...configuration,
    calendarOverrides: yield* councilDaysIn(file, configuration.policy.interview.calendar.value)
  }
})
