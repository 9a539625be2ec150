/** The two clocks of the return home interview in words. */
import type { Clocks, EpisodeClocks } from "@safe-return/domain/deadlines"
import type { Policy } from "@safe-return/domain/policy"
import { type DateWords, datesInFull } from "./londonDates.ts"
import { nationWords } from "./places.ts"

/** `72 hours: Thu 26 Nov 2026, 18:00` */
export const elapsedClockInWords = (
  clocks: Pick<Clocks, "elapsedClock">,
  policy: Policy,
  dates: DateWords = datesInFull
): string => `${policy.interview.hours.value} hours: ${dates.dateTime(clocks.elapsedClock.dueAt)}`

const lastDayInWords = ({ workingDayClock }: Clocks, { interview: { cutoff } }: Policy, { day }: DateWords): string =>
  `${cutoff.value === "end-of-day" ? "end of" : `before ${cutoff.value} on`} ${day(workingDayClock.dueDay)}`

/** `3 working days: end of Thu 26 Nov 2026`; under a policy's cut-off, `before 17:00 on Thu 26 Nov 2026` */
export const workingDaysInWords = (clocks: Clocks, policy: Policy, dates: DateWords = datesInFull): string =>
  `${policy.interview.workingDays.value} working days: ${lastDayInWords(clocks, policy, dates)}`

/** The deadline that comes first, to follow what is due: `by Thu 26 Nov 2026, 18:00` */
export const firstDeadlineInWords = (clocks: Clocks, policy: Policy, dates: DateWords = datesInFull): string =>
  clocks.workingDayClock.dueAt < clocks.elapsedClock.dueAt
    ? lastDayInWords(clocks, policy, dates).replace(/^end/, "by the end")
    : `by ${dates.dateTime(clocks.elapsedClock.dueAt)}`

/** What has to be known to trust the dates; nothing when they are final. */
export const caveatsOf = (clocks: EpisodeClocks, dates: DateWords = datesInFull): ReadonlyArray<string> => [
  ...(clocks.provisional
    ? [
        `Provisional: counted from when the child was found (${dates.dateTime(clocks.from)}), until the return is recorded.`
      ]
    : []),
  ...(clocks.placedWith === undefined
    ? []
    : [
        `Working days are counted on the bank holidays of ${nationWords[clocks.calendar.nation]}: the child is placed with ${clocks.placedWith}.`
      ]),
  ...(clocks.calendar.projected
    ? [
        `Bank holidays are published up to ${dates.day(clocks.calendar.publishedThrough)}: confirm the working days nearer the time.`
      ]
    : [])
]
