/** What was typed after `/scorecard`: a month, and whether every count or the table of episodes is asked for. */
import { plainCharacters } from "@safe-return/domain/pathway"
import { addMonths, formatMonth, type Month, monthInWords, parseMonth } from "@safe-return/domain/scorecard"
import { type Misunderstood, misunderstood, wordsOf } from "./typed.ts"

export type ScorecardCommand =
  | { readonly _tag: "Month" | "Whole"; readonly month: Month }
  | { readonly _tag: "Episodes"; readonly month: Month; readonly from: number }
  | { readonly _tag: "Help" }
  | Misunderstood

const A_YEAR = 12
const LETTERS = 3

const NOT_A_MONTH =
  "That is no month. Write it as `/scorecard 2026-10` or `/scorecard October 2026`; without a month it is the last whole one."

const NOT_A_MONTH_OF_EPISODES =
  "That is no month. Write it as `/scorecard episodes 2026-10` or `/scorecard episodes October`; without a month it is this one."

/** `October` of `Oct` or `october`, as its place in the year. */
const namedIn = (word: string, now: Month): number | undefined => {
  const names = Array.from({ length: A_YEAR }, (_, place) =>
    monthInWords(addMonths(now, place - (now % A_YEAR))).toLowerCase()
  )
  const found = names.findIndex((name) => word.length >= LETTERS && name.startsWith(word))
  return found === -1 ? undefined : found
}

/** The latest month of this name that has begun, or that of a year. */
const monthNamed = (place: number, year: string | undefined, now: Month): Month | undefined => {
  if (year === undefined) {
    const thisYear = addMonths(now, place - (now % A_YEAR))
    return thisYear > now ? addMonths(thisYear, -A_YEAR) : thisYear
  }
  const read = parseMonth(`${year}-${String(place + 1).padStart(2, "0")}`)
  return read._tag === "Some" ? read.value : undefined
}

const monthIn = (words: ReadonlyArray<string>, now: Month): Month | undefined => {
  const [first = "", second, ...more] = words
  if (words.length === 0) return addMonths(now, -1)
  if (more.length > 0) return undefined
  const typed = parseMonth(first)
  if (typed._tag === "Some") return second === undefined ? typed.value : undefined
  const place = namedIn(first, now)
  return place === undefined ? undefined : monthNamed(place, second, now)
}

const isWord = (word: string, ...meant: ReadonlyArray<string>): boolean => meant.includes(word.replace(/^-+/, ""))

const notBegun = (month: Month, asked: string, now: Month): Misunderstood =>
  misunderstood(`${monthInWords(month)} has not begun. The newest is \`${asked} ${formatMonth(now)}\`.`)

/** `from 51` at the end of what was typed: which row comes first. */
const fromIn = (words: ReadonlyArray<string>): number | undefined => {
  const [word, number = ""] = words.slice(-2)
  return word === "from" && /^[1-9]\d{0,5}$/.test(number) ? Number(number) : undefined
}

/** Of the month it is now unless another is named: an episode is looked up while it goes on. */
const episodesOf = (words: ReadonlyArray<string>, now: Month): ScorecardCommand => {
  const from = fromIn(words)
  const named = from === undefined ? words : words.slice(0, -2)
  const month = named.length === 0 ? now : monthIn(named, now)
  if (month === undefined) return misunderstood(NOT_A_MONTH_OF_EPISODES)
  return month > now ? notBegun(month, "/scorecard episodes", now) : { _tag: "Episodes", month, from: from ?? 1 }
}

/** @param now the month it is now: a month that has not begun has no scorecard */
export const parseScorecard = (text: string, now: Month): ScorecardCommand => {
  const words = wordsOf(plainCharacters(text).toLowerCase())
  const [first = ""] = words
  if (isWord(first, "help")) return { _tag: "Help" }
  const isOfEpisodes = (word: string) => isWord(word, "episodes", "episode")
  if (words.some(isOfEpisodes))
    return episodesOf(
      words.filter((word) => !isOfEpisodes(word)),
      now
    )
  const month = monthIn(
    words.filter((word) => !isWord(word, "whole")),
    now
  )
  if (month === undefined) return misunderstood(NOT_A_MONTH)
  if (month > now) return notBegun(month, "/scorecard", now)
  return { _tag: words.some((word) => isWord(word, "whole")) ? "Whole" : "Month", month }
}
