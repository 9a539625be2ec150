import { addMonths, formatMonth, type Month, monthInWords, parseMonth } from "@safe-return/domain/scorecard"
import { Option } from "effect"

/** A year of which questions are asked. */
export interface QuestionYear {
  /** As it was given: `2025-26` or `2025`. */
  readonly name: string
  readonly inWords: string
  /** Its twelve months, `YYYY-MM`, in order. */
  readonly months: ReadonlyArray<string>
}

const MONTHS = 12

const yearFrom = (name: string, first: Month): QuestionYear => ({
  name,
  inWords: `${monthInWords(first)} to ${monthInWords(addMonths(first, MONTHS - 1))}`,
  months: Array.from({ length: MONTHS }, (_, by) => formatMonth(addMonths(first, by)))
})

/** Reads a financial year, April to March (`2025-26`), or a calendar year (`2025`); none where it is neither. */
export const parseYear = (text: string): Option.Option<QuestionYear> => {
  const [, year = "", next] = /^([1-9]\d{3})(?:-(\d{2}))?$/.exec(text) ?? []
  const isFinancial = next !== undefined
  if (isFinancial && (Number(year) + 1) % 100 !== Number(next)) return Option.none()
  return Option.map(parseMonth(`${year}-${isFinancial ? "04" : "01"}`), (first) => yearFrom(text, first))
}
