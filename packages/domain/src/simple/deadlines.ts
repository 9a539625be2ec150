import * as Result from "effect/Result"
import { formatCivilDay } from "../calendar/civilDay.ts"
import { formatInstant } from "../calendar/instant.ts"
import { clocksFor } from "../deadlines/clocks.ts"
import { isRecord, no, notAnObject, type SimpleAnswer, yes } from "./answer.ts"
import { readPolicy, readTime } from "./reading.ts"

/** Both deadlines of one return, as text. Times are UTC, days are London's. */
export interface Deadlines {
  /** The moment itself is still within. */
  readonly elapsedClock: { readonly dueAt: string }
  /** Within is before `dueAt`. `days` says of each day whether it counted, and why not. */
  readonly workingDayClock: {
    readonly dueDay: string
    readonly dueAt: string
    readonly days: ReadonlyArray<{ readonly day: string; readonly counted?: number; readonly skipped?: string }>
  }
  /** `projected`: the count leans on days for which no bank holidays have been published. */
  readonly calendar: { readonly nation: string; readonly version: string; readonly projected: boolean }
}

/**
 * Both deadlines of the return home interview after one return, with every day counted or skipped.
 *
 * Times in the answer are ISO 8601 in UTC, days are London's as `YYYY-MM-DD`. What cannot be read is answered with
 * `ok: false` and a fault for each field that is wrong; nothing throws. The hours and days are the policy's, each with
 * its source there.
 *
 * @param asked `returnedAt` as ISO 8601 with an offset; `policy` as the name of a pack (`rotherham`, `derbyshire`,
 * `national-minimum`), or as an object
 *
 * @example
 * ```ts
 * import { deadlines } from "@safe-return/domain/simple"
 *
 * const due = deadlines({ returnedAt: "2026-12-23T20:00:00Z", policy: "rotherham" })
 * due.ok && due.elapsedClock.dueAt // "2026-12-26T20:00:00.000Z"
 * due.ok && due.workingDayClock.dueDay // "2026-12-30"
 * const answer = deadlines({ returnedAt: "half past nine", policy: "rotherham" })
 * answer.ok ? [] : answer.faults.map(({ field }) => field) // ["returnedAt"]
 * ```
 */
export const deadlines = (asked: {
  readonly returnedAt: string
  readonly policy: unknown
}): SimpleAnswer<Deadlines> => {
  if (!isRecord(asked)) return no(notAnObject)
  const from = readTime(asked.returnedAt, "returnedAt")
  if (Result.isFailure(from)) return no(from.failure)
  const policy = readPolicy(asked.policy)
  if (Result.isFailure(policy)) return no(...policy.failure)
  return Result.match(clocksFor(from.success, policy.success), {
    onFailure: (fault) => no(fault),
    onSuccess: ({ elapsedClock, workingDayClock, calendar: { nation, version, projected } }) =>
      yes({
        elapsedClock: { dueAt: formatInstant(elapsedClock.dueAt) },
        workingDayClock: {
          dueDay: formatCivilDay(workingDayClock.dueDay),
          dueAt: formatInstant(workingDayClock.dueAt),
          days: workingDayClock.days.map((day) => ({ ...day, day: formatCivilDay(day.day) }))
        },
        calendar: { nation, version, projected }
      })
  })
}
