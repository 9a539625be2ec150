/**
 * Both deadlines, reckoned a second way: London days from the host's zone data, holidays from the `date-holidays`
 * package, put right where it is known to be wrong. It shares no code with `src`, so that a mistake there is not
 * repeated here.
 */
import Holidays from "date-holidays"
import type { Nation } from "../../src/calendar/index.ts"
import { disagreementsWithPackage } from "../calendar/knownDisagreements.ts"

const HOUR = 3_600_000

const holidaysIn = (nation: Nation, region: string): ReadonlySet<string> => {
  const theirs = new Holidays("GB", region, { types: ["public"] })
  const days = new Set<string>()
  for (let year = 2012; year <= 2040; year += 1) {
    for (const holiday of theirs.getHolidays(year)) days.add(holiday.date.slice(0, 10))
  }
  for (const { date, only } of disagreementsWithPackage.filter((known) => known.nation === nation)) {
    if (only === "gov.uk") days.add(date)
    else days.delete(date)
  }
  return days
}

const holidays: Readonly<Record<Nation, ReadonlySet<string>>> = {
  "england-and-wales": holidaysIn("england-and-wales", "ENG"),
  scotland: holidaysIn("scotland", "SCT"),
  "northern-ireland": holidaysIn("northern-ireland", "NIR")
}

const london = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23"
})

export const inLondon = (moment: number) => {
  const part = Object.fromEntries(london.formatToParts(moment).map(({ type, value }) => [type, value]))
  return {
    date: `${part["year"]}-${part["month"]}-${part["day"]}`,
    time: `${part["hour"]}:${part["minute"]}:${part["second"]}`
  }
}

export const dayAfter = (date: string): string => {
  const next = new Date(`${date}T12:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

export const isWorkingDate = (nation: Nation, date: string): boolean => {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
  return weekday >= 1 && weekday <= 5 && !holidays[nation].has(date)
}

/** London midnight is at most an hour from UTC midnight: the one of the two that a London clock shows as 00:00:00. */
const findMidnight = (date: string): number => {
  const utcMidnight = Date.parse(`${date}T00:00:00Z`)
  for (const moment of [utcMidnight - HOUR, utcMidnight]) {
    const shown = inLondon(moment)
    if (shown.date === date && shown.time === "00:00:00") return moment
  }
  throw new Error(`London has no midnight on ${date}`)
}

const midnights = new Map<string, number>()

export const londonMidnight = (date: string): number => {
  const midnight = midnights.get(date) ?? findMidnight(date)
  midnights.set(date, midnight)
  return midnight
}

export interface Reckoning {
  readonly returnedAt: string
  readonly hours72: string
  readonly dueDate: string
  readonly workingDays3: string
}

/** Both deadlines for a return at this moment, epoch milliseconds, as text. */
export const reckon = (returnedAt: number, nation: Nation): Reckoning => {
  let dueDate = inLondon(returnedAt).date
  for (let left = 3; left > 0; ) {
    dueDate = dayAfter(dueDate)
    if (isWorkingDate(nation, dueDate)) left -= 1
  }
  return {
    returnedAt: new Date(returnedAt).toISOString(),
    hours72: new Date(returnedAt + 72 * HOUR).toISOString(),
    dueDate,
    workingDays3: new Date(londonMidnight(dayAfter(dueDate))).toISOString()
  }
}
