/** Rotherham's policy with other ways of counting. Synthetic: no council is known to count so. */
import type { Nation } from "../../src/calendar/index.ts"
import { type Policy, rotherham } from "../../src/policy/index.ts"

type InterviewClocks = Policy["interview"]

/** The conventions as bare words, as policies gave them before each had a source. */
interface Conventions {
  readonly anchor?: InterviewClocks["anchor"]["value"]
  readonly dayZero?: InterviewClocks["dayZero"]["value"]
  readonly cutoff?: InterviewClocks["cutoff"]["value"]
  readonly calendar?: Nation
  readonly workingDays?: InterviewClocks["workingDays"]
}

/** How the clocks run: see `InterviewClocks`. */
export const counting = ({ workingDays = rotherham.interview.workingDays, ...words }: Conventions): Policy => {
  const made = Object.entries(words).map(([name, value]) => [name, { value, source: "Made up", verified: false }])
  return { ...rotherham, interview: { ...rotherham.interview, workingDays, ...Object.fromEntries(made) } }
}

export const inNation = (calendar: Nation): Policy => counting({ calendar })
