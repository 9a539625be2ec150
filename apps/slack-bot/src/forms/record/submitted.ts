import { Casework } from "@safe-return/casework"
import { type Command, interviewOf } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { OutOfDate } from "../../handlers/explain.ts"
import { readLink } from "../../handlers/findCase.ts"
import { asOfNow, submissionOf } from "../CaseForm.ts"
import type { SubmissionHandler } from "../SubmissionHandler.ts"
import { recordStepForm } from "./record.ts"
import { type RecordStep, recordSteps } from "./recordSteps.ts"
import { readRecordStep, recordView, withStep } from "./recordView.ts"

/** Keeps what one step holds and goes on to the next. */
const stepSubmitted = (step: RecordStep, next: RecordStep | undefined): SubmissionHandler =>
  submissionOf(
    recordStepForm(step),
    Effect.fn("recordStepSubmitted")(function* ({ metadata, person, values }) {
      const { child, episodeId } = yield* readLink(metadata)
      const link = { child, episodeId }
      const { record, reference } = yield* Effect.fromResult(readRecordStep(step, values))
      const casework = yield* Casework
      const held = interviewOf(yield* casework.get(child), episodeId)
      const added = withStep(held?.record ?? {}, record)
      const commands: ReadonlyArray<Command> = [
        ...(Object.keys(record).length === 0 ? [] : [{ _tag: "RecordInterview", episodeId, record: added } as const]),
        ...(reference === undefined ? [] : [{ _tag: "RecordInterviewReference", episodeId, reference } as const])
      ]
      const { state } = yield* casework.executeAll(child, commands, person)
      const interview = interviewOf(state, episodeId)
      if (interview === undefined) return yield* new OutOfDate()
      return next === undefined ? Option.none() : Option.some(yield* asOfNow(recordView(link, next, interview), link))
    })
  )

export const recordSubmissions: ReadonlyArray<readonly [callbackId: string, handler: SubmissionHandler]> =
  recordSteps.map((step, index) => [step.callbackId, stepSubmitted(step, recordSteps[index + 1])])
