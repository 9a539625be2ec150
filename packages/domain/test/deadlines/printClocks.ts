/** Run on its own under one `TZ`: prints that zone's offset in July, then the domain's clocks for every random return. */
import { formatCivilDay, formatInstant, Instant } from "../../src/calendar/index.ts"
import { clocksFor } from "../../src/deadlines/index.ts"
import { rotherham } from "../../src/policy/index.ts"
import type { Reckoning } from "./independentReckoning.ts"
import { randomReturns } from "./randomReturns.ts"

const clocks = randomReturns().map((returnedAt): Reckoning => {
  const { hours72, workingDays3 } = clocksFor(Instant(returnedAt), rotherham)
  return {
    returnedAt: formatInstant(Instant(returnedAt)),
    hours72: formatInstant(hours72.dueAt),
    dueDate: formatCivilDay(workingDays3.dueDay),
    workingDays3: formatInstant(workingDays3.dueAt)
  }
})

process.stdout.write(JSON.stringify({ julyOffset: new Date(2026, 6, 1).getTimezoneOffset(), clocks }))
