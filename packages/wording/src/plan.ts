import { type PlanFact, type PlanStanding, planFactWords } from "@safe-return/domain/findMePlan"
import { type DateWords, datesInFull } from "./londonDates.ts"

const wantingInWords = (wanting: ReadonlyArray<PlanFact>): string =>
  wanting.map((fact) => planFactWords.words[fact].toLowerCase()).join("; ")

/** Whether the plan can be relied on, and what is missing from it. */
export const planInWords = (standing: PlanStanding, { dateTime }: DateWords = datesInFull): string => {
  switch (standing._tag) {
    case "NoPlan":
      return "none is recorded."
    case "Stale": {
      const wanting =
        standing.wanting.length === 0 ? "" : ` Missing or out of date: ${wantingInWords(standing.wanting)}.`
      return `due for review since ${dateTime(standing.since)}.${wanting}`
    }
    case "Incomplete":
      return `incomplete. Missing or out of date: ${wantingInWords(standing.wanting)}.`
    case "InOrder":
      return "in order."
  }
}
