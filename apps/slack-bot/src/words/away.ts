import type { CivilDay } from "@safe-return/domain/calendar"
import type { Away } from "@safe-return/domain/telling"
import { londonDay } from "./londonTime.ts"

/** `away until Fri 11 Dec 2026`: never why, which is between them and whoever recorded it. */
export const awayInWords = ({ from, to }: Away, today: CivilDay): string => {
  const begins = from > today ? `from ${londonDay(from)}` : ""
  const ends = to === undefined ? "until they say that they are back" : to === from ? "" : `until ${londonDay(to)}`
  return ["away", begins, ends === "" && begins === "" ? "today" : ends].filter((part) => part !== "").join(" ")
}
