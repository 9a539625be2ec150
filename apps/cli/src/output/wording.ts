import {
  type CivilDay,
  dayOfWeek,
  type Instant,
  londonClock,
  londonOffset,
  yearMonthDay
} from "@safe-return/domain/calendar"

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
const months = [
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

/** `Wednesday 30 December 2026` */
export const dayInWords = (day: CivilDay): string => {
  const { year, month, day: date } = yearMonthDay(day)
  return `${weekdays[dayOfWeek(day)]} ${date} ${months[month - 1]} ${year}`
}

/** `Wednesday 23 December 2026, 20:00 GMT`: London time, and which of the two it is. */
export const momentInWords = (instant: Instant): string => {
  const { year, month, day, weekday, hour, minute } = londonClock(instant)
  const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`
  return `${weekdays[weekday]} ${day} ${months[month - 1]} ${year}, ${time} ${londonOffset(instant) === 0 ? "GMT" : "BST"}`
}

export const nationInWords = {
  "england-and-wales": "England and Wales",
  scotland: "Scotland",
  "northern-ireland": "Northern Ireland"
} as const

/** `1 line`, `2 lines` */
export const count = (number: number, thing: string, things = `${thing}s`): string =>
  `${number} ${number === 1 ? thing : things}`
