import { completeness } from "@safe-return/domain/interview"
import { type Interview, interviewOf } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { OutOfDate } from "../../handlers/explain.ts"
import type { CaseForm } from "../CaseForm.ts"
import { owedOr } from "../episodeOwedInterview.ts"
import { precheck } from "../precheck.ts"
import { type RecordStep, recordSteps } from "./recordSteps.ts"
import { recordView } from "./recordView.ts"

const formOf = (stepFor: (interview: Interview) => RecordStep | undefined): CaseForm => ({
  permission: "log-interview",
  episodeMeant: owedOr("Completed", "Declined", "NotDone"),
  open: Effect.fn("recordForm")(function* ({ child, state, episode }) {
    yield* precheck(state, { _tag: "RecordInterview", episodeId: episode.id, record: {} })
    const interview = interviewOf(state, episode.id)
    const step = interview === undefined ? undefined : stepFor(interview)
    if (interview === undefined || step === undefined) return yield* new OutOfDate()
    return recordView({ child, episodeId: episode.id }, step, interview)
  })
})

/** One step, as it was opened. */
export const recordStepForm = (step: RecordStep): CaseForm => formOf(() => step)

/** Goes on where the record was left: at the first step that lacks something. */
export const recordForm: CaseForm = formOf((interview) => {
  const missing = new Set(completeness(interview).missing.map(({ item }) => item))
  return recordSteps.find(({ inputs }) => inputs.some(({ id }) => missing.has(id))) ?? recordSteps[0]
})
