import { type DateWords, datesInFull } from "@safe-return/wording"
import type { InterviewerAbsence } from "../recipients/InterviewerAbsence.ts"
import type { Style } from "./Notice.ts"

/** `away until Tue 24 Nov: nobody covers` */
export const absenceBriefly = (
  { until, cover, covering }: InterviewerAbsence,
  { person }: Pick<Style, "person">,
  dates: DateWords = datesInFull
): string => {
  const away = until === undefined ? "away" : `away until ${dates.day(until)}`
  if (covering !== undefined) return `${away}: ${person(covering)} covers, and cannot take interviews`
  return `${away}: ${cover === undefined ? "nobody covers" : `${person(cover)} covers`}`
}

/** A sentence with a space before it; nothing where they are there. */
export const absenceInWords = (
  absence: InterviewerAbsence | undefined,
  style: Pick<Style, "person">,
  dates: DateWords = datesInFull
): string =>
  absence === undefined ? "" : ` ${style.person(absence.person)} is ${absenceBriefly(absence, style, dates)}.`
