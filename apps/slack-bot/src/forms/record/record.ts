import { isDeepStrictEqual } from "node:util"
import { Casework, Council, People } from "@safe-return/casework"
import { completeness } from "@safe-return/domain/interview"
import {
  type Command,
  type Episode,
  heardBy,
  type Interview,
  interviewOf,
  type PersonId
} from "@safe-return/domain/pathway"
import { Effect, Option, Result } from "effect"
import { checkCaseSystemReference } from "../../handlers/caseSystemReference.ts"
import { HoldsNoRole, OutOfDate } from "../../handlers/explain.ts"
import { findEpisode } from "../../handlers/findCase.ts"
import type { SubmissionHandler } from "../../handlers/Handler.ts"
import type { FormSlice } from "../CaseForm.ts"
import { asOfNow, buttonFor, type CaseForm } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { owedOr, severalInterviews } from "../episodeOwedInterview.ts"
import { everyFault } from "../everyFault.ts"
import { personIn } from "../form.ts"
import { keptFromIn } from "../profile/keptFromField.ts"
import { referenceExamples } from "../referenceExamples.ts"
import { mayReadAnswers, type RecordedAnswers, recordedAnswers } from "./recordedAnswers.ts"
import { asksFor, type RecordInput, type RecordStep, recordSteps } from "./recordSteps.ts"
import { readRecordStep, recordButton, recordView, referenceIn, withStep } from "./recordView.ts"

/** Filled in for the person who heard the child. */
const answersFor = (
  interview: Interview,
  { episode, authority, person }: { readonly episode: Episode; readonly authority: string; readonly person: PersonId }
): RecordedAnswers | undefined =>
  mayReadAnswers(interview, person) ? recordedAnswers(interview, episode, authority) : undefined

const formOf = (stepFor: (interview: Interview) => RecordStep | undefined): CaseForm => ({
  permission: "log-interview",
  episodeMeant: owedOr("Completed", "Declined", "NotDone"),
  which: { button: recordButton, among: severalInterviews },
  records: "RecordInterview",
  open: Effect.fn("recordForm")(function* ({ link, state, episode, examples, person }) {
    const interview = interviewOf(state, episode.id)
    const step = interview === undefined ? undefined : stepFor(interview)
    if (interview === undefined || step === undefined) return yield* new OutOfDate()
    const { authority } = yield* Council
    const answers = answersFor(interview, { episode, authority, person })
    return recordView(link, step, interview, examples, answers)
  })
})

/** One step, as it was opened. */
const recordStepForm = (step: RecordStep): CaseForm => formOf(() => step)

/** Goes on where the record was left: at the first step that lacks something. */
const recordForm: CaseForm = formOf((interview) => {
  const { missing } = completeness(interview)
  const lacks = (input: RecordInput) => missing.some(({ item }) => asksFor(input, item))
  return recordSteps.find(({ inputs }) => inputs.some(lacks)) ?? recordSteps[0]
})

/** A guest, or a person without a role, answers for no interview. */
const checkSignedOff = Effect.fnUntraced(function* (signedOffBy: PersonId | undefined) {
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
      const read = Effect.fromResult(readRecordStep(step, values))
      const typed = Option.getOrUndefined(Result.getSuccess(referenceIn(values)))?.reference
      yield* everyFault([
        read,
        checkCaseSystemReference("caseReference", typed),
        checkSignedOff(personIn(values, "signedOffBy"))
      ])
      const { record, reference } = yield* read
      const casework = yield* Casework
      const before = yield* casework.get(child)
      const held = interviewOf(before, episodeId)
      const kept = yield* keptFromIn(child, before, values, held === undefined ? [] : heardBy(held))
      const added = withStep(held?.record ?? {}, record)
      const commands: ReadonlyArray<Command> = [
        ...(isDeepStrictEqual({ ...added, ...kept }, held?.record ?? {})
          ? []
          : [{ _tag: "RecordInterview", episodeId, record: added, ...kept } as const]),
        ...(reference === undefined ? [] : [{ _tag: "RecordInterviewReference", episodeId, reference } as const])
      ]
      const { state } = yield* casework.executeAll(child, commands, person, expectedVersion)
      const interview = interviewOf(state, episodeId)
      if (interview === undefined) return yield* new OutOfDate()
      if (next === undefined) return Option.none()
      const { authority } = yield* Council
      const answers = answersFor(interview, { episode: yield* findEpisode(state, episodeId), authority, person })
      const view = recordView(link, next, interview, yield* referenceExamples, answers)
      return Option.some(yield* asOfNow(view, link))
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
