export type { BankHoliday, HolidayKind, HolidaySource } from "./bankHoliday.ts"
export {
  bankHolidaysOf,
  type Calendar,
  type Calendars,
  calendars,
  englandAndWales,
  isProjected,
  isWorkingDay,
  northernIreland,
  reasonNotWorking,
  scotland,
  workingDayAfter
} from "./calendar.ts"
export {
  addDays,
  CivilDay,
  CivilDayFromIso,
  civilDay,
  dayOfWeek,
  formatCivilDay,
  parseCivilDay,
  yearMonthDay
} from "./civilDay.ts"
export { addHours, formatInstant, Instant, InstantFromIso, parseInstant, utc } from "./instant.ts"
export { londonClock, londonDayOf, londonOffset, londonTimeOn, startOfLondonDay } from "./londonTime.ts"
export {
  AlreadyNotWorking,
  CalendarOverride,
  DayNotCovered,
  DecidedTwice,
  NoBankHoliday,
  type OverrideRefusal,
  withOverrides
} from "./overrides.ts"
export { Nation, nations } from "./publication.ts"
export { MILLISECONDS_A_DAY, MILLISECONDS_A_MINUTE, MILLISECONDS_AN_HOUR } from "./unitsOfTime.ts"
