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
  scotland
} from "./calendar.ts"
export { checkInstant } from "./checkInstant.ts"
export {
  addDays,
  CivilDay,
  civilDay,
  dayOfWeek,
  formatCivilDay,
  parseCivilDay,
  yearMonthDay
} from "./civilDay.ts"
export { CivilDayFromIso } from "./civilDayFromIso.ts"
export { addHours, formatInstant, Instant, isInstant, parseInstant, utc } from "./instant.ts"
export { InstantFromIso } from "./instantFromIso.ts"
export { londonClock, londonDayOf, londonOffset, londonTimeOn, startOfLondonDay } from "./londonTime.ts"
export { Nation } from "./nation.ts"
export {
  type AlreadyNotWorking,
  CalendarOverride,
  type DayNotCovered,
  type DecidedTwice,
  type NoBankHoliday,
  type OverrideRefusal,
  withOverrides
} from "./overrides.ts"
export { nations } from "./publication.ts"
export { MILLISECONDS_A_DAY, MILLISECONDS_A_MINUTE, MILLISECONDS_AN_HOUR } from "./unitsOfTime.ts"
export { workingDayAfter } from "./workingDayAfter.ts"
