/** What only a person can decide, in the words of the card, the Home tab and the morning summary. */
import { type DecisionOwed, opening, whoMay } from "@safe-return/casework"
import { type ChildState, type Episode, reportsInQuestion } from "@safe-return/domain/pathway"
import { type DateWords, missingAgainInWords } from "@safe-return/wording"
import type { Style } from "./Notice.ts"
import { setAsideInWords } from "./setAsideWords.ts"

/** Who says whether a cancellation stands. */
export const CANCELLATION_DECIDED = `${opening(whoMay("cancel-episode"))} keeps the episode or cancels it.`

/** Who says whether what was told or what was recorded is right. */
export const REPORT_DECIDED = `${opening(whoMay("correct-record"))} says what stands.`

export const decisionOwedInWords = (
  state: ChildState,
  episode: Episode,
  { strong }: Style,
  dates: DateWords
): Readonly<Record<DecisionOwed, string>> => {
  const told = reportsInQuestion(episode).map((report) => setAsideInWords(report, dates, episode))
  return {
    cancellation: `${strong("To decide:")} a cancellation of this report was sent, but the child is found or back, or an interview is recorded. ${CANCELLATION_DECIDED}`,
    "report-in-question": `${strong("To decide:")} ${told.join("; ")}. ${REPORT_DECIDED}`,
    "interview-in-question": `${strong("To decide:")} an interview was recorded before the child was missing after all. ${opening(whoMay("assign-interview"))} says what becomes of it.`,
    "missing-again": `${strong("To decide:")} the child is ${missingAgainInWords(state, episode, dates)} by a later report, and no return from here is recorded. ${opening(whoMay("record-found-and-returned"))} records ${strong("Missing again before they came back")} with Where the child is, or Returned if they had been back.`
  }
}

/** For a list, after the child's reference. */
export const decisionOwedBriefly: Readonly<Record<DecisionOwed, string>> = {
  cancellation: "a cancellation was sent of a child found or back: keep the episode or cancel it",
  "report-in-question": "what was told contradicts what is recorded: say what stands",
  "interview-in-question": "missing after all: say what becomes of the interview",
  "missing-again": "found, and missing again: record that they were not back before, or the return"
}
