import { Effect, Option, Result } from "effect"
import { readReference } from "../../views/referenceView.ts"
import { formForChild } from "../forms/CaseForm.ts"
import { logForm } from "../forms/log.ts"
import type { SubmissionHandler } from "./SubmissionHandler.ts"

/** The reference was given: the form to log with comes next. */
export const logInterviewReferenceSubmitted: SubmissionHandler = {
  permission: logForm.permission,
  about: ({ values }) => Result.getSuccess(readReference(values)),
  handle: Effect.fn("logInterviewReferenceSubmitted")(function* ({ person, values }) {
    const reference = yield* Effect.fromResult(readReference(values))
    return Option.some(yield* formForChild(logForm, reference, person))
  })
}
