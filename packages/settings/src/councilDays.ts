/** The council's own days, from the file the environment names. */
import { createReadStream } from "node:fs"
import { calendars } from "@safe-return/domain/calendar"
import { badInput, readCouncilDays } from "@safe-return/exchange"
import { Effect, Stream } from "effect"
import type { Settings } from "./environment.ts"

const NOT_READ = "The file cannot be read. Check its name, and that this account may read it."

/**
 * The configuration with the days of the file, where one is named. Fails with every fault's file, line and column: a bot that
 * started without them would hold nothing back on a day the office is closed.
 */
export const withCouncilDays = Effect.fn("withCouncilDays")(function* ({
  configuration,
  calendarOverridesFile: file
}: Settings) {
  if (file === undefined) return configuration
  const bytes = Stream.fromAsyncIterable(createReadStream(file), () => badInput({ file, message: NOT_READ }))
  const { days } = yield* readCouncilDays({ file, bytes }, calendars[configuration.policy.interview.calendar.value])
  return { ...configuration, calendarOverrides: days }
})
