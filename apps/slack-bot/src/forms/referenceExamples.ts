/** What a reference looks like, to show in an input before anything is typed: made up from the council's own forms. */
import { Council } from "@safe-return/casework"
import { type ReferencePatterns, referenceExample } from "@safe-return/domain/pathway"
import { Effect } from "effect"

/** For each of the council's kinds of reference. */
export type ReferenceExamples = Readonly<Record<keyof ReferencePatterns, string>>

/** Where nothing is known of the council's forms. */
export const usualExamples: ReferenceExamples = {
  child: "LCS-10432",
  caseSystem: "LL-2026-10432",
  police: "SYP-2026-0001234"
}

const examplesOf = (patterns: ReferencePatterns | undefined): ReferenceExamples =>
  patterns === undefined
    ? usualExamples
    : {
        child: referenceExample(patterns.child),
        caseSystem: referenceExample(patterns.caseSystem),
        police: referenceExample(patterns.police)
      }

export const referenceExamples = Effect.map(Council, ({ references }) => examplesOf(references))

/** As our own sentences write an education reference. */
export const USUAL_PUPIL = "EDU-10432"

/** An education reference as this council's look. */
export const pupilExample = Effect.map(Council, ({ educationReferences }) =>
  educationReferences === undefined ? USUAL_PUPIL : referenceExample(educationReferences)
)
