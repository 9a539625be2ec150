export { type Calendar, englandAndWales, isWorkingDay, reasonNotWorking } from "./calendar.ts"
export { addDays, CivilDay, civilDay, dayOfWeek, formatCivilDay, parseCivilDay, yearMonthDay } from "./civilDay.ts"
export { addHours, formatInstant, Instant, InstantFromIso, parseInstant, utc } from "./instant.ts"
export { londonClock, londonDayOf, londonOffset, startOfLondonDay } from "./londonTime.ts"
