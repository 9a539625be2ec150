import { type Benchmark, sideBySide } from "@safe-return/bench"
import { Result } from "effect"
import { Instant } from "../src/calendar/index.ts"
import { clocksFor } from "../src/deadlines/index.ts"
import { rotherham } from "../src/policy/index.ts"
import { randomReturns } from "../test/deadlines/randomReturns.ts"
import { byZonedBusinessDays, byZonedDates } from "./clocksWithoutUs.ts"

const returns = randomReturns().map((at) => Instant(at))
const fewReturns = returns.filter((_, index) => index % 20 === 0)

const compareAnswers = (): void => {
  for (const at of returns) {
    const { elapsedClock, workingDayClock } = Result.getOrThrow(clocksFor(at, rotherham))
    const days = workingDayClock.days.map((day) => ("counted" in day ? day.counted : day.skipped))
    const ours = { hours72: elapsedClock.dueAt, workingDays3: workingDayClock.dueAt, days }
    if (JSON.stringify(byZonedDates(at)) !== JSON.stringify(ours)) {
      throw new Error(`date-fns on London dates has another answer than ours for a return at ${at}`)
    }
  }
}

export const clocksExplained: Benchmark = {
  id: "clocks.explained",
  work: "both clocks for one return, with every day counted or skipped and why",
  run: () => {
    compareAnswers()
    return sideBySide(
      {
        name: "ours",
        times: returns.length,
        run: () => {
          let sum = 0
          for (const at of returns) {
            const { elapsedClock, workingDayClock } = Result.getOrThrow(clocksFor(at, rotherham))
            sum += elapsedClock.dueAt + workingDayClock.dueAt + workingDayClock.days.length
          }
          return sum
        }
      },
      [
        {
          name: "date-fns with TZDate, given our holidays: the same answer",
          times: fewReturns.length,
          atLeast: 20,
          run: () => {
            let sum = 0
            for (const at of fewReturns) {
              const { hours72, workingDays3, days } = byZonedDates(at)
              sum += hours72 + workingDays3 + days.length
            }
            return sum
          }
        },
        {
          name: "date-fns addBusinessDays on a TZDate alone, which knows no holidays and gives no reasons",
          times: fewReturns.length,
          atLeast: 20,
          run: () => {
            let sum = 0
            for (const at of fewReturns) sum += byZonedBusinessDays(at)
            return sum
          }
        }
      ],
      "at least 20 × as fast as date-fns with TZDate"
    )
  }
}
