import { type ChildState, type Episode, returnedToWords, stayOf, whereaboutsWords } from "@safe-return/domain/pathway"
import { londonDateTime } from "./londonDates.ts"

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

/** `in hospital since Thu 26 Nov 2026, 18:00`; undefined while nobody has said, and once the child is back. */
export const stayInWords = (state: ChildState, episode: Episode): string | undefined => {
  const stay = stayOf(state, episode)
  return stay && `${lowerFirst(whereaboutsWords.words[stay.whereabouts])} since ${londonDateTime(stay.since)}`
}

export const returnedToInWords = ({ returnedTo }: Episode): string | undefined =>
  returnedTo && lowerFirst(returnedToWords.words[returnedTo])
