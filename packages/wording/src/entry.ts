import type { Entry } from "@safe-return/domain/pathway"
import { type DateWords, datesInFull } from "./londonDates.ts"

/** `the change of Thu 26 Nov 2026, 18:00 between missing and away` */
export const entryInWords = (entry: Entry, { dateTime }: DateWords = datesInFull): string => {
  switch (entry._tag) {
    case "Whereabouts":
      return `where the child was from ${dateTime(entry.since)}`
    case "AbsenceChange":
      return `the change of ${dateTime(entry.changedAt)} between missing and away`
    case "Placement":
      return entry.movedAt === undefined
        ? "the placement before the child went missing"
        : `the move of ${dateTime(entry.movedAt)}`
  }
}
