/** A council's own policy in under 40 lines: 5 working days, counted to 17:00. Run it: `node ownPolicy.ts`. All made up. */
import { checkPolicy, clocksFor, formatInstant, nationalMinimum, utc } from "@safe-return/domain"
import { Result } from "effect"

const own = <Value>(value: Value) => ({ value, source: "Made up for this example", verified: false })

const written = {
  ...nationalMinimum,
  id: "barnsley-made-up",
  title: "Barnsley, made up",
  interview: { ...nationalMinimum.interview, workingDays: own(5), cutoff: own("17:00") }
}

// Every fault by its field, before anybody works by it.
const mistyped = { ...written, interview: { ...written.interview, cutoff: own("5:pm") } }
for (const { field, message } of Result.getOrThrow(Result.flip(checkPolicy(mistyped))))
  console.log(`${field}: ${message}`)

const { policy, unverified } = Result.getOrThrow(checkPolicy(written))
const { elapsedClock, workingDayClock } = Result.getOrThrow(clocksFor(utc(2026, 11, 20, 18), policy))
console.log(`${policy.title}: ${unverified.length} numbers that nobody has confirmed`)
console.log(`by ${formatInstant(elapsedClock.dueAt)}, and before ${formatInstant(workingDayClock.dueAt)}`)
