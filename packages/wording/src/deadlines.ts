/** The two clocks of the return home interview in words. */
import type { Instant } from "@safe-return/domain/calendar"
import type { Clocks, EpisodeClocks, QueueLine } from "@safe-return/domain/deadlines"
import { type ChildState, type Episode, missingAgainUnder, stayOf } from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import { type DateWords, datesInFull } from "./londonDates.ts"
import { nationWords } from "./places.ts"

/** Of a found child who is somewhere else and not back. */
export const noClockInWords = "no clock until the child is back"

/** The same as a sentence of its own. */
export const noClockYet = "No clock runs yet. It starts when the child is back."

/** `Thu 26 Nov 2026, 18:00 (provisional)`: so long as the return is not recorded, the deadline may move. */
export const dueInWords = (
  { dueAt, provisional = false }: { readonly dueAt: Instant; readonly provisional?: boolean },
  { dateTime }: Pick<DateWords, "dateTime"> = datesInFull
): string => `${dateTime(dueAt)}${provisional ? " (provisional)" : ""}`

/** `72 hours: Thu 26 Nov 2026, 18:00` */
export const elapsedClockInWords = (
  {
    elapsedClock: { dueAt },
    provisional = false
  }: Pick<Clocks, "elapsedClock"> & Partial<Pick<EpisodeClocks, "provisional">>,
  policy: Policy,
  dates: DateWords = datesInFull
): string => `${policy.interview.hours.value} hours: ${dueInWords({ dueAt, provisional }, dates)}`

/** Of one who went missing again before they came back: no clock of that disappearance will start. */
const noClockAtAll = "no clock: missing again before they came back"

/** Why no clock of a found child runs. */
export const noClockOf = (state: ChildState, episode: Episode): string =>
  stayOf(state, episode)?.whereabouts === "missing-again" && missingAgainUnder(state, episode) === undefined
    ? noClockAtAll
    : noClockInWords

/** The same of an interview in a list, where no clock may run. */
export const lineDueInWords = ({ level, clocks, state, episode }: QueueLine, dates: DateWords): string =>
  level === "not-back" ? noClockOf(state, episode) : elapsedClockInWords(clocks, episode.policy, dates)

const lastDayInWords = ({ workingDayClock }: Clocks, { interview: { cutoff } }: Policy, { day }: DateWords): string =>
  `${cutoff.value === "end-of-day" ? "end of" : `before ${cutoff.value} on`} ${day(workingDayClock.dueDay)}`

/** `3 working days: end of Thu 26 Nov 2026`; under a policy's cut-off, `before 17:00 on Thu 26 Nov 2026` */
export const workingDaysInWords = (clocks: Clocks, policy: Policy, dates: DateWords = datesInFull): string =>
  `${policy.interview.workingDays.value} working days: ${lastDayInWords(clocks, policy, dates)}`

/** The deadline that comes first and is not over, to follow what is due: `by Thu 26 Nov 2026, 18:00` */
export const firstDeadlineInWords = (
  clocks: Clocks,
  policy: Policy,
  dates: DateWords = datesInFull,
  now = Number.NEGATIVE_INFINITY
): string =>
  clocks.workingDayClock.dueAt < clocks.elapsedClock.dueAt && clocks.workingDayClock.dueAt >= now
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
