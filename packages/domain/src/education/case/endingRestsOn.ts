import type { CmeOutcome } from "../caseTable/outcomes.ts"

type Basis = "admission" | "offer" | "trace" | "homeEducation"

const restsOn: Readonly<Partial<Record<CmeOutcome, ReadonlyArray<Basis>>>> = {
  "school-place": ["admission", "offer"],
  "suitable-home-education": ["homeEducation"],
  "other-authority": ["trace"]
}

/** The facts on which an ending rests: gone where the ending did not come about. */
export const endingRestsOn = (outcome: CmeOutcome): ReadonlyArray<Basis> => restsOn[outcome] ?? []
