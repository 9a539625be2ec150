import { Effect, Option } from "effect"
import type { Submission, SubmissionHandler } from "../SubmissionHandler.ts"
import { readAway, readWhoseAway, savedView } from "./awayView.ts"
import { recordAbsence } from "./recordAbsence.ts"

const whoseIs = ({ values, person }: Submission) => readWhoseAway(values) ?? person

export const awaySubmitted: SubmissionHandler = {
  permission: "change-availability",
  whose: whoseIs,
  handle: Effect.fn("awaySubmitted")(function* (submission) {
    const away = yield* Effect.fromResult(readAway(submission.values))
    return Option.some(savedView(yield* recordAbsence(whoseIs(submission), away, submission.person)))
  })
}
