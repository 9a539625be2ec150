import type { HourSpan } from "@safe-return/domain/scorecard"

/** The policy's hours and working days, and when these are over, in elapsed hours. */
export interface Clocks {
  readonly hours: number
  readonly days: number
  readonly workingDays: HourSpan | undefined
}

/** `72 hours` */
export const hoursInWords = (hours: number): string => `${hours} ${hours === 1 ? "hour" : "hours"}`

/** `3 working days` */
export const daysInWords = (days: number): string => `${days} working ${days === 1 ? "day" : "days"}`
