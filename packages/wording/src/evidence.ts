import type { Firing } from "@safe-return/domain/risk"
import { type DateWords, datesInFull } from "./londonDates.ts"

/** More would push what the trigger asks off a phone's screen. */
const DATES_SHOWN = 4

/** The episodes a trigger was met by, as people know them: two triggers of one rule on one child differ in nothing else. */
export const evidenceInWords = ({ dates }: Pick<Firing, "dates">, { dateTime }: DateWords = datesInFull): string => {
  const earlier = dates.length - DATES_SHOWN
  const shown = dates.slice(-DATES_SHOWN).map(dateTime).join("; ")
  return `Last seen ${shown}${earlier > 0 ? `; and ${earlier} earlier` : ""}.`
}
