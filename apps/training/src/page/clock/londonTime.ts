/**
 * London clock times for people to read and to type, whatever zone the browser is in.
 *
 * A "clock time" is what a browser's date-and-time field holds: `2026-11-16T09:00`, no zone. Here it always means
 * a clock in London, so that twice a year it needs care: an hour that happens twice, and one that never happens.
 */
const MINUTE_MS = 60_000
const SUMMER_OFFSET_MS = 60 * MINUTE_MS

const londonFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit"
})

/** What a clock in London shows at this moment. */
export const londonClockTime = (ms: number): string => {
  const shown = Object.fromEntries(londonFormat.formatToParts(ms).map(({ type, value }) => [type, value]))
  return `${shown["year"]}-${shown["month"]}-${shown["day"]}T${shown["hour"]}:${shown["minute"]}`
}

/**
 * The moments at which a clock in London shows this time: one, as a rule; two, earlier first, in the hour that
 * happens twice when the clocks go back; none in the hour left out when they go forward, or when it is no time.
 */
export const momentsOf = (clockTime: string): ReadonlyArray<number> => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(clockTime)) return []
  const toTheMinute = clockTime.slice(0, 16)
  const asUtc = Date.parse(`${toTheMinute}:00Z`)
  if (Number.isNaN(asUtc)) return []
  return [asUtc - SUMMER_OFFSET_MS, asUtc].filter((ms) => londonClockTime(ms) === toTheMinute)
}

export const unixSeconds = (ms: number): number => Math.floor(ms / 1000)

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December"
]

const namesOf = (ms: number) => {
  const clockTime = londonClockTime(ms)
  const [year = 0, month = 1, day = 1] = clockTime.slice(0, 10).split("-").map(Number)
  return {
    year,
    day,
    month: MONTHS[month - 1] ?? "",
    weekday: WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? "",
    time: clockTime.slice(11)
  }
}

/** `Monday 16 November 2026` */
export const londonDay = (ms: number): string => {
  const { weekday, day, month, year } = namesOf(ms)
  return `${weekday} ${day} ${month} ${year}`
}

/** `Mon 16 Nov 2026, 09:00` */
export const londonDayAndTime = (ms: number): string => {
  const { weekday, day, month, year, time } = namesOf(ms)
  return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)} ${year}, ${time}`
}

/** `09:00` */
export const londonTimeOfDay = (ms: number): string => londonClockTime(ms).slice(11)
