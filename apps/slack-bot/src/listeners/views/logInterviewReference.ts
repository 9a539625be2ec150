import { Effect, Option } from "effect"
import { readReference } from "../../views/referenceView.ts"
import { findChild } from "../findCase.ts"
import { episodeToLog, logForm } from "../logForm.ts"
import type { SubmissionHandler } from "./SubmissionHandler.ts"

/** The reference was given: the form to log with comes next. */
export const logInterviewReferenceSubmitted: SubmissionHandler = {
  permission: "log-interview",
  handle: Effect.fn("logInterviewReferenceSubmitted")(function* ({ person, values }) {
    const found = yield* findChild(yield* Effect.fromResult(readReference(values)))
    return Option.some(yield* logForm(found, yield* episodeToLog(found), person))
  })
}
