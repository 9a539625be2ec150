/** What only a person can decide, in the words of the card, the Home tab and the morning summary. */
import type { DecisionOwed } from "@safe-return/casework"
import type { Style } from "./Notice.ts"

export const decisionOwedInWords = (style: Style): Readonly<Record<DecisionOwed, string>> => ({
  cancellation: `${style.strong("To decide:")} a cancellation of this report was sent, but the child is back or an interview is recorded. A Missing Co-ordinator, a team manager or the MASH keeps the episode or cancels it.`,
  "interview-in-question": `${style.strong("To decide:")} an interview was recorded before the child was missing after all. A Missing Co-ordinator or team manager says what becomes of it.`
})

/** For a list, after the child's reference. */
export const decisionOwedBriefly: Readonly<Record<DecisionOwed, string>> = {
  cancellation: "a cancellation was sent of a child who is back: keep the episode or cancel it",
  "interview-in-question": "missing after all: say what becomes of the interview"
}
