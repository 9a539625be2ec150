/** When must a return home interview have happened, and why then? Run it: `node deadlines.ts` */
import { formatCivilDay, formatInstant, parseInstant } from "@safe-return/domain/calendar"
import { clocksFor } from "@safe-return/domain/deadlines"
import { rotherham } from "@safe-return/domain/policy"
import { Option, Result } from "effect"

// A return at half past eleven on the Friday before the clocks go forward and before Easter week.
const returnedAt = Option.getOrThrow(parseInstant("2026-03-27T23:30:00Z"))
const { elapsedClock, workingDayClock, calendar } = Result.getOrThrow(clocksFor(returnedAt, rotherham))

console.log(`72 hours of elapsed time: ${formatInstant(elapsedClock.dueAt)}`)
console.log(
  `3 working days: the end of ${formatCivilDay(workingDayClock.dueDay)}, which is ${formatInstant(workingDayClock.dueAt)}`
)
for (const day of workingDayClock.days) {
  console.log(
    `  ${formatCivilDay(day.day)} ${"counted" in day ? `working day ${day.counted}` : `skipped: ${day.skipped}`}`
  )
}
console.log(`counted on ${calendar.version}${calendar.projected ? ", partly projected" : ""}`)
