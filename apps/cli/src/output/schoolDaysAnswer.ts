import { type Calendar, type CivilDay, formatCivilDay } from "@safe-return/domain/calendar"
import type { CountedSchoolDay, SchoolDayCount } from "@safe-return/domain/education"
import { londonDayInFull } from "@safe-return/wording/londonDates"
import { count } from "./print.ts"

/** A count of school days with what was asked. */
export interface AnsweredCount {
  readonly from: CivilDay
  readonly isFromCounted: boolean
  readonly asked: number
  /** The school whose dates come first; undefined for the council's alone. */
  readonly school: string | undefined
  /** Where the term dates are from. */
  readonly sources: ReadonlyArray<string>
  readonly calendar: Calendar
  readonly counted: SchoolDayCount
}

const dayAnswer = (one: CountedSchoolDay) =>
  "skipped" in one
    ? { date: formatCivilDay(one.day), skipped: one.skipped }
    : { date: formatCivilDay(one.day), counted: one.counted, because: one.because }

/** The count for scripts: the order of the keys is part of it. */
export const schoolDaysAnswer = ({
  from,
  isFromCounted,
  asked,
  school,
  sources,
  calendar,
  counted
}: AnsweredCount) => ({
  from: formatCivilDay(from),
  fromCounted: isFromCounted,
  count: asked,
  school: school ?? null,
  sources,
  lastDay: counted.lastDay === undefined ? null : formatCivilDay(counted.lastDay),
  counted: counted.counted,
  gap: counted.gap === undefined ? null : formatCivilDay(counted.gap),
  days: counted.days.map(dayAnswer),
  calendar: {
    version: calendar.version,
    publishedThrough: formatCivilDay(calendar.publishedThrough),
    projected: counted.isProjected
  }
})

const dayInWords = (one: CountedSchoolDay): string =>
  "skipped" in one
    ? `  ${londonDayInFull(one.day)}: not counted: ${one.skipped}`
    : `  ${londonDayInFull(one.day)}: school day ${one.counted} (${one.because})`

const resultInWords = ({ asked, counted: { lastDay, gap, counted } }: AnsweredCount): string =>
  lastDay === undefined || gap !== undefined
    ? `Not known: the term dates stop before school day ${asked}. ${count(counted, "school day")} counted; nothing covers ${gap === undefined ? "the next day" : londonDayInFull(gap)}.`
    : `${count(asked, "school day")}: ${londonDayInFull(lastDay)}`

/** The same for people. */
export const schoolDaysInWords = (answer: AnsweredCount): string => {
  const { from, isFromCounted, school, sources, calendar, counted } = answer
  return [
    `From: ${londonDayInFull(from)}, ${isFromCounted ? "counted if it is a school day" : "not counted"}`,
    resultInWords(answer),
    ...counted.days.map(dayInWords),
    `Term dates: ${school === undefined ? "the council's" : `those of ${school}, else the council's`} (${sources.join("; ")})`,
    `Bank holidays: England and Wales, ${calendar.version}, published to ${londonDayInFull(calendar.publishedThrough)}`,
    ...(counted.isProjected
      ? ["This count leans on days for which no bank holidays have been published. Confirm the date nearer the time."]
      : []),
    ...(counted.gap === undefined
      ? []
      : ["Add the missing term or holiday to the file, and ask again: it is not guessed which of the two it is."])
  ].join("\n")
}
