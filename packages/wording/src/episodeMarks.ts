/** What tells one episode from another of the same child, besides when they were last seen. */
import { type ChildState, type Episode, isShown, reportsOf } from "@safe-return/domain/pathway"
import { type DateWords, datesInFull } from "./londonDates.ts"

/** Several forces may have reported one disappearance; the first is enough to know it by. */
const policeReferenceOf = (state: ChildState, { id }: Episode): string | undefined =>
  reportsOf(state, id)
    .map(({ policeReference }) => policeReference)
    .find(isShown)

/** `SYP-2026-0000001, reported Mon 23 Nov 2026, 19:00`; when it came to us too, where that is another time. */
export const marksOf = (state: ChildState, episode: Episode, dates: DateWords = datesInFull): string => {
  const { reportedAt, notifiedAt } = episode
  const reported = dates.dateTime(reportedAt)
  const notified = dates.dateTime(notifiedAt)
  const reference = policeReferenceOf(state, episode)
  return [
    reference === undefined ? `Reported ${reported}` : `${reference}, reported ${reported}`,
    ...(notified === reported ? [] : [`told to us ${notified}`])
  ].join(", ")
}
