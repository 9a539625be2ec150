import { Result } from "effect"
import { formatCivilDay, formatInstant, Instant, type Nation } from "../../src/calendar/index.ts"
import { clocksFor } from "../../src/deadlines/index.ts"
import type { Reckoning } from "./independentReckoning.ts"
import { inNation } from "./policies.ts"

/** The domain's own answer, in the words of the independent one. */
export const ourReckoning = (returnedAt: number, nation: Nation): Reckoning => {
  const { elapsedClock, workingDayClock } = Result.getOrThrow(clocksFor(Instant(returnedAt), inNation(nation)))
  return {
    returnedAt: formatInstant(Instant(returnedAt)),
    hours72: formatInstant(elapsedClock.dueAt),
    dueDate: formatCivilDay(workingDayClock.dueDay),
    workingDays3: formatInstant(workingDayClock.dueAt)
  }
}
