/** The two clocks of the return home interview in words. */
import type { Clocks, EpisodeClocks } from "@safe-return/domain/deadlines"
import type { Policy } from "@safe-return/domain/policy"
import { londonDateTime, londonDay } from "./londonDates.ts"
import { nationWords } from "./places.ts"

/** `72 hours: Thu 26 Nov 2026, 18:00` */
export const elapsedClockInWords = (clocks: Pick<Clocks, "elapsedClock">, policy: Policy): string =>
  `${policy.interview.hours.value} hours: ${londonDateTime(clocks.elapsedClock.dueAt)}`

/** `3 working days: end of Thu 26 Nov 2026`; under a policy's cut-off, `before 17:00 on Thu 26 Nov 2026` */
export const workingDaysInWords = (clocks: Clocks, policy: Policy): string => {
  const { workingDays, cutoff } = policy.interview
  const until = cutoff.value === "end-of-day" ? "end of" : `before ${cutoff.value} on`
  return `${workingDays.value} working days: ${until} ${londonDay(clocks.workingDayClock.dueDay)}`
}

/** What has to be known to trust the dates; nothing when they are final. */
export const caveatsOf = (clocks: EpisodeClocks): ReadonlyArray<string> => [
  ...(clocks.provisional
    ? [
        `Provisional: counted from when the child was found (${londonDateTime(clocks.from)}), until the return is recorded.`
      ]
    : []),
  ...(clocks.placedWith === undefined
    ? []
    : [
        `Working days are counted on the bank holidays of ${nationWords[clocks.calendar.nation]}: the child is placed with ${clocks.placedWith}.`
      ]),
  ...(clocks.calendar.projected
    ? [
        `Bank holidays are published up to ${londonDay(clocks.calendar.publishedThrough)}: confirm the working days nearer the time.`
      ]
    : [])
]
