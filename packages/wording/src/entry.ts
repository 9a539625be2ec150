import type { Entry } from "@safe-return/domain/pathway"
import { londonDateTime } from "./londonDates.ts"

/** `the change of Thu 26 Nov 2026, 18:00 between missing and away` */
export const entryInWords = (entry: Entry): string => {
  switch (entry._tag) {
    case "Whereabouts":
      return `where the child was from ${londonDateTime(entry.since)}`
    case "AbsenceChange":
      return `the change of ${londonDateTime(entry.changedAt)} between missing and away`
    case "Placement":
      return entry.movedAt === undefined
        ? "the placement before the child went missing"
        : `the move of ${londonDateTime(entry.movedAt)}`
  }
}
