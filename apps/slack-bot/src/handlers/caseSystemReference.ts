import { Council } from "@safe-return/casework"
import { type CaseSystemReference, fitsPatterns, patternsInWords } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { InvalidSubmission } from "../forms/form.ts"

/** Fails at the form's field where a reference has none of the forms of the council's case system, and may be a name. */
export const checkCaseSystemReference = Effect.fnUntraced(function* (
  field: string,
  reference: CaseSystemReference | undefined
): Effect.fn.Return<void, InvalidSubmission, Council> {
  const { references } = yield* Council
  if (reference === undefined || references === undefined || fitsPatterns(reference, references.caseSystem)) return
  return yield* new InvalidSubmission({
    fields: {
      [field]: `That has not the form of the case system's references. Give it as ${patternsInWords(references.caseSystem)}. What was given is not kept.`
    }
  })
})
