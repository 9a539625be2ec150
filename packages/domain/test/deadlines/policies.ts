/** Rotherham's policy with other ways of counting. Synthetic: no council is known to count so. */
import type { Nation } from "../../src/calendar/index.ts"
import { type Policy, rotherham } from "../../src/policy/index.ts"

/** How the clocks run: see `InterviewClocks`. */
export const counting = (interview: Partial<Policy["interview"]>): Policy => ({
  ...rotherham,
  interview: { ...rotherham.interview, ...interview }
})

export const inNation = (calendar: Nation): Policy => counting({ calendar })
