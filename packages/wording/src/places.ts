import type { Nation } from "@safe-return/domain/calendar"
import {
  type ChildState,
  type Episode,
  placementOf,
  returnedToWords,
  stayOf,
  whereaboutsWords
} from "@safe-return/domain/pathway"
import { type DateWords, datesInFull } from "./londonDates.ts"
import { whatCameLaterInWords } from "./missingAgain.ts"

export const nationWords: Readonly<Record<Nation, string>> = {
  "england-and-wales": "England and Wales",
  scotland: "Scotland",
  "northern-ireland": "Northern Ireland"
}

/** `Placed in the area of Sheffield City Council`; undefined while nobody has said. */
export const placementInWords = (episode: Episode): string | undefined => {
  const placement = placementOf(episode)
  if (placement === undefined) return undefined
  return placement._tag === "OwnArea" ? "Placed in our own area" : `Placed in the area of ${placement.authority}`
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

/** `in hospital since Thu 26 Nov 2026, 18:00`; undefined while nobody has said, and once the child is back. */
export const stayInWords = (
  state: ChildState,
  episode: Episode,
  dates: DateWords = datesInFull
): string | undefined => {
  const stay = stayOf(state, episode)
  const later = stay?.whereabouts === "missing-again" ? whatCameLaterInWords(state, episode, dates) : undefined
  if (later !== undefined) return later
  return stay && `${lowerFirst(whereaboutsWords.words[stay.whereabouts])} since ${dates.dateTime(stay.since)}`
}

export const returnedToInWords = ({ returnedTo }: Episode): string | undefined =>
  returnedTo && lowerFirst(returnedToWords.words[returnedTo])
