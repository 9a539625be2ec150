import { Effect, Option } from "effect"
import { readAway, readWhoseAway, savedView } from "../../views/awayView.ts"
import { goAway } from "../goingAway.ts"
import type { Submission, SubmissionHandler } from "./SubmissionHandler.ts"

const whoseIs = ({ values, person }: Submission) => readWhoseAway(values) ?? person

export const awaySubmitted: SubmissionHandler = {
  permission: "change-availability",
  whose: whoseIs,
  handle: Effect.fn("awaySubmitted")(function* (submission) {
    const away = yield* Effect.fromResult(readAway(submission.values))
    return Option.some(savedView(yield* goAway(whoseIs(submission), away, submission.person)))
  })
}
