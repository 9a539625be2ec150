/**
 * Bank holidays reckoned from their rules: a second opinion beside the `date-holidays` package. Shares no code with
 * `src`, and knows no day that was moved or proclaimed for one year.
 *
 * Source of the rules: Banking and Financial Dealings Act 1971, schedule 1, and the proclamations that repeat yearly.
 */
import type { Nation } from "../../src/calendar/index.ts"

const A_DAY = 86_400_000

const at = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day)
const written = (moment: number): string => new Date(moment).toISOString().slice(0, 10)
const weekday = (moment: number): number => new Date(moment).getUTCDay()

/** Easter Sunday by the tables of the Book of Common Prayer, as Gauss put them into arithmetic. */
const easter = (year: number): number => {
  const century = Math.floor(year / 100)
  const golden = year % 19
  const corrections = 15 + century - Math.floor(century / 4) - Math.floor((13 + 8 * century) / 25)
  const moon = (19 * golden + corrections) % 30
  const sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + ((4 + century - Math.floor(century / 4)) % 7)) % 7
  const late = (moon === 29 && sunday === 6) || (moon === 28 && sunday === 6 && (11 * corrections + 11) % 30 < 19)
  return at(year, 3, 22) + (moon + sunday - (late ? 7 : 0)) * A_DAY
}

const mondayOnOrAfter = (moment: number): number => moment + ((8 - weekday(moment)) % 7) * A_DAY
const mondayOnOrBefore = (moment: number): number => moment - ((weekday(moment) + 6) % 7) * A_DAY

/** The days themselves, and for each that falls on a weekend the next weekday that is not taken. */
const withSubstitutes = (...days: ReadonlyArray<number>): ReadonlyArray<number> => {
  const taken = days.filter((day) => weekday(day) % 6 !== 0)
  for (const day of days.filter((candidate) => weekday(candidate) % 6 === 0)) {
    let substitute = day
    while (weekday(substitute) % 6 === 0 || taken.includes(substitute)) substitute += A_DAY
    taken.push(substitute)
  }
  return taken
}

const daysOf = (nation: Nation, year: number): ReadonlyArray<number> => {
  const goodFriday = easter(year) - 2 * A_DAY
  const shared = [
    goodFriday,
    mondayOnOrAfter(at(year, 5, 1)),
    mondayOnOrBefore(at(year, 5, 31)),
    ...withSubstitutes(at(year, 12, 25), at(year, 12, 26))
  ]
  const easterMonday = easter(year) + A_DAY
  const newYear = withSubstitutes(at(year, 1, 1))
  const endOfAugust = mondayOnOrBefore(at(year, 8, 31))
  switch (nation) {
    case "england-and-wales":
      return [...shared, easterMonday, ...newYear, endOfAugust]
    case "scotland":
      return [
        ...shared,
        ...withSubstitutes(at(year, 1, 1), at(year, 1, 2)),
        mondayOnOrAfter(at(year, 8, 1)),
        ...withSubstitutes(at(year, 11, 30))
      ]
    case "northern-ireland":
      return [
        ...shared,
        easterMonday,
        ...newYear,
        ...withSubstitutes(at(year, 3, 17)),
        ...withSubstitutes(at(year, 7, 12)),
        endOfAugust
      ]
  }
}

/** `YYYY-MM-DD`, in order. */
export const holidaysByRule = (nation: Nation, year: number): ReadonlyArray<string> =>
  daysOf(nation, year).map(written).sort()
