import { type Instant, londonDayOf } from "@safe-return/domain/calendar"
import { type ChildState, importedHistory } from "@safe-return/domain/pathway"
import { type DateWords, datesInFull } from "./londonDates.ts"

/** `3 earlier episodes, imported from the case system on Tue 1 Dec`, by the last import; undefined where none were. */
export const importedInWords = (state: ChildState, { day }: DateWords = datesInFull): string | undefined => {
  const history = importedHistory(state)
  const last = history.reduce<Instant | undefined>(
    (latest, { importedAt }) => (latest === undefined || (importedAt ?? latest) > latest ? importedAt : latest),
    undefined
  )
  if (history.length === 0) return undefined
  const when = last === undefined ? "" : ` on ${day(londonDayOf(last))}`
  return `${history.length} earlier episode${history.length === 1 ? "" : "s"}, imported from the case system${when}`
}
