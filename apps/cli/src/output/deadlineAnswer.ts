import {
  type Calendar,
  type Calendars,
  type CivilDay,
  formatCivilDay,
  formatInstant,
  type Instant,
  londonDayOf,
  type Nation
} from "@safe-return/domain/calendar"
import { type Clocks, clocksFor } from "@safe-return/domain/deadlines"
import type { Policy } from "@safe-return/domain/policy"
import { londonDateTimeInFull, londonDayInFull } from "@safe-return/wording/londonDates"
import { nationWords } from "@safe-return/wording/places"
import { Result } from "effect"

/** The policy as it stands, counted on another nation's days. */
export const onDaysOf = (nation: Nation, policy: Policy): Policy =>
  policy.interview.calendar.value === nation
    ? policy
    : { ...policy, interview: { ...policy.interview, calendar: { ...policy.interview.calendar, value: nation } } }

const dayAnswer = (day: Clocks["workingDayClock"]["days"][number]) => {
  const date = formatCivilDay(day.day)
  if ("skipped" in day) return { date, skipped: day.skipped }
  const { counted, because } = day
  return because === undefined ? { date, counted } : { date, counted, because }
}

/** One return and both its deadlines, in the published shape: the order of the keys is part of it. */
export const deadlineAnswer = (returnedAt: Instant, policy: Policy, on: Calendars) => {
  const { elapsedClock, workingDayClock, calendar } = Result.getOrThrow(clocksFor(returnedAt, policy, on))
  return {
    returnedAt: formatInstant(returnedAt),
    nation: policy.interview.calendar.value,
    clocks: {
      hours72: { dueAt: formatInstant(elapsedClock.dueAt) },
      workingDays3: {
        dueDate: formatCivilDay(workingDayClock.dueDay),
        dueAt: formatInstant(workingDayClock.dueAt),
        days: workingDayClock.days.map(dayAnswer)
      }
    },
    calendar: {
      version: calendar.version,
      publishedThrough: formatCivilDay(calendar.publishedThrough),
      projected: calendar.projected
    }
  }
}

const leaningInWords = (returnedAt: Instant, dueDay: CivilDay, calendar: Calendar): string => {
  const { publishedFrom, projectedThrough } = calendar
  if (dueDay > projectedThrough) {
    return `No bank holidays are known after ${londonDayInFull(projectedThrough)}: from there on only weekends were left out.`
  }
  return londonDayOf(returnedAt) + 1 < publishedFrom
    ? `No bank holidays are known before ${londonDayInFull(publishedFrom)}: until there only weekends were left out.`
    : "This count leans on days for which no bank holidays have been published. Confirm the date nearer the time."
}

/** The same for people. */
export const deadlineInWords = (returnedAt: Instant, policy: Policy, on: Calendars): string => {
  const { elapsedClock, workingDayClock, calendar } = Result.getOrThrow(clocksFor(returnedAt, policy, on))
  const { hours, workingDays, cutoff } = policy.interview
  const until = cutoff.value === "end-of-day" ? "to the end of the day" : `to ${cutoff.value}`
  const days = workingDayClock.days.map((day) => {
    const because = "because" in day ? ` (${day.because})` : ""
    const what = "counted" in day ? `working day ${day.counted}${because}` : `not counted: ${day.skipped}`
    return `  ${londonDayInFull(day.day)}: ${what}`
  })
  return [
    `Returned: ${londonDateTimeInFull(returnedAt)}`,
    `${hours.value} hours: ${londonDateTimeInFull(elapsedClock.dueAt)}`,
    `${workingDays.value} working days: ${londonDayInFull(workingDayClock.dueDay)}, ${until}`,
    ...days,
    `Bank holidays: ${nationWords[policy.interview.calendar.value]}, ${calendar.version}, published to ${londonDayInFull(calendar.publishedThrough)}`,
    ...(calendar.projected
      ? [leaningInWords(returnedAt, workingDayClock.dueDay, on[policy.interview.calendar.value])]
      : [])
  ].join("\n")
}
