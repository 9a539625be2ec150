/** Working days and hours, as they are typed in a command or a form. */

import { type Weekday, type WorkingPattern, weekdays } from "@safe-return/domain/escalation"

const DAY = "(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
const TIME = "\\d{1,2}(?:[:.]\\d\\d)?\\s*(?:am|pm)?"
const STRETCH = new RegExp(
  `(${DAY}(?:(?:\\s*(?:-|,|&)\\s*|\\s+(?:to\\s+|and\\s+)?)${DAY})*)\\s+(${TIME})\\s*(?:-|to)\\s*(${TIME})(?![\\w:])`,
  "gi"
)

const dayNamed = (word: string): Weekday | undefined =>
  weekdays.find((day) => word.length >= 3 && day.startsWith(word.replace(/^(tue|thu|wed)[a-z]*$/, "$1")))

/** The days between the first and the last of `mon-thu`, or those named; none when one of them is no day. */
const daysIn = (text: string): ReadonlyArray<Weekday> => {
  const range = /^([a-z]+)\s*(?:-|to)\s*([a-z]+)$/.exec(text)
  const named = (range === null ? text.split(/\s*[,&]\s*|\s+and\s+|\s+/) : range.slice(1)).map(dayNamed)
  if (named.includes(undefined)) return []
  const days = named as ReadonlyArray<Weekday>
  const [first, last] = days
  return range === null || first === undefined || last === undefined
    ? days
    : weekdays.slice(weekdays.indexOf(first), weekdays.indexOf(last) + 1)
}

const timeIn = (text: string): string | undefined => {
  const [, hours = "", minutes = "00", half] = /^(\d{1,2})(?:[:.](\d\d))?\s*(am|pm)?$/.exec(text.trim()) ?? []
  if (hours === "" || (half !== undefined && (+hours < 1 || +hours > 12))) return undefined
  const hour = half === undefined ? +hours : (+hours % 12) + (half === "pm" ? 12 : 0)
  return hour > 23 || +minutes > 59 ? undefined : `${String(hour).padStart(2, "0")}:${minutes}`
}

/** The days with their hours; undefined when some of it cannot be read. */
export const patternIn = (text: string): WorkingPattern | undefined => {
  const lower = text.toLowerCase()
  if (
    lower
      .replaceAll(STRETCH, " ")
      .replaceAll(/[,;]|\band\b/g, " ")
      .trim() !== ""
  )
    return undefined
  const pattern: Partial<Record<Weekday, { opens: string; closes: string }>> = {}
  for (const [, dayText = "", from = "", until = ""] of lower.matchAll(STRETCH)) {
    const [days, opens, closes] = [daysIn(dayText), timeIn(from), timeIn(until)]
    if (days.length === 0 || opens === undefined || closes === undefined || closes <= opens) return undefined
    for (const day of days) {
      // Two stretches of one day would be kept as the last alone.
      if (pattern[day] !== undefined) return undefined
      pattern[day] = { opens, closes }
    }
  }
  return Object.keys(pattern).length === 0 ? undefined : pattern
}
