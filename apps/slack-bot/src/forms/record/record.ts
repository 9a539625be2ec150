import { Casework, People } from "@safe-return/casework"
import { completeness, type InterviewRecord } from "@safe-return/domain/interview"
import { type Command, type Interview, interviewOf } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { checkCaseSystemReference } from "../../handlers/caseSystemReference.ts"
import { HoldsNoRole, OutOfDate } from "../../handlers/explain.ts"
import type { SubmissionHandler } from "../../handlers/Handler.ts"
import type { FormSlice } from "../CaseForm.ts"
import { asOfNow, buttonFor, type CaseForm } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { owedOr, severalInterviews } from "../episodeOwedInterview.ts"
import { keptFromIn } from "../profile/keptFromField.ts"
import { referenceExamples } from "../referenceExamples.ts"
import { type RecordStep, recordSteps } from "./recordSteps.ts"
import { readRecordStep, recordButton, recordView, withStep } from "./recordView.ts"

const formOf = (stepFor: (interview: Interview) => RecordStep | undefined): CaseForm => ({
  permission: "log-interview",
  episodeMeant: owedOr("Completed", "Declined", "NotDone"),
  which: { button: recordButton, among: severalInterviews },
  records: "RecordInterview",
  open: Effect.fn("recordForm")(function* ({ link, state, episode, examples }) {
    const interview = interviewOf(state, episode.id)
    const step = interview === undefined ? undefined : stepFor(interview)
    if (interview === undefined || step === undefined) return yield* new OutOfDate()
    return recordView(link, step, interview, examples)
  })
})

/** One step, as it was opened. */
const recordStepForm = (step: RecordStep): CaseForm => formOf(() => step)

/** Goes on where the record was left: at the first step that lacks something. */
const recordForm: CaseForm = formOf((interview) => {
  const missing = new Set(completeness(interview).missing.map(({ item }) => item))
  return recordSteps.find(({ inputs }) => inputs.some(({ id }) => missing.has(id))) ?? recordSteps[0]
})

/** A guest, or a person without a role, answers for no interview. */
const checkSignedOff = Effect.fnUntraced(function* ({ signedOffBy }: InterviewRecord) {
  if (signedOffBy === undefined) return
  const people = yield* People
  if ((yield* people.rolesOf(signedOffBy)).size === 0) return yield* new HoldsNoRole({ field: "signedOffBy" })
})

/** Keeps what one step holds and goes on to the next. */
const stepSubmitted = (step: RecordStep, next: RecordStep | undefined): SubmissionHandler =>
  submissionOf(
    recordStepForm(step),
    Effect.fn("recordStepSubmitted")(function* ({ link: { child, episodeId }, person, values, expectedVersion }) {
      const link = { child, episodeId }
      const { record, reference } = yield* Effect.fromResult(readRecordStep(step, values))
      yield* checkCaseSystemReference("caseReference", reference)
      yield* checkSignedOff(record)
      const casework = yield* Casework
      const before = yield* casework.get(child)
      const held = interviewOf(before, episodeId)
      const kept = yield* keptFromIn(child, before, values)
      const added = withStep(held?.record ?? {}, record)
      const commands: ReadonlyArray<Command> = [
        ...(Object.keys({ ...record, ...kept }).length === 0
          ? []
          : [{ _tag: "RecordInterview", episodeId, record: added, ...kept } as const]),
        ...(reference === undefined ? [] : [{ _tag: "RecordInterviewReference", episodeId, reference } as const])
      ]
      const { state } = yield* casework.executeAll(child, commands, person, expectedVersion)
      const interview = interviewOf(state, episodeId)
      if (interview === undefined) return yield* new OutOfDate()
      if (next === undefined) return Option.none()
      return Option.some(yield* asOfNow(recordView(link, next, interview, yield* referenceExamples), link))
    })
  )

const recordSubmissions: ReadonlyArray<readonly [callbackId: string, handler: SubmissionHandler]> = recordSteps.map(
  (step, index) => [step.callbackId, stepSubmitted(step, recordSteps[index + 1])]
)

export const record: FormSlice = {
  buttons: { [recordButton.actionId]: buttonFor(recordForm) },
  commands: { "/rhi record": recordForm },
  submissions: { ...Object.fromEntries(recordSubmissions) }
}
