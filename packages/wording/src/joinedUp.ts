/** What people read of a child on several strands. */
import type { CivilDay } from "@safe-return/domain/calendar"
import { exclusionKindWords, outcomeWords } from "@safe-return/domain/education"
import {
  indicatorGradeWords,
  type Strand,
  type StrandFact,
  type SystemReference,
  strandWords
} from "@safe-return/domain/joinedUp"
import { absenceWords } from "@safe-return/domain/pathway"
import { londonDay } from "./londonDates.ts"

const factWords: Readonly<Record<string, string>> = {
  ...absenceWords.words,
  ...exclusionKindWords.words,
  ...indicatorGradeWords.words,
  ...outcomeWords.words,
  open: "Case open",
  "not-recorded": "Not recorded"
}

/** What a fact was, and what it is called where it is kept. */
export const factInWords = ({ what, source }: StrandFact): string =>
  `${factWords[what] ?? what}${source === "" ? "" : ` (${source})`}`

const dayInWords = (day: CivilDay | undefined, otherwise: string): string =>
  day === undefined ? otherwise : londonDay(day)

/** The day a fact began, or that it is not recorded. */
export const firstDayInWords = ({ from }: StrandFact): string => dayInWords(from, "day not recorded")

/** The day a fact ended; blank where it has not, or its end is not recorded. */
export const lastDayInWords = ({ to }: StrandFact): string => dayInWords(to, "")

const systemWords = { education: "education", "social-care": "social care" } as const

/** A reference with the system whose it is. */
export const referenceInWords = ({ system, reference }: SystemReference): string =>
  `${reference} (${systemWords[system]})`

/** Strands by their codes, as one combination: `missing+education`. */
export const strandsInWords = (combination: string): string =>
  combination
    .split("+")
    .map((strand) => strandWords.words[strand as Strand] ?? strand)
    .join(" + ")
