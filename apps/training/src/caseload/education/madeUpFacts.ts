/** What no figure says of a case: working choices, made up. */
import { type CmeReason, PupilReference } from "@safe-return/domain/education"
import type { Randomness, WeightedChoices } from "../randomness.ts"

/** Kept for children who do not exist. */
const FIRST_REFERENCE = 900_001

export const madeUpPupil = (number: number): PupilReference => PupilReference.make(`EDU-${FIRST_REFERENCE + number}`)

export const madeUpCaseId = (number: number): string => `CME-${FIRST_REFERENCE + number}`

const sources: WeightedChoices<string> = [
  ["school", 50],
  ["admissions", 20],
  ["another authority", 15],
  ["health", 10],
  ["family", 5]
]

export const madeUpSource = ({ weighted }: Randomness): string => weighted(sources)

/** Of a child believed to have moved it is not known where they are. */
export const whereaboutsBy = (reason: CmeReason | undefined): "known" | "not-known" =>
  reason?.startsWith("Believed to have moved") === true ? "not-known" : "known"
