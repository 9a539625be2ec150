import { formatInstant } from "@safe-return/domain/calendar"
import { londonDateTimeInFull } from "@safe-return/wording/londonDates"
import type { Report } from "../report.ts"
import { missingDefinitions } from "../tables/definitionsOf.ts"
import { questionTables, type ReportedYear } from "./questionTables.ts"
import type { QuestionYear } from "./questionYear.ts"

const missingMonths = (): never => {
  throw new Error("A year of questions has no months")
}

export const QUESTIONS_TITLE = "Ten questions about children missing from home and care"

/**
 * The answers to ten questions of a year, as tables.
 *
 * @param reported the scorecards of the year's twelve months, in order, whole or suppressed alike
 */
export const questionsOf = (year: QuestionYear, reported: ReportedYear, isSuppressed: boolean): Report => {
  const { asOf, policy } = reported.scorecards.at(-1) ?? missingMonths()
  return {
    title: QUESTIONS_TITLE,
    period: year.name,
    periodInWords: year.inWords,
    asOf: formatInstant(asOf),
    asOfInWords: londonDateTimeInFull(asOf),
    policy,
    isSuppressed,
    tables: questionTables(reported),
    definitions: missingDefinitions
  }
}
