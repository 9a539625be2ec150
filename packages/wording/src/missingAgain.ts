import { type ChildState, type Episode, laterDisappearance, missingAgainUnder } from "@safe-return/domain/pathway"
import { type DateWords, datesInFull } from "./londonDates.ts"

/** `missing again since Thu 26 Nov 2026, 18:00`; undefined unless the child is looked for under a later report. */
export const missingAgainInWords = (
  state: ChildState,
  episode: Episode,
  { dateTime }: Pick<DateWords, "dateTime"> = datesInFull
): string | undefined => {
  const later = missingAgainUnder(state, episode)
  return later && `missing again since ${dateTime(later.missingAt)}`
}

/** The same, or how that ended; undefined where nothing came later. */
export const whatCameLaterInWords = (
  state: ChildState,
  episode: Episode,
  { dateTime }: Pick<DateWords, "dateTime"> = datesInFull
): string | undefined => {
  const later = laterDisappearance(state, episode)
  if (later === undefined) return undefined
  const { progress } = later
  const gone = `missing again since ${dateTime(later.missingAt)}`
  switch (progress._tag) {
    case "Found":
      return `${gone}, and found ${dateTime(progress.foundAt)}`
    case "Returned":
      return `${gone}, and back since ${dateTime(progress.returnedAt)}`
    case "Missing":
    case "Cancelled":
      return gone
  }
}
