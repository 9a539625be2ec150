import { Effect, Option, Result } from "effect"
import { formForChild } from "../CaseForm.ts"
import type { SubmissionHandler } from "../SubmissionHandler.ts"
import { logForm } from "./logInterview.ts"
import { readReference } from "./referenceView.ts"

/** The reference was given: the form to log with comes next. */
export const logInterviewReferenceSubmitted: SubmissionHandler = {
  permission: logForm.permission,
  about: ({ values }) => Result.getSuccess(readReference(values)),
  handle: Effect.fn("logInterviewReferenceSubmitted")(function* ({ person, values }) {
    const reference = yield* Effect.fromResult(readReference(values))
    return Option.some(yield* formForChild(logForm, reference, person))
  })
}
